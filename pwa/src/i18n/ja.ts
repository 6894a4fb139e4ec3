/** 日本語, the source language: every other catalogue must have this shape. */
import type { Day, DayState, Grade, Level, Month, StepName } from '../api/schema'
import type { Stumble } from '../features/door/passkey'
import { dayParts, monthParts } from './dates'

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const
const figure = (n: number) => n.toLocaleString('ja-JP')

function date(day: Day): string {
  const { month, day: number } = dayParts(day)
  return `${month}月${number}日`
}

export const ja = {
  app: '技能者パスポート',
  sample: 'サンプル',
  tabs: { label: 'メイン', home: 'ホーム', history: '履歴', pass: '見せる', settings: '設定' },

  figure,
  days: (n: number) => `${figure(n)}日`,
  daysUnit: (_n: number) => '日',
  dayNumber: (n: number) => `${figure(n)}日目`,
  date,
  dateWithYear: (day: Day) => `${dayParts(day).year}年${date(day)}`,
  dateWithWeekday: (day: Day) => `${date(day)}（${WEEKDAYS[dayParts(day).weekday]}）`,
  month: (month: Month) => `${monthParts(month).month}月`,
  monthWithYear: (month: Month) => `${monthParts(month).year}年${monthParts(month).month}月`,
  year: (year: string) => `${year}年`,
  /** Sunday first. */
  weekdays: WEEKDAYS as readonly string[],
  nextDay: (time: string) => `翌${time}`,
  back: '戻る',

  asOf: (time: string) => `${time} 時点`,
  neverLoaded: 'まだ内容なし',

  level: {
    name: (level: Level) => `レベル${level}`,
    word: { 1: '白・初級技能者', 2: '青・中堅技能者', 3: '銀・職長クラス', 4: '金・登録基幹クラス' } satisfies Record<Level, string>,
    card: (level: Level, name: string) => `レベル${level} ${name}`,
    noTrade: '職種は未登録',
    cardEnds: (days: number) => `カードの期限まで あと${days}日`,
    cardEnded: (day: string) => `カードの期限は${day}まででした`,
    toSettings: (name: string) => `${name} – 設定`,
  },

  today: {
    title: '今日の記録',
    counted: (day: string | null) => (day === null ? '今日は数えました' : `${day}は数えました`),
    waiting: (day: string | null) => (day === null ? '受け付けました' : `${day}は受け付けました`),
    waitingNote: 'まだ数えていません。確かめたあと、自動で数えます。もう一度タッチしなくて大丈夫です。',
    stopped: (day: string | null) => (day === null ? '今日は止まっています' : `${day}は止まっています`),
    stoppedNote: 'タッチの記録は残っています。',
    none: (day: string | null) => (day === null ? '今日はまだです' : `${day}は記録がありません`),
    noneHow: '現場に着いたら、どれか1つ',
    noneThen: '電波が入ると、新しい内容を確かめます',
    rest: '今日は休みの日です',
    restHow: '働く日は、記録できます',
    siteUnknown: '未登録の現場',
    sites: (n: number) => `${n}つの現場`,
    entry: (time: string) => `${time} 入場`,
    exit: (time: string, nextDay: boolean) => `${nextDay ? '翌' : ''}${time} 退場`,
    visit: { counted: '数えました', waiting: '受け付けました', stopped: '止まっています' },
    ways: [
      { what: 'リーダーにカードをタッチ', where: '現場の入口や事務所' },
      { what: '現場で決めたほかの方法', where: 'QR・電話など。朝礼で聞けます' },
      { what: 'リーダーがない現場です', where: 'ここから申請できます' },
    ],
  },

  chain: {
    tap: 'タッチ',
    workDay: '就業日',
    retirement: '退職金',
    received: (time: string) => `${time} 受付`,
    counted: '算入',
    waiting: '算入待ち',
    stopped: '止まっています',
    later: 'このあと',
    label: {
      done: 'すみました',
      waiting: '待っています',
      stopped: 'ここで止まっています',
      later: 'このあとです',
    },
  },

  reason: {
    who: 'だれが',
    what: '何を',
    where: 'どこで',
    until: 'いつまで',
    left: (days: number) => `あと${days}日`,
    help: '相談するときの番号',
  },

  news: { bell: (n: number) => (n === 0 ? 'お知らせ' : `お知らせ 新着${figure(n)}件`) },

  recovery: {
    begun: 'あなたの登録を、別のスマホに移す申し込みがありました',
    notMe: 'あなたではないときは、すぐ止めてください。',
    look: '見る・止める',
  },

  first: {
    title: '今日できること',
    steps: [
      { what: 'ことばと文字の大きさ', how: '読みやすい画面にします' },
      { what: 'かぎをもう1つ', how: '電話が壊れても入れます' },
      { what: '見せる', how: 'レベルと名前を、その場で見せます' },
    ],
  },

  monthPanel: {
    stopped: '止まっている日',
    waiting: '算入待ち',
    picture: (month: string, counted: number, waiting: number, stopped: number) =>
      [
        `${month}は${counted}日数えました。`,
        waiting > 0 ? `算入待ちは${waiting}日です。` : '',
        stopped > 0 ? `止まっている日は${stopped}日です。` : '',
      ].join(''),
  },

  career: {
    title: 'これまで',
    since: (month: string) => `${month}から`,
    foreman: (days: string) => `うち職長 ${days}`,
    none: '最初の1日から数えはじめます',
    picture: (months: number, most: number) => `この${months}か月の、月ごとの日数。いちばん多い月は${most}日です。`,
    axis: (months: number) => `この${months}か月`,
  },

  history: {
    views: { label: '見かた', calendar: 'カレンダー', list: '一覧', year: '1年' },
    before: (name: string) => `前へ ${name}`,
    after: (name: string) => `次へ ${name}`,
    day: {
      counted: '数えた',
      waiting: '待っている',
      stopped: '止まっている',
      none: '記録なし',
      off: '休み',
      future: 'これから',
    } satisfies Record<DayState, string>,
    daily: '日ごと',
    attention: '見てほしい日',
    three: 'タッチ・就業日・退職金',
    claimable: '出た日なら、20秒で申請できます',
    empty: 'この月の記録は、まだありません',
    unseen: 'ここは、まだ見ていません',
  },

  yearPage: {
    counted: '数えた日',
    trades: '職種ごと',
    positions: '立場ごと',
    both: '1日に2つの職種で働いた日は、それぞれの職種で数えます',
    position: { worker: '一般', squadLeader: '班長', foreman: '職長' } as Readonly<Record<string, string>>,
    empty: 'この年の記録は、まだありません',
  },

  day: {
    chain: 'この日の記録',
    steps: {
      tap: 'タッチ',
      workDay: '就業日',
      retirementExpected: '退職金 見込み',
      retirementConfirmed: '退職金 確定',
    } satisfies Record<StepName, string>,
    claimed: '申請',
    state: (step: string, state: string) => `${step} – ${state}`,
    received: (time: string) => `${time} 受け付けました`,
    counted: '数えました',
    waiting: '確かめています',
    expectedLater: '就業日になると、見込みに入ります',
    confirmedLater: '会社の納付のあと、確定します',
    evidence: (grade: string) => `証拠 ${grade}`,
    grades: {
      A: 'とても強い証拠です',
      B: '強い証拠です',
      C: 'ふつうの証拠です',
      D: '弱い証拠です',
      E: '本人の申し出だけです',
    } satisfies Record<Grade, string>,
    presented: {
      nothing: '手がかりなし',
      secureCard: 'カード',
      openCard: 'ICカード',
      tagCode: '現場のタグ',
      rotatingQr: 'QRコード',
      call: '電話',
      face: '顔',
      button: 'ボタン',
      list: '名簿',
      claim: '本人の申請',
    } as Readonly<Record<string, string>>,
    devices: {
      none: '',
      reader: 'カードリーダー',
      loggingReader: '記録式リーダー',
      foremanPhone: '職長の電話',
      gateTag: '入口のタグ',
      ownPhone: '自分の電話',
      vendor: '他社のシステム',
      terminal: '現場の端末',
    } as Readonly<Record<string, string>>,
    seenBy: { nobody: '', foreman: '職長が立ち会い', guard: '警備員が立ち会い' } as Readonly<Record<string, string>>,
    placeKnown: '場所も記録',
    details: 'くわしい記録',
    employer: '所属会社',
    prime: '元請',
    tier: '契約の段階',
    tierOf: (tier: number) => (tier === 0 ? '元請' : `${tier}次`),
    position: '立場',
    trade: '職種',
    content: '作業',
    entryAt: '入場',
    exitAt: '退場',
    actedAt: '機器の時計',
    receivedAt: '届いた時刻',
    recognisedOn: '数えた日',
    approvedOn: '元請の承認',
    notYet: 'まだありません',
    corrections: '直した記録',
    before: '直す前',
    after: '直したあと',
    by: 'だれが',
    why: 'わけ',
    takenAway: '取り消しました',
    none: '記録がありません',
    noneNote: '休んだという意味ではありません。出た日なら申請できます。',
    off: '休みの日です',
    offNote: '働いた日なら、申請できます。',
    future: 'これからの日です',
    until: (day: string) => `入れられるのは ${day}まで`,
    over: (day: string) => `入れられる期限（${day}）をすぎました`,
    claim: 'この日を申請する',
  },

  claim: {
    title: '記録のない日の申請',
    day: '日',
    site: '現場',
    other: 'ほかの現場',
    number: '現場の番号（14けた）',
    entry: '入場',
    exit: '退場',
    ifKnown: '分かれば',
    note: 'ひとこと',
    noteHint: 'カードを忘れた、など',
    send: '申請する',
    close: '閉じる',
    drafts: '書きかけは、この電話に残ります',
    missing: {
      day: '今日までの日を入れてください',
      site: '現場をえらんでください',
      number: '番号は14けたの数字です',
      entry: '入場の時刻を入れてください',
    },
    received: '受付',
    registered: '登録',
    counted: '算入',
    onPhone: 'この電話で受け付けました',
    onPhoneNote: 'まだ送っていません。電波が入ると、自動で送ります。もう一度入れなくて大丈夫です。',
    impossible: '申請できませんでした',
    again: '直して送る',
    drop: '取り消す',
    unsent: (n: number) => `送るのを待つ申請 ${n}件`,
    notKept: 'この電話に残せず、送れませんでした。電波の入る所で、もう一度押してください。',
  },

  trouble: {
    offline: '圏外です。',
    unreachable: 'つながりません。',
    showing: (day: string, time: string) => `${day} ${time} の内容です`,
    again: '自動でつなぎ直しています',
    loading: '読み込んでいます',
    nothingKept: 'この電話には、まだ内容がありません',
    nothingKeptWhy: '電波の入る所で一度開くと、次からは圏外でも見られます。',
    retry: 'もう一度つなぐ',
  },

  language: 'ことば',
  leave: 'ログアウト',

  door: {
    title: '働いた日が、レベルになります',
    levels: '給料を決めるときの目安になります。',
    signIn: 'この電話でログイン',
    signInHow: '顔・指・画面ロックで開きます',
    first: { what: 'はじめての方', how: 'カードと、もらったコードで' },
    apply: { what: 'はじめて登録する方', how: '技能者・会社の申請' },
    newPhone: { what: '電話をなくした・かえた方', how: '会社か窓口のコードで' },
    noKey: 'この電話に鍵がない方は、下の「はじめての方」か「電話をなくした・かえた方」へ。',
    samples: 'サンプルの人で見る',
    lead: 'サンプルの技能者を1人えらぶと、その人のパスポートが開きます。',
    made: '名前も記録も、見本として作ったものです。',
    look: '画面の色と文字の大きさ',
    working: '確かめています',
    kept: '書いたことは、この画面に残っています。',
    signal: '電波の入る所で、もう一度押してください。',
    wait: (minutes: number) => `${minutes}分たつと、またできます。`,
    stumbles: {
      none: { why: 'このブラウザーでは、鍵を使えません', what: '新しいChromeかSafariで開いてください。' },
      cancelled: { why: 'とちゅうで止まりました', what: 'もう一度押してください。' },
      late: { why: '時間がすぎました', what: 'もう一度押して、1分のうちに確かめてください。' },
      lock: { why: '画面ロックが見つかりません', what: '電話の設定で、顔・指・番号のどれかをつけてください。' },
      known: { why: 'この電話には、もう鍵があります', what: 'はじめの画面から、ログインしてください。' },
      place: { why: '開いた住所（URL）が、いつもとちがいます', what: 'いつもの住所を自分で開いてください。' },
      odd: { why: '電話が鍵を使えませんでした', what: 'もう一度押してください。つづくときは、電話を一度切って入れ直してください。' },
    } as Readonly<Record<Stumble, { why: string; what: string }>>,
  },

  update: { ready: '新しい版があります', act: '切りかえる' },
}

export type Words = typeof ja
