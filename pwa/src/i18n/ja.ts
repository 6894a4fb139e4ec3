/** 日本語, the source language: every other catalogue must have this shape. */
import type { Day, Level, Month } from '../api/schema'
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
  tabs: { label: 'メイン', home: 'ホーム', settings: '設定' },

  figure,
  days: (n: number) => `${figure(n)}日`,
  daysUnit: (_n: number) => '日',
  dayNumber: (n: number) => `${figure(n)}日目`,
  date,
  dateWithWeekday: (day: Day) => `${date(day)}（${WEEKDAYS[dayParts(day).weekday]}）`,
  month: (month: Month) => `${monthParts(month).month}月`,
  monthWithYear: (month: Month) => `${monthParts(month).year}年${monthParts(month).month}月`,

  asOf: (time: string) => `${time} 時点`,
  neverLoaded: 'まだ内容なし',

  level: {
    name: (level: Level) => `レベル${level}`,
    word: { 1: '白・初級技能者', 2: '青・中堅技能者', 3: '銀・職長クラス', 4: '金・登録基幹クラス' } satisfies Record<Level, string>,
    card: (level: Level, name: string) => `レベル${level} ${name}`,
    noTrade: '職種は未登録',
    cardEnds: (days: number) => `カードの期限まで あと${days}日`,
    cardEnded: (day: string) => `カードの期限は${day}まででした`,
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
    restHow: '働く日は、いつもどおり記録できます',
    siteUnknown: '未登録の現場',
    sites: (n: number) => `${n}つの現場`,
    entry: (time: string) => `${time} 入場`,
    exit: (time: string, nextDay: boolean) => `${nextDay ? '翌' : ''}${time} 退場`,
    visit: { counted: '数えました', waiting: '受け付けました', stopped: '止まっています' },
    ways: [
      { what: 'リーダーにカードをタッチ', where: '現場の入口や事務所' },
      { what: '現場で決めたほかの方法', where: 'QR・電話など。朝礼で聞けます' },
      { what: 'リーダーがない現場です', where: '職長か会社に伝えてください' },
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

  door: {
    title: 'だれになりますか',
    lead: 'サンプルの技能者を1人えらぶと、その人のパスポートが開きます。',
    made: '名前も記録も、見本として作ったものです。',
    closed: 'ここではまだログインできません',
    closedWhy: 'ログインの準備ができると、この画面から入れます。',
    entering: (name: string) => `${name}のパスポートを開いています`,
  },

  update: { ready: '新しい版があります', act: '切りかえる' },

  settings: {
    title: '設定',
    language: 'ことば',
    look: '画面の色',
    looks: { system: '電話に合わせる', light: '明るい', dark: '暗い', sun: '屋外（日なた）' },
    size: '文字の大きさ',
    sizes: { 100: '標準', 125: '大', 150: '特大', 200: '最大' },
    leave: 'ログアウト',
    leaveNote: 'この電話に残した内容も消えます。',
  },
}

export type Words = typeof ja
