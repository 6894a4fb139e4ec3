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
  tabs: { label: 'メイン', home: 'ホーム', history: '｜履歴《りれき》', pass: '｜見《み》せる', road: 'めざす', settings: 'せってい' },

  figure,
  days,
  daysUnit: (n) => `｜日《${n === 1 || SPECIAL[n] === undefined ? 'にち' : 'か'}》`,
  dayNumber,
  date,
  dateWithYear: (day: Day) => `${dayParts(day).year}｜年《ねん》${date(day)}`,
  dateWithWeekday: (day: Day) => `${date(day)}（${WEEKDAYS[dayParts(day).weekday]}）`,
  month: (month: Month) => `${monthParts(month).month}｜月《がつ》`,
  monthWithYear: (month: Month) => `${monthParts(month).year}｜年《ねん》${monthParts(month).month}｜月《がつ》`,
  year: (year: string) => `${year}｜年《ねん》`,
  weekdays: WEEKDAYS,
  nextDay: (time) => `｜次《つぎ》の ｜日《ひ》 ${time}`,
  back: 'もどる',

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
    toSettings: (name) => `${name} – せってい`,
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
    restHow: '｜働《はたら》く ｜日《ひ》は、｜記録《きろく》できます',
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
      { what: 'リーダーが ない ｜現場《げんば》です', where: 'ここから ｜申請《しんせい》できます' },
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

  news: { bell: (n) => (n === 0 ? 'お｜知《し》らせ' : `お｜知《し》らせ ｜新《あたら》しい もの ${figure(n)}つ`) },

  recovery: {
    begun: 'あなたの ｜登録《とうろく》を、｜別《べつ》の スマホに ｜移《うつ》す ｜申《もう》し｜込《こ》みが ありました',
    notMe: 'あなたでは ない ときは、すぐ ｜止《と》めて ください。',
    look: '｜見《み》る・｜止《と》める',
  },

  first: {
    title: '｜今日《きょう》 できる こと',
    steps: [
      { what: 'ことばと ｜文字《もじ》の ｜大《おお》きさ', how: '｜読《よ》みやすい ｜画面《がめん》に します' },
      { what: 'かぎを もう 1つ', how: '｜電話《でんわ》が こわれても ｜入《はい》れます' },
      { what: '｜見《み》せる', how: 'レベルと ｜名前《なまえ》を すぐ ｜見《み》せます' },
    ],
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

  road: {
    next: '｜次《つぎ》の レベル',
    earliest: '｜早《はや》くて',
    about: (month) => `${month}ごろ`,
    days: (n) => `｜日数《にっすう》 あと ${n}`,
    foremanDays: { foreman: (n) => `｜職長《しょくちょう》 あと ${n}`, foremanOrLeader: (n) => `｜班長《はんちょう》 あと ${n}` },
    qualifications: (n) => `｜資格《しかく》 あと ${n}つ`,
    reached: (level) => `レベル${level}に ｜届《とど》きました`,
    undecided: 'ここでは ｜決《き》める ことが できません',
    onlyQualifications: 'あとは ｜資格《しかく》だけです',
    noDate: '｜日《ひ》は まだ わかりません',
  },

  history: {
    views: { label: '｜見《み》かた', calendar: 'カレンダー', list: 'リスト', year: '1｜年《ねん》' },
    before: (name) => `｜前《まえ》へ ${name}`,
    after: (name) => `｜次《つぎ》へ ${name}`,
    day: {
      counted: '｜数《かぞ》えた',
      waiting: '｜待《ま》って いる',
      stopped: '｜止《と》まって いる',
      none: '｜記録《きろく》なし',
      off: '｜休《やす》み',
      future: 'これから',
    },
    daily: '｜日《ひ》ごと',
    attention: '｜見《み》て ほしい ｜日《ひ》',
    three: 'タッチ・｜就業日《しゅうぎょうび》・｜退職金《たいしょくきん》',
    claimable: '｜仕事《しごと》を した ｜日《ひ》なら、20｜秒《びょう》で ｜送《おく》れます',
    empty: 'この ｜月《つき》の ｜記録《きろく》は、まだ ありません',
    unseen: 'ここは、まだ ｜見《み》て いません',
  },

  yearPage: {
    counted: '｜数《かぞ》えた ｜日《ひ》',
    trades: '｜仕事《しごと》の ｜種類《しゅるい》ごと',
    positions: '｜役《やく》ごと',
    both: '1｜日《にち》に 2つの ｜仕事《しごと》を した ｜日《ひ》は、どちらにも ｜数《かぞ》えます',
    position: { worker: '｜一般《いっぱん》', squadLeader: '｜班長《はんちょう》', foreman: '｜職長《しょくちょう》' },
    empty: 'この ｜年《とし》の ｜記録《きろく》は、まだ ありません',
  },

  day: {
    chain: 'この ｜日《ひ》の ｜記録《きろく》',
    steps: {
      tap: 'タッチ',
      workDay: '｜就業日《しゅうぎょうび》',
      retirementExpected: '｜退職金《たいしょくきん》 ｜見込《みこ》み',
      retirementConfirmed: '｜退職金《たいしょくきん》 ｜決《き》まり',
    },
    claimed: '｜申請《しんせい》',
    state: (step, state) => `${step} – ${state}`,
    received: (time) => `${time} に ｜受《う》けとりました`,
    counted: '｜数《かぞ》えました',
    waiting: 'たしかめて います',
    expectedLater: '｜就業日《しゅうぎょうび》に なると、｜見込《みこ》みに ｜入《はい》ります',
    confirmedLater: '｜会社《かいしゃ》が お｜金《かね》を ｜払《はら》うと、｜決《き》まります',
    evidence: (grade) => `｜証拠《しょうこ》 ${grade}`,
    grades: {
      A: 'とても ｜強《つよ》い ｜証拠《しょうこ》です',
      B: '｜強《つよ》い ｜証拠《しょうこ》です',
      C: 'ふつうの ｜証拠《しょうこ》です',
      D: '｜弱《よわ》い ｜証拠《しょうこ》です',
      E: 'あなたの ｜話《はなし》だけです',
    },
    presented: {
      nothing: '｜何《なに》も なし',
      secureCard: 'カード',
      openCard: 'ICカード',
      tagCode: '｜現場《げんば》の タグ',
      rotatingQr: 'QRコード',
      call: '｜電話《でんわ》',
      face: '｜顔《かお》',
      button: 'ボタン',
      list: '｜名簿《めいぼ》',
      claim: 'あなたの ｜申請《しんせい》',
    },
    devices: {
      none: '',
      reader: 'カードリーダー',
      loggingReader: '｜記録《きろく》する リーダー',
      foremanPhone: '｜職長《しょくちょう》の ｜電話《でんわ》',
      gateTag: '｜入口《いりぐち》の タグ',
      ownPhone: 'あなたの ｜電話《でんわ》',
      vendor: 'ほかの ｜会社《かいしゃ》の システム',
      terminal: '｜現場《げんば》の ｜機械《きかい》',
    },
    seenBy: {
      nobody: '',
      foreman: '｜職長《しょくちょう》が ｜見《み》ました',
      guard: '｜警備《けいび》の ｜人《ひと》が ｜見《み》ました',
    },
    placeKnown: '｜場所《ばしょ》も わかります',
    details: 'くわしい ｜記録《きろく》',
    employer: '｜会社《かいしゃ》',
    prime: '｜元請《もとうけ》',
    tier: '｜契約《けいやく》の ｜順番《じゅんばん》',
    tierOf: (tier) => (tier === 0 ? '｜元請《もとうけ》' : `${tier}｜次《じ》`),
    position: '｜役《やく》',
    trade: '｜仕事《しごと》の ｜種類《しゅるい》',
    content: '｜仕事《しごと》',
    entryAt: '｜入《はい》った ｜時間《じかん》',
    exitAt: '｜出《で》た ｜時間《じかん》',
    actedAt: '｜機械《きかい》の ｜時計《とけい》',
    receivedAt: '｜届《とど》いた ｜時間《じかん》',
    recognisedOn: '｜数《かぞ》えた ｜日《ひ》',
    approvedOn: '｜元請《もとうけ》の ｜返事《へんじ》',
    notYet: 'まだ ありません',
    corrections: '｜直《なお》した ｜記録《きろく》',
    before: '｜直《なお》す ｜前《まえ》',
    after: '｜直《なお》した あと',
    by: 'だれが',
    why: 'わけ',
    takenAway: '｜取《と》り｜消《け》しました',
    none: '｜記録《きろく》が ありません',
    noneNote: '｜休《やす》んだと いう ｜意味《いみ》では ありません。｜仕事《しごと》を した ｜日《ひ》なら、｜送《おく》れます。',
    off: '｜休《やす》みの ｜日《ひ》です',
    offNote: '｜仕事《しごと》を した ｜日《ひ》なら、｜送《おく》れます。',
    future: 'これからの ｜日《ひ》です',
    until: (day) => `${day}まで ｜入《い》れる ことが できます`,
    over: (day) => `｜入《い》れる ことが できる ｜日《ひ》は ${day}まででした`,
    claim: 'この ｜日《ひ》を ｜申請《しんせい》する',
  },

  claim: {
    title: '｜記録《きろく》が ない ｜日《ひ》の ｜申請《しんせい》',
    day: '｜日《ひ》',
    site: '｜現場《げんば》',
    other: 'ほかの ｜現場《げんば》',
    number: '｜現場《げんば》の ｜番号《ばんごう》（14けた）',
    entry: '｜入《はい》った ｜時間《じかん》',
    exit: '｜出《で》た ｜時間《じかん》',
    ifKnown: 'わかれば',
    note: 'ひとこと',
    noteHint: 'カードを ｜忘《わす》れた、など',
    send: '｜申請《しんせい》する',
    close: 'とじる',
    drafts: '｜書《か》いた ことは、この ｜電話《でんわ》に ｜残《のこ》ります',
    missing: {
      day: '｜今日《きょう》か、｜今日《きょう》より ｜前《まえ》の ｜日《ひ》を ｜入《い》れて ください',
      site: '｜現場《げんば》を えらんで ください',
      number: '｜番号《ばんごう》は 14けたの ｜数字《すうじ》です',
      entry: '｜入《はい》った ｜時間《じかん》を ｜入《い》れて ください',
    },
    received: '｜受付《うけつけ》',
    registered: '｜登録《とうろく》',
    counted: '｜算入《さんにゅう》',
    onPhone: 'この ｜電話《でんわ》が ｜受《う》けとりました',
    onPhoneNote:
      'まだ ｜送《おく》って いません。｜電波《でんぱ》が ｜入《はい》ると、｜送《おく》ります。もう ｜一度《いちど》 ｜入《い》れなくて いいです。',
    impossible: '｜申請《しんせい》できませんでした',
    again: '｜直《なお》して ｜送《おく》る',
    drop: 'やめる',
    unsent: (n) => `まだ ｜送《おく》って いない ｜申請《しんせい》 ${n}つ`,
    notKept: '｜送《おく》れませんでした。｜電波《でんぱ》が ある ｜所《ところ》で、もう ｜一度《いちど》 おして ください。',
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

  language: 'ことば',
  leave: 'ログアウト',

  door: {
    title: '｜働《はたら》いた ｜日《ひ》が、レベルに なります',
    levels: '｜会社《かいしゃ》が ｜給料《きゅうりょう》を ｜決《き》める とき、｜見《み》ます。',
    signIn: 'この ｜電話《でんわ》で ログイン',
    signInHow: '｜顔《かお》・｜指《ゆび》・｜画面《がめん》ロックで ｜開《ひら》きます',
    first: { what: 'はじめての ｜人《ひと》', how: 'カードと、もらった コードで' },
    apply: { what: 'はじめて ｜登録《とうろく》する ｜人《ひと》', how: '｜働《はたら》く ｜人《ひと》・｜会社《かいしゃ》' },
    newPhone: {
      what: '｜新《あたら》しい ｜電話《でんわ》の ｜人《ひと》',
      how: '｜会社《かいしゃ》か ｜窓口《まどぐち》の コードで',
    },
    noKey:
      'この ｜電話《でんわ》に ｜鍵《かぎ》が ない ｜人《ひと》は、｜下《した》の 「はじめての ｜人《ひと》」か 「｜新《あたら》しい ｜電話《でんわ》の ｜人《ひと》」を おして ください。',
    samples: 'サンプルの ｜人《ひと》で ｜見《み》る',
    lead: 'サンプルの ｜人《ひと》を ｜1人《ひとり》 えらんで ください。その ｜人《ひと》の パスポートが ｜開《ひら》きます。',
    made: '｜名前《なまえ》も ｜記録《きろく》も、｜見本《みほん》です。',
    look: '｜画面《がめん》の ｜色《いろ》と ｜文字《もじ》の ｜大《おお》きさ',
    working: 'たしかめて います',
    kept: '｜書《か》いた ことは、この ｜画面《がめん》に あります。',
    signal: '｜電波《でんぱ》が ある ｜所《ところ》で、もう ｜一度《いちど》 おして ください。',
    wait: (n) => `${n}｜分《ふん》 たつと、また できます。`,
    stumbles: {
      none: {
        why: 'この ブラウザーでは、｜鍵《かぎ》を ｜使《つか》う ことが できません',
        what: '｜新《あたら》しい Chromeか Safariで ｜開《ひら》いて ください。',
      },
      cancelled: { why: 'とちゅうで ｜止《と》まりました', what: 'もう ｜一度《いちど》 おして ください。' },
      late: { why: '｜時間《じかん》が すぎました', what: 'もう ｜一度《いちど》 おして、1｜分《ぷん》の うちに たしかめて ください。' },
      lock: {
        why: '｜画面《がめん》ロックが ありません',
        what: '｜電話《でんわ》の せっていで、｜顔《かお》・｜指《ゆび》・｜番号《ばんごう》の どれかを つけて ください。',
      },
      known: {
        why: 'この ｜電話《でんわ》には、もう ｜鍵《かぎ》が あります',
        what: 'はじめの ｜画面《がめん》で、ログインして ください。',
      },
      place: {
        why: '｜開《ひら》いた ｜住所《じゅうしょ》（URL）が、いつもと ちがいます',
        what: 'いつもの アプリを ｜自分《じぶん》で ｜開《ひら》いて ください。',
      },
      odd: {
        why: '｜電話《でんわ》が ｜鍵《かぎ》を ｜使《つか》う ことが できませんでした',
        what: 'もう ｜一度《いちど》 おして ください。だめなら、｜電話《でんわ》を ｜一度《いちど》 ｜切《き》って、また つけて ください。',
      },
    },
  },

  update: { ready: '｜新《あたら》しい アプリが あります', act: '｜新《あたら》しく する' },
}
