import type { Audience } from '../../../api/schema'

export const words = {
  bright: '明るく',
  code: (audience: string) => `${audience}に見せるQRコード。相手のカメラで読み取れます`,
  left: (seconds: number) => `残り${seconds}秒`,
  changes: '1分ごとに変わります',
  offline: (until: string) => `圏外でも使えます（${until}まで）`,
  audience: '見せる相手',
  audiences: { site: '現場', shop: '店・食堂', office: '役所' } satisfies Record<Audience, string>,
  sees: '相手に見えるもの：',
  seen: {
    site: '名前、レベル、職種、技能者番号',
    shop: 'レベルだけ',
    office: '名前、生年月日、レベル、職種、技能者番号',
  } satisfies Record<Audience, string>,
  viewers: '見た人',
  first: 'この電話には、まだパスがありません',
  firstHow: '電波の入る所で一度開くと、次からは圏外でも見せられます。',
  over: (day: string) => `パスの期限（${day}）がすぎました`,
  overHow: '電波の入る所で開くと、すぐ新しくなります。',
  refused: 'いまはパスを出せません',
  cardHelps: '急ぐときは、カードを見せてください。',
  unable: 'このブラウザでは、パスを作れません',
  unableHow: '新しいブラウザで、https:// で始まる住所を開いてください。',
  seconds: (n: number) => `${n}秒`,
  minutes: (n: number) => `${n}分`,
  clockAhead: (much: string) => `この電話の時計は、${much}ほど進んでいます`,
  clockBehind: (much: string) => `この電話の時計は、${much}ほど遅れています`,
  clockHow: 'QRは正しい時刻で作っています。電話の設定で、時刻を自動に合わせてください。',
  notKept: 'この電話には、パスを残せません',
  notKeptHow: '見せるたびに電波がいります。ふつうのウィンドウで開くと、残せます。',
}

export type Words = typeof words
