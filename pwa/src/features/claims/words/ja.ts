/** 日本語, the source. */
export const words = {
  wrong: {
    open: '時刻や現場がちがう',
    title: 'この記録がちがうとき',
    question: '何がちがいますか',
    kinds: { wrongTimes: '入場・退場の時刻がちがう', notThere: 'この現場には行っていない', somethingElse: '職種や会社など、ほかのこと' },
    note: 'どうちがいますか',
    missing: { kind: 'どれか1つえらんでください', note: 'どうちがうか、ひとこと入れてください' },
    send: '送る',
    after: '返事があるまで、今の記録はそのままです',
  },
  answer: {
    about: {
      missedDay: '申請への返事',
      wrongTimes: '時刻の訂正',
      notThere: '「行っていない」の申し出',
      somethingElse: '記録についての申し出',
    },
    waiting: '元請の返事を待っています',
    refused: '元請は認めませんでした',
    refusedNote: 'わけが分からないときは、現場事務所に聞いてください。期限までは、もう一度送れます。',
  },
  tell: {
    company: '会社に知らせる',
    ready: '文は用意してあります。見てから送れます。',
    copied: '文をコピーしました。メールなどに貼れます。',
    byHand: 'この文を会社に見せてください',
  },
}

export type Words = typeof words
