/** The words of a company's applications. */
export const ja = {
  title: '申請',
  begin: '技能者のために始める',
  own: '会社について始める',
  none: 'まだ申請はありません。',
  kind: '申請',
  state: '進みかた',
  consent: '本人の同意',
  receipt: '受付番号',
  changed: '最後の変更',
  worker: '技能者ID（登録のある人）',
  workerHint: '登録の変更・詳細型への切りかえのとき',
  back: '一覧へ',
  open: 'ひらく',
}

export const en: typeof ja = {
  title: 'Applications',
  begin: 'Begin for a worker',
  own: 'Begin for the company',
  none: 'No application yet.',
  kind: 'Application',
  state: 'State',
  consent: 'Worker’s consent',
  receipt: 'Receipt',
  changed: 'Last change',
  worker: 'Worker number (of who is registered)',
  workerHint: 'For a change, or going to the detailed form',
  back: 'To the list',
  open: 'Open',
}
