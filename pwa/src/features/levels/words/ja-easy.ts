/** やさしい日本語 */
import { words as easy } from '../../../i18n/ja-easy'
import type { Words } from './ja'

const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years}｜年《ねん》` : '', rest > 0 ? `${rest}か｜月《げつ》` : ''].join(' ').trim()
}
const days = (n: number) => easy.days(n)
const figure = (n: number) => n.toLocaleString('ja-JP')
const half = (months: number) => (months === 6 ? 'この ｜半年《はんとし》' : `この ${months}か｜月《げつ》`)

export const words: Words = {
  title: 'めざす',
  roads: '｜仕事《しごと》の ｜分野《ぶんや》',

  sign: {
    toReach: (level, field) => `レベル${level}（${field}）に ｜届《とど》くのは`,
    samePace: (months) => `${half(months)}と ｜同《おな》じように ｜働《はたら》くと`,
    andQualified: (months) => `${half(months)}と ｜同《おな》じように ｜働《はたら》いて、｜資格《しかく》も とると`,
    towards: (level, field) => `レベル${level}（${field}）まで`,
    onlyQualifications: 'あとは ｜資格《しかく》だけです',
    daysThere: '｜日数《にっすう》は たりて います',
    noDate: '｜日《ひ》は まだ わかりません',
    noPace: {
      days: (months) =>
        months === 0
          ? '｜働《はたら》いた ｜月《つき》が まだ ないからです'
          : `${half(months)}、｜数《かぞ》えた ｜日《ひ》が ないからです`,
      foremanDays: (months, who) =>
        months === 0 ? '｜働《はたら》いた ｜月《つき》が まだ ないからです' : `${half(months)}、${who}の ｜日《ひ》が ないからです`,
    },
    reachedAt: (level, field) => `レベル${level}（${field}）に`,
    reached: '｜届《とど》きました',
    reckoned: '｜記録《きろく》を ｜見《み》て ｜計算《けいさん》しました',
    undecidedOf: (level, field) => `レベル${level}（${field}）は`,
    undecided: 'ここでは ｜決《き》める ことが できません',
    undecidedWhy: 'ルールが まだ ぜんぶ わかりません',
    applied: (level, field) => `レベル${level}（${field}）を`,
    filed: '｜申請《しんせい》しました',
    top: (field) => `${field}の いちばん ｜上《うえ》です`,
    topName: 'レベル4',
    heldSince: (day) => `${day}から`,
  },

  who: { foreman: '｜職長《しょくちょう》', foremanOrLeader: '｜班長《はんちょう》・｜職長《しょくちょう》' },

  lanes: {
    label: (level) => `レベル${level}までの ｜道《みち》`,
    days: '｜日数《にっすう》',
    foremanDays: { foreman: '｜職長《しょくちょう》', foremanOrLeader: '｜班長《はんちょう》・ ｜職長《しょくちょう》' },
    qualifications: '｜資格《しかく》',
    left: 'あと',
    things: (n) => `${n}つ`,
    of: (n) => `／${n}つ`,
    ofDays: (n) => `／${days(n)}`,
    there: 'OK',
    aboutDays: (n) => `／だいたい ${days(n)}`,
    unknown: 'まだ わかりません',
  },

  slowest: {
    days: {
      what: '｜日数《にっすう》に いちばん ｜時間《じかん》が かかります。',
      how: '｜働《はたら》いたのに ｜記録《きろく》が ない ｜日《ひ》は、「｜履歴《りれき》」で ｜申請《しんせい》できます。',
    },
    foremanDays: (who) => ({
      what: `${who}の ｜日数《にっすう》に いちばん ｜時間《じかん》が かかります。`,
      how: `${who}に なる ｜日《ひ》を ｜会社《かいしゃ》に ｜相談《そうだん》すると、｜早《はや》く なります。`,
    }),
    qualifications: {
      what: 'あとは ｜資格《しかく》だけです。',
      how: '｜資格《しかく》を とったら、「｜自分《じぶん》の ｜資格《しかく》」に ｜入《い》れて ください。',
    },
    checking: { what: '｜資格《しかく》を たしかめて います。', how: 'おわったら、お｜知《し》らせします。' },
  },

  ways: {
    others: (n) => `ほかの ｜行《い》き｜方《かた》を ｜見《み》る（${n}）`,
    name: (n) => `｜行《い》き｜方《かた》 ${n}`,
    nearest: 'いちばん ｜近《ちか》い',
    left: (n) => `｜日数《にっすう》 あと ${n}`,
    allThere: '｜日数《にっすう》は たりて います',
  },

  needs: {
    title: '｜必要《ひつよう》な ｜資格《しかく》',
    someOf: (n) => `この ｜中《なか》の ${n}つ`,
    or: 'または',
    state: { held: 'あります', waiting: 'たしかめて います', expired: '｜期限《きげん》が ｜切《き》れました', missing: 'まだ' },
    until: (day) => `${day}まで`,
    fromLevel: (level) => `レベル${level}の ルール`,
    incomplete: '｜資格《しかく》は ほかにも あるかも しれません。',
  },

  undecided: {
    title: 'ここでは ｜決《き》める ことが できません',
    lead: 'この ｜道《みち》は、｜今《いま》 わかって いる ことだけです。レベルは ｜下《した》の ｜団体《だんたい》が ｜決《き》めます。',
    why: {
      qualificationsUnknown: '｜必要《ひつよう》な ｜資格《しかく》が ぜんぶは わかりません',
      daysAssumed: '｜日数《にっすう》は、ほかの ｜分野《ぶんや》の ｜数《かず》です',
      foremanDaysAssumed: '｜班長《はんちょう》・｜職長《しょくちょう》の ｜日数《にっすう》は、ほかの ｜分野《ぶんや》の ｜数《かず》です',
      tradesUnknown: 'どの ｜仕事《しごと》の ｜日《ひ》を ｜数《かぞ》えるか、わかりません',
      lowerUnknown: '｜下《した》の レベルの ルールが まだ わかりません',
    },
    ask: '｜決《き》める ところ',
  },

  beyond: (level) => `レベル${level}までの ｜道《みち》を ｜見《み》る`,
  backTo: (level) => `レベル${level}までの ｜道《みち》に もどる`,

  what: {
    title: 'もし こう ｜働《はたら》いたら',
    monthDays: '1か｜月《げつ》に ｜出《で》る ｜日《ひ》',
    foremanDays: {
      foreman: 'その ｜中《なか》で ｜職長《しょくちょう》の ｜日《ひ》',
      foremanOrLeader: 'その ｜中《なか》で ｜班長《はんちょう》・｜職長《しょくちょう》の ｜日《ひ》',
    },
    qualifiedIn: 'たりない ｜資格《しかく》を とる ｜年《とし》',
    inMonth: (n) => `1か｜月《げつ》に ${days(n)}`,
    ofThese: (n, all) => `1か｜月《げつ》 ${days(all)}の ｜中《なか》で ${days(n)}`,
    ifForeman: (n, who) => `${who}の ｜日《ひ》を ${days(n)}に すると`,
    ifDays: (n) => `｜出《で》る ｜日《ひ》を ${days(n)}に すると`,
    ifYear: (year) => `｜資格《しかく》を ${year}に とると`,
    answer: 'この ｜働《はたら》き｜方《かた》だと',
    sooner: (months) => `${span(months)} ｜早《はや》い`,
    later: (months) => `${span(months)} おそい`,
    same: '｜今《いま》と ｜同《おな》じです',
    never: '｜届《とど》く ｜月《つき》が ありません',
    decides: {
      days: '｜日数《にっすう》で ｜決《き》まります',
      foremanDays: (who) => `${who}の ｜日数《にっすう》で ｜決《き》まります`,
      qualifications: '｜資格《しかく》を とる ｜年《とし》で ｜決《き》まります',
    },
    byEnd: (year) => `${year}の ｜終《お》わりまでに ｜資格《しかく》を とる ｜計算《けいさん》です`,
    reset: 'もとに もどす',
  },

  ready: {
    title: 'そろえる もの',
    about: {
      qualification: '｜資格《しかく》',
      days: '｜日数《にっすう》',
      trade: '｜仕事《しごと》の ｜種類《しゅるい》',
      experience: '｜前《まえ》の ｜経験《けいけん》の ｜紙《かみ》',
      evaluation: 'レベルの ｜評価《ひょうか》',
    },
    more: (n) => `ほかの ${n}つを ｜見《み》る`,
  },

  pay: {
    title: 'レベルと 1｜年《ねん》の ｜給料《きゅうりょう》',
    allFields: (month) => `｜国《くに》の めやすです（ぜんぶの ｜分野《ぶんや》、${month}）。`,
    thisField: (field, month) =>
      `｜国《くに》の めやすです（${month}）。｜太《ふと》い ｜数字《すうじ》は ${field}、｜細《ほそ》い ｜数字《すうじ》は ぜんぶの ｜分野《ぶんや》です。`,
    company: (month) =>
      `｜本当《ほんとう》の ｜給料《きゅうりょう》は ｜会社《かいしゃ》が ｜決《き》めます。${month}の ｜新《あたら》しい ｜数字《すうじ》は まだ ここに ありません。`,
    labourRate: (yen, month) =>
      `｜国《くに》の ｜工事《こうじ》の めやす（あなたの ｜職種《しょくしゅ》、${month}から）　1｜日《にち》 ${figure(yen)}｜円《えん》`,
    figure: (low, high) => (high === null || high === low ? figure(low) : `${figure(low)} – ${figure(high)}`),
    unit: '｜万円《まんえん》',
    all: (figures) => `ぜんぶの ｜分野《ぶんや》 ${figures}`,
    colour: { 1: '｜白《しろ》', 2: '｜青《あお》', 3: '｜銀《ぎん》', 4: '｜金《きん》' },
    now: '｜今《いま》',
    source: '｜見《み》た ところ',
    allowance: '｜会社《かいしゃ》の レベルの お｜金《かね》',
    per: { day: '1｜日《にち》に', month: '1か｜月《げつ》に' },
    since: (day) => `${day}から`,
    yen: (n) => `${figure(n)}｜円《えん》`,
  },

  filing: {
    prepare: (level) => `レベル${level}の ｜申請《しんせい》を つくる`,
    again: (level) => `レベル${level}の ｜申請《しんせい》を もう ｜一度《いちど》 つくる`,
    busy: 'つくって います',
    filled: '｜記録《きろく》から つくります。｜書《か》く ものは ありません。',
    later: '｜届《とど》いた ｜日《ひ》に お｜知《し》らせします。｜申請《しんせい》の ｜紙《かみ》は その ｜日《ひ》に できます。',
    state: { filed: '｜申請《しんせい》しました', granted: 'レベルが ｜上《あ》がりました', declined: 'だめでした' },
    waits: '｜評価《ひょうか》する ｜団体《だんたい》の ｜返事《へんじ》を ｜待《ま》って います。｜来《き》たら お｜知《し》らせします。',
    granted: '｜評価《ひょうか》する ｜団体《だんたい》から レベルが ｜届《とど》きました。',
    declined: '｜団体《だんたい》の ｜言《い》った わけ',
    sheet: '｜申請《しんせい》の ｜紙《かみ》（PDF）',
    sheetFor: '｜紙《かみ》で ｜出《だ》す とき',
  },

  fields: {
    open: 'ほかの ｜分野《ぶんや》を めざす',
    openFor: 'ぜんぶの ｜分野《ぶんや》から えらべます',
    title: '｜分野《ぶんや》を えらぶ',
    search: '｜名前《なまえ》で さがす',
    found: (n) => `${n}つの ｜分野《ぶんや》`,
    none: 'その ｜名前《なまえ》の ｜分野《ぶんや》は ありません',
    partly: 'どの ｜仕事《しごと》の ｜日《ひ》を ｜数《かぞ》えるか、まだ わかりません',
    drop: (field) => `${field}を はずす`,
  },

  standing: {
    title: 'この ｜分野《ぶんや》の ｜今《いま》',
    held: '｜団体《だんたい》が ｜決《き》めた レベル',
    reached: '｜記録《きろく》で ｜届《とど》いた レベル',
    none: 'まだ ありません',
    since: (day) => `${day}から`,
    trades: '｜数《かぞ》えた ｜仕事《しごと》',
    counted: '｜数《かぞ》えた ｜日《ひ》',
    certified: 'その ｜中《なか》で ｜紙《かみ》の ｜日《ひ》',
    certifiedUntil: (day) => `${day}まで ｜使《つか》えます`,
    training: 'その ｜中《なか》で ｜訓練《くんれん》の ｜日《ひ》',
    uncertain: 'まだ ｜数《かぞ》えて いない ｜日《ひ》',
    uncertainWhy:
      '｜仕事《しごと》の ｜種類《しゅるい》が くわしく ない ｜日《ひ》です。｜会社《かいしゃ》が ｜直《なお》すと、ここに ｜入《はい》ります。',
    noTrade:
      'あなたの ｜職種《しょくしゅ》は この ｜分野《ぶんや》に ありません。この ｜分野《ぶんや》の ｜職種《しょくしゅ》で ｜働《はたら》いた ｜日《ひ》だけ ｜数《かぞ》えます。',
    ifTheyCount:
      'どの ｜仕事《しごと》の ｜日《ひ》を ｜数《かぞ》えるか、わかりません。だから、ぜんぶの ｜日《ひ》を ｜入《い》れて います。',
  },

  standard: {
    title: 'ルールは どこから？',
    confidence: {
      verified: '3つの レベルの ルールを ｜読《よ》みました',
      partial: 'ルールを ｜少《すこ》しだけ ｜読《よ》みました',
      unverified: 'ルールは まだ ｜読《よ》んで いません。よく ある ｜形《かたち》です',
    },
    sure: 'どのくらい たしかか',
    version: 'ルール',
    compiled: 'みんなが ｜見《み》る ページから まとめました',
    own: (n) => `｜評価《ひょうか》する ｜団体《だんたい》の ルール ${n}`,
    since: '｜始《はじ》まり',
    evaluators: '｜評価《ひょうか》する ｜団体《だんたい》',
    noEvaluator: '｜団体《だんたい》の ｜名前《なまえ》は まだ わかりません',
    authority: '｜国土交通省《こくどこうつうしょう》の ページ',
    sources: '｜見《み》た ところ',
  },

  none: {
    title: 'めざす ｜道《みち》が まだ ありません',
    why: 'あなたの ｜仕事《しごと》に ｜合《あ》う ｜分野《ぶんや》が まだ わかりません。',
    what: '｜分野《ぶんや》を えらぶと、たりない ものが わかります。',
  },

  mine: {
    title: '｜自分《じぶん》の ｜資格《しかく》',
    holds: '｜見《み》る・｜入《い》れる',
    count: (n) => `｜入《い》れた ｜資格《しかく》 ${n}`,
    confirmed: (n) => `たしかめた もの ${n}`,
    state: {
      waiting: 'たしかめて います',
      confirmed: 'たしかめました',
      refused: 'だめでした',
      expired: '｜期限《きげん》が ｜切《き》れました',
    },
    until: (day) => `${day}まで`,
    forever: '｜期限《きげん》は ない',
    picture: (name) => `${name}の ｜写真《しゃしん》`,
    none: 'まだ ありません',
    noneHow: '｜免許《めんきょ》・｜講習《こうしゅう》・｜技能士《ぎのうし》などを ｜入《い》れると、｜道《みち》で ｜数《かぞ》えます。',
    waitingNote: 'たしかめた あとで、｜数《かぞ》えます。',
    add: '｜資格《しかく》を ｜入《い》れる',
    takeBack: 'とりけす',
    sure: 'もう ｜一度《いちど》 おすと、とりけします',
  },

  entering: {
    name: '｜資格《しかく》の ｜名前《なまえ》',
    search: '｜名前《なまえ》の ｜一部《いちぶ》を ｜入《い》れて ください',
    own: (name) => `「${name}」の まま ｜入《い》れる`,
    ownNote: 'リストに ない ｜名前《なまえ》です。たしかめる ｜人《ひと》が ｜見《み》て ｜決《き》めます。',
    change: 'えらびなおす',
    issuer: '｜出《だ》した ところ',
    issuerHow: '｜紙《かみ》や カードに ｜書《か》いて あります',
    issuedOn: 'とった ｜日《ひ》',
    expiresOn: '｜期限《きげん》の ｜日《ひ》',
    ifAny: 'あれば',
    proof: '｜紙《かみ》や カードの ｜写真《しゃしん》',
    proofName: '｜資格《しかく》の ｜紙《かみ》',
    send: '｜出《だ》す',
    missing: {
      name: '｜名前《なまえ》を えらんで ください',
      issuer: '｜出《だ》した ところを ｜入《い》れて ください',
      issuedOn: 'とった ｜日《ひ》を ｜入《い》れて ください',
    },
  },
}
