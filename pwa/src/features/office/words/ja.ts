/** 日本語, the source. */
import type { Role } from '../../../api/schema'

export const words = {
  title: 'あなたの役割',
  role: {
    worker: '技能者',
    foreman: '職長',
    responsible_person: '事業者責任者',
    layer_manager: '階層管理者',
    site_manager: '現場管理者',
    site_viewer: '現場閲覧者',
    proxy_clerk: '代行登録担当者',
    counter_staff: '窓口の担当者',
    evaluation_body: '能力評価実施団体',
    public_client: '発注者',
    ministry: '国土交通省',
    operator: '運営',
  } satisfies Record<Role, string>,
  register: '登録全体',
  until: (day: string, year: string) => `${year}${day}まで`,
  open: '期限なし',
  none: 'いまの役割はありません',
  noneWhat: '招待した人に、役割をつけてもらってください。',
  desk: '会社と現場の画面をひらく',
  deskHow: '朝の確認、承認、技能者の一覧。パソコンでも使えます。',
  applications: '申請',
  applicationsHow: '登録・変更・更新',
  noPassport: 'この鍵は、技能者のパスポートにはつながっていません。',
  unseen: 'あなたの役割は、まだ読めていません',
  settings: '設定',
}

export type Words = typeof words
