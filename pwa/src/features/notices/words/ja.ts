/** How I am told: here, when, of what, and on which devices. */
import type { How, TopicName } from '../../../api/schema'
import type { OwnFault } from '../useDoing'

export const words = {
  title: 'お知らせ',
  saved: '保存しました',
  notDone: 'まだ何も変わっていません。',

  here: {
    on: 'ここにお知らせが届きます',
    reached: (at: string) => `最後に届いたのは ${at}`,
    off: 'ここには、まだ届きません',
    why: 'タッチが数えられないとき、すぐに知らせます。だれが直せるかも分かります。',
    whyOffice: 'リーダーが黙ったとき、登録の期限が近いとき、すぐに知らせます。',
    turnOn: 'お知らせを入れる',
    turnOff: 'ここでは止める',
    busy: '入れています',
    browserAsks: '次に出る確認で「許可」を押してください。いつでも止められます。',
  },
  blocked: {
    title: 'ブラウザーが、お知らせを止めています',
    steps: ['アドレスの左のしるしを押す', '「権限」か「サイトの設定」をひらく', '「通知」を「許可」にする'],
    after: '許可すると、この画面が変わります。',
  },
  blockedByPhone: {
    title: 'スマホの設定で、お知らせが止まっています',
    steps: ['スマホの「設定」をひらく', '「通知」から「パスポート」をえらぶ', '通知を「許可」にする'],
    after: '許可すると、この画面が変わります。',
  },
  install: {
    title: 'iPhoneでは、先にホーム画面に追加します',
    steps: ['ブラウザーの「共有」を押す', '「ホーム画面に追加」をえらぶ', 'できたしるしから開いて、ログインする'],
    after: 'そのあと、もう一度ここを開いてください。',
  },
  cannot: {
    title: 'このブラウザーでは、受け取れません',
    steps: ['新しいChromeかSafariでパスポートを開く', 'ログインして、もう一度ここを開く'],
    after: '起きたことは、ホームのベルのしるしからいつでも見られます。',
  },
  own: {
    dismissed: { why: '確認が閉じられました', what: 'もう一度押して、「許可」をえらんでください。' },
    blocked: { why: 'ブラウザーが、お知らせを止めています', what: '「設定」の「お知らせ」に、直し方があります。' },
    notKept: { why: 'このブラウザーには残せませんでした', what: 'ふつうの画面（プライベートではない画面）で開いてください。' },
    noService: {
      why: 'お知らせを運ぶサービスにつながりません',
      what: '少し待って、もう一度押してください。つづくときは、別のブラウザーで開いてください。',
    },
  } satisfies Record<OwnFault, { why: string; what: string }>,

  trial: {
    send: 'ためしに送る',
    outcome: {
      sent: '送りました。届くのを待っています。',
      arrived: '届きました。これで大丈夫です。',
      silent: 'スマホまでは届きました。見えないときは、スマホの設定で、このブラウザーの通知が止まっていないか見てください。',
      waiting: 'まだ届いていません。混んでいるか、電波が弱いようです。あとで届きます。',
      failed: '届きませんでした。一度止めて、もう一度入れてください。',
    },
  },

  times: {
    title: '届く時間',
    quiet: '静かにする時間',
    from: 'ここから',
    until: 'ここまで',
    quietNote: 'この間のものは、あとで届きます。止まった日など、急ぎのものはすぐ届きます。',
    digest: '1日1回のとき',
    digestNote: '「1日1回」にしたものを、この時間にまとめて届けます。',
  },

  topics: {
    title: '何を知らせるか',
    how: { atOnce: 'すぐ', daily: '1日1回', off: '止める' } satisfies Record<How, string>,
    topic: {
      days: { name: '働いた日', holds: '止まった日・直った日' },
      claims: { name: '申請した日', holds: '認められたか、どうか' },
      levels: { name: 'レベルと資格', holds: '届いた・あと少し・審査の結果' },
      applications: { name: '登録の申請', holds: '差し戻し・結果・同意' },
      cards: { name: 'カード', holds: '送った・期限が近い' },
      employment: { name: '所属', holds: '申し出・始まり・終わり' },
      company: { name: '会社の登録', holds: '期限・更新・届かない人' },
      site: { name: '現場のリーダー', holds: '通信がない・番号が重なった' },
      news: { name: '運営からの便り', holds: '制度や災害など' },
      safety: { name: '登録を守るもの', holds: 'かぎ・スマホの変更・カード停止' },
    } satisfies Record<TopicName, { name: string; holds: string }>,
    always: 'いつも届く',
    alwaysWhy: 'ほかの人が勝手に変えたとき、あなたが気づくためです。',
  },

  devices: {
    title: '届く場所',
    here: 'この画面',
    unknown: '名前の分からない端末',
    since: (day: string) => `${day} から`,
    reached: (at: string) => `前回は ${at}`,
    never: 'まだ届いていません',
    remove: 'はずす',
    removed: 'はずしました',
    note: 'はずした端末でパスポートを開くと、また届きます。手元にない端末は、ログアウトさせてください。',
    signOut: 'ログインしている場所',
  },

  mail: {
    title: 'メールでも受け取る',
    note: 'スマホに届かないときのためです。まず、確認のメールを送ります。',
    address: 'メールアドレス',
    always: 'スマホに届くときも、メールで受け取る',
    keep: '確認のメールを送る',
    sent: '確認のメールを送りました。メールの中の「ひらく」を押してください。',
    waiting: '確認を待っています',
    on: 'ここに届きます',
    remove: 'やめる',
  },

  line: {
    title: 'LINEで受け取る',
    note: 'パスポートの公式アカウントを友だちに追加して、コードを送ってください。',
    get: 'コードを出す',
    code: 'LINEで送るコード',
    until: (time: string) => `${time} まで使えます`,
    linked: 'LINEに届きます',
    remove: 'やめる',
  },

  link: {
    confirmTitle: 'このアドレスでお知らせを受け取りますか',
    confirmNote: '確認するまで、ほかのメールは届きません。',
    confirm: '受け取る',
    confirmed: '届くようになりました',
    confirmedNote: '時間や内容は、パスポートの「設定」の「お知らせ」で変えられます。',
    stopTitle: 'このアドレスへのメールを止めますか',
    stopNote: '会社の期限や安全のお知らせも、このアドレスには届かなくなります。',
    stop: '止める',
    stopped: '止めました',
    stoppedNote: 'パスポートの「設定」の「お知らせ」で、また始められます。',
    broken: 'このリンクは使えません',
    brokenNote: 'メールの中のリンクを、もう一度開いてください。',
  },

  ask: {
    title: 'お知らせを受け取りますか',
    yes: '受け取る',
    later: 'あとで',
    change: '「設定」の「お知らせ」で、いつでも変えられます。',
  },
}

export type Words = typeof words
