/** やさしい日本語: every kanji carries its reading as ｜漢字《かんじ》, spaces part the phrases, nothing is passive. */
import type { Day, Month } from '../api/schema'
import { dayParts, monthParts } from './dates'
import type { Words } from './ja'

const WEEKDAYS = ['｜日《にち》', '｜月《げつ》', '｜火《か》', '｜水《すい》', '｜木《もく》', '｜金《きん》', '｜土《ど》'] as const
const figure = (n: number) => n.toLocaleString('ja-JP')

/** Readings of days that are not figure + にち; they stand over figure and 日 together. */
const SPECIAL: Readonly<Record<number, string>> = {
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}

function days(n: number): string {
  const reading = SPECIAL[n]
  return reading === undefined ? `${figure(n)}｜日《にち》` : `｜${n}日《${reading}》`
}

function dayNumber(n: number): string {
  const reading = SPECIAL[n]
  return reading === undefined ? `${figure(n)}｜日目《にちめ》` : `｜${n}日目《${reading}め》`
}

function date(day: Day): string {
  const { month, day: number } = dayParts(day)
  return `${month}｜月《がつ》${number === 1 ? '｜1日《ついたち》' : days(number)}`
}

export const words: Words = {
  app: '｜技能者《ぎのうしゃ》 パスポート',
  sample: 'サンプル',
  tabs: { label: 'メイン', home: 'ホーム', settings: 'せってい' },

  figure,
  days,
  daysUnit: (n) => `｜日《${n === 1 || SPECIAL[n] === undefined ? 'にち' : 'か'}》`,
  dayNumber,
  date,
  dateWithWeekday: (day: Day) => `${date(day)}（${WEEKDAYS[dayParts(day).weekday]}）`,
  month: (month: Month) => `${monthParts(month).month}｜月《がつ》`,
  monthWithYear: (month: Month) => `${monthParts(month).year}｜年《ねん》${monthParts(month).month}｜月《がつ》`,

  asOf: (time) => `${time} の ｜内容《ないよう》`,
  neverLoaded: 'まだ ｜内容《ないよう》が ない',

  level: {
    name: (level) => `レベル${level}`,
    word: {
      1: '｜白《しろ》・はじめの ｜人《ひと》',
      2: '｜青《あお》・｜一人《ひとり》で できる ｜人《ひと》',
      3: '｜銀《ぎん》・｜職長《しょくちょう》の ｜人《ひと》',
      4: '｜金《きん》・いちばん ｜上《うえ》の ｜人《ひと》',
    },
    card: (level, name) => `レベル${level} ${name}`,
    noTrade: '｜仕事《しごと》の ｜種類《しゅるい》は まだ ない',
    cardEnds: (n) => `カードを ｜使《つか》える ｜日《ひ》は あと ${days(n)}`,
    cardEnded: (day) => `カードを ｜使《つか》える ｜日《ひ》は ${day}まででした`,
  },

  today: {
    title: '｜今日《きょう》の ｜記録《きろく》',
    counted: (day) => `${day ?? '｜今日《きょう》'}は ｜数《かぞ》えました`,
    waiting: (day) => (day === null ? '｜受《う》けとりました' : `${day}は ｜受《う》けとりました`),
    waitingNote: 'まだ ｜数《かぞ》えて いません。たしかめた あとで、｜数《かぞ》えます。もう ｜一度《いちど》 タッチしなくて いいです。',
    stopped: (day) => `${day ?? '｜今日《きょう》'}は ｜止《と》まって います`,
    stoppedNote: 'タッチの ｜記録《きろく》は あります。なくなりません。',
    none: (day) => (day === null ? '｜今日《きょう》は まだです' : `${day}は ｜記録《きろく》が ありません`),
    noneHow: '｜現場《げんば》に ｜着《つ》いたら、どれか ｜1《ひと》つ',
    noneThen: '｜電波《でんぱ》が ｜入《はい》ると、｜新《あたら》しい ｜内容《ないよう》を ｜見《み》ます',
    rest: '｜今日《きょう》は ｜休《やす》みの ｜日《ひ》です',
    restHow: '｜働《はたら》く ｜日《ひ》は、いつもと ｜同《おな》じように ｜記録《きろく》できます',
    siteUnknown: 'まだ ｜登録《とうろく》して いない ｜現場《げんば》',
    sites: (n) => `${n}つの ｜現場《げんば》`,
    entry: (time) => `${time} に ｜入《はい》りました`,
    exit: (time, nextDay) => `${nextDay ? '｜次《つぎ》の ｜日《ひ》の ' : ''}${time} に ｜出《で》ました`,
    visit: { counted: '｜数《かぞ》えました', waiting: '｜受《う》けとりました', stopped: '｜止《と》まって います' },
    ways: [
      { what: 'リーダーに カードを タッチ', where: '｜現場《げんば》の ｜入口《いりぐち》や ｜事務所《じむしょ》' },
      {
        what: '｜現場《げんば》で ｜決《き》めた ほかの ｜方法《ほうほう》',
        where: 'QRや ｜電話《でんわ》など。｜朝礼《ちょうれい》で ｜聞《き》いて ください',
      },
      { what: 'リーダーが ない ｜現場《げんば》です', where: '｜職長《しょくちょう》か ｜会社《かいしゃ》に ｜言《い》って ください' },
    ],
  },

  chain: {
    tap: 'タッチ',
    workDay: '｜就業日《しゅうぎょうび》',
    retirement: '｜退職金《たいしょくきん》',
    received: (time) => `${time} ｜受付《うけつけ》`,
    counted: '｜数《かぞ》えた',
    waiting: '｜待《ま》って います',
    stopped: '｜止《と》まって います',
    later: 'この あと',
    label: {
      done: 'できました',
      waiting: '｜待《ま》って います',
      stopped: 'ここで ｜止《と》まって います',
      later: 'この あとです',
    },
  },

  reason: {
    who: 'だれが',
    what: '｜何《なに》を',
    where: 'どこで',
    until: 'いつまで',
    left: (n) => `あと ${days(n)}`,
    help: '｜相談《そうだん》する ときの ｜番号《ばんごう》',
  },

  monthPanel: {
    stopped: '｜止《と》まって いる ｜日《ひ》',
    waiting: '｜待《ま》って いる ｜日《ひ》',
    picture: (month, counted, waiting, stopped) =>
      [
        `${month}は ${days(counted)} ｜数《かぞ》えました。`,
        waiting > 0 ? `｜待《ま》って いる ｜日《ひ》は ${days(waiting)}です。` : '',
        stopped > 0 ? `｜止《と》まって いる ｜日《ひ》は ${days(stopped)}です。` : '',
      ].join(''),
  },

  career: {
    title: 'これまで',
    since: (month) => `${month}から`,
    foreman: (n) => `｜職長《しょくちょう》の ｜日《ひ》は ${n}`,
    none: '｜最初《さいしょ》の ｜1日《いちにち》から ｜数《かぞ》えます',
    picture: (months, most) =>
      `この ${months}か｜月《げつ》の、｜月《つき》ごとの ｜日数《にっすう》。いちばん ｜多《おお》い ｜月《つき》は ${days(most)}です。`,
    axis: (months) => `この ${months}か｜月《げつ》`,
  },

  trouble: {
    offline: '｜電波《でんぱ》が ありません。',
    unreachable: 'つながりません。',
    showing: (day, time) => `${day} ${time} の ｜内容《ないよう》です`,
    again: 'もう ｜一度《いちど》 つないで います',
    loading: '｜読《よ》んで います',
    nothingKept: 'この ｜電話《でんわ》に、まだ ｜内容《ないよう》が ありません',
    nothingKeptWhy:
      '｜電波《でんぱ》が ある ｜所《ところ》で ｜一度《いちど》 ｜開《ひら》いて ください。｜次《つぎ》から、｜電波《でんぱ》が なくても ｜見《み》る ことが できます。',
    retry: 'もう ｜一度《いちど》 つなぐ',
  },

  door: {
    title: 'だれに なりますか',
    lead: 'サンプルの ｜人《ひと》を ｜1人《ひとり》 えらんで ください。その ｜人《ひと》の パスポートが ｜開《ひら》きます。',
    made: '｜名前《なまえ》も ｜記録《きろく》も、｜見本《みほん》です。',
    closed: 'ここでは まだ ログインできません',
    closedWhy: 'ログインの ｜準備《じゅんび》が できたら、ここから ｜入《はい》れます。',
    entering: (name) => `${name}の パスポートを ｜開《ひら》いて います`,
  },

  update: { ready: '｜新《あたら》しい アプリが あります', act: '｜新《あたら》しく する' },

  settings: {
    title: 'せってい',
    language: 'ことば',
    look: '｜画面《がめん》の ｜色《いろ》',
    looks: {
      system: '｜電話《でんわ》と ｜同《おな》じ',
      light: '｜明《あか》るい',
      dark: '｜暗《くら》い',
      sun: '｜外《そと》（｜日《ひ》が ｜強《つよ》い とき）',
    },
    size: '｜文字《もじ》の ｜大《おお》きさ',
    sizes: { 100: 'ふつう', 125: '｜大《おお》きい', 150: 'とても ｜大《おお》きい', 200: 'いちばん ｜大《おお》きい' },
    leave: 'ログアウト',
    leaveNote: 'この ｜電話《でんわ》に ある ｜内容《ないよう》も ｜消《け》します。',
  },
}
