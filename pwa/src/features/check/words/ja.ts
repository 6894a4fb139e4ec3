import type { Finding } from '../../../api/schema'
import type { Unable } from '../checking'

/** Why a code is not good, who mends it, how and when. */
export interface Wrong {
  title: string
  text: string
  who: string
  what: string
  when: string
}

export const words = {
  title: '技能者パスポートの確認',
  valid: '有効です',
  past: '有効でした',
  pastNote: '時間がたちました。いまのことは、もう一度読み取って確かめてください。',
  invalid: '使えません',
  unable: 'まだ分かりません',
  checking: '確かめています',
  at: (day: string, time: string) => `${day} ${time} に確認`,

  number: '技能者番号',
  born: '生年月日',
  bornOn: (year: string, date: string) => `${year}${date}`,
  pass: 'このパス',
  left: (seconds: number) => `あと${seconds}秒`,

  told: 'あなたに見えるのは、この画面だけです。見たことは、本人に知らされます。',
  asking: '登録簿にも確かめています。',
  notAsked: '登録簿には確かめられませんでした。少し前に止まったパスは、ここでは分かりません。',
  again: 'もう一度確かめる',
  offline: '圏外でも確かめられます',
  signed: (month: string) => `署名 ${month}`,

  who: 'だれが',
  what: '何を',
  when: 'いつ',
  wrong: {
    too_old: {
      title: 'パスの時間が切れています',
      text: '画面の写真か、古い画面かもしれません。',
      who: '本人',
      what: 'アプリの「見せる」を開きなおす',
      when: 'いま。数秒でできます',
    },
    from_future: {
      title: '時計が合っていません',
      text: 'QRの時刻が、いまより先です。どちらかの電話の時計がずれています。',
      who: '本人と、確かめる人',
      what: '電話の設定で、時刻を自動に合わせる',
      when: 'いま。1分ほどでできます',
    },
    not_ours: {
      title: 'ここで出したパスではありません',
      text: '別のQRか、読み取りのまちがいかもしれません。',
      who: '本人',
      what: 'アプリの「見せる」を開いて、QRを見せる',
      when: 'いま。数秒でできます',
    },
    certificate_over: {
      title: 'パスの期限が切れています',
      text: '長いあいだ、電波のない所にいたのかもしれません。',
      who: '本人',
      what: '電波の入る所で「見せる」を開く',
      when: '電波が入れば、すぐ',
    },
    key_ended: {
      title: 'その電話はログアウトしています',
      text: '前に使っていた電話の画面かもしれません。',
      who: '本人',
      what: 'アプリにログインして「見せる」を開く',
      when: 'いま。数分でできます',
    },
    card_revoked: {
      title: '使えるカードがありません',
      text: 'カードが止まっているか、期限が切れています。',
      who: '本人の会社',
      what: 'カードを更新するか、新しいカードを登録する',
      when: '新しいカードが登録されたあと',
    },
    worker_removed: {
      title: '登録が終わっています',
      text: 'いまの登録簿に、この人の登録がありません。',
      who: '本人と、運営の窓口',
      what: '窓口で、登録をもどす',
      when: '窓口が開いている時間',
    },
  } satisfies Record<Exclude<Finding, 'valid'>, Wrong>,
  shownAt: (time: string) => `${time} に出されたQRです。`,
  meaning: '本人の資格がなくなった、という意味ではありません。',

  cannot: {
    noKeys: {
      title: '確かめるための鍵が、まだありません',
      text: 'この電話で確かめるのは、はじめてです。いまはつながらず、鍵を取り寄せられません。',
      who: 'あなた',
      what: '電波の入る所で、もう一度読み取る',
      when: '一度できれば、次からは圏外でも',
    },
    olderKeys: {
      title: 'この電話の鍵は、前のものです',
      text: 'パスのほうが新しいので、圏外では確かめられません。',
      who: 'あなた',
      what: '電波の入る所で、もう一度読み取る',
      when: '電波が入れば、すぐ',
    },
    noCrypto: {
      title: 'このブラウザでは確かめられません',
      text: '登録簿にもつながりませんでした。',
      who: 'あなた',
      what: '電波の入る所か、新しいブラウザで読み取る',
      when: 'いま',
    },
  } satisfies Record<Unable, Wrong>,
  nothingKept: 'この電話には、何も残していません。急ぐときは、カードを見てください。',

  empty: 'パスのQRを読み取ってください',
  emptyHow: ['本人に、アプリの「見せる」を開いてもらいます', '電話のカメラを、QRに向けます', '出てきた住所を開くと、ここに結果が出ます'],
}

export type Words = typeof words
