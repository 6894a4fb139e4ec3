/** めざす：レベルへの道と、自分の資格 */
import type { Doubt, EntryState, HeldQualification, LevelApplication, Ready, RoadCriteria } from '../../../api/road'
import type { Level } from '../../../api/schema'

const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}か月` : ''}`
}
const half = (months: number) => (months === 6 ? 'この半年' : `この${months}か月`)
const figure = (n: number) => n.toLocaleString('ja-JP')

export const words = {
  title: 'めざす',
  roads: 'めざす分野',

  sign: {
    toReach: (level: number, field: string) => `レベル${level}（${field}）に届くのは`,
    samePace: (months: number) => `${half(months)}と同じ働き方なら`,
    andQualified: (months: number) => `${half(months)}と同じ働き方で、資格も取れたら`,
    towards: (level: number, field: string) => `レベル${level}（${field}）まで`,
    onlyQualifications: 'あとは資格だけです',
    daysThere: '日数はそろっています',
    noDate: '日付はまだ出せません',
    noPace: {
      days: (months: number) => (months === 0 ? '働いた月が、まだないためです' : `${half(months)}、数えた日がないためです`),
      foremanDays: (months: number, who: string) =>
        months === 0 ? '働いた月が、まだないためです' : `${half(months)}、${who}の日がないためです`,
    },
    reachedAt: (level: number, field: string) => `レベル${level}（${field}）に`,
    reached: '届きました',
    reckoned: '記録から計算しました',
    undecidedOf: (level: number, field: string) => `レベル${level}（${field}）は`,
    undecided: 'ここでは決められません',
    undecidedWhy: '基準が、まだ全部は分かりません',
    applied: (level: number, field: string) => `レベル${level}（${field}）を`,
    filed: '申請しました',
    top: (field: string) => `${field}のいちばん上です`,
    topName: 'レベル4',
    heldSince: (day: string) => `${day}から`,
  },

  /** As whom foreman days are worked. */
  who: { foreman: '職長', foremanOrLeader: '班長・職長' },

  lanes: {
    label: (level: number) => `レベル${level}までの道`,
    days: '日数',
    foremanDays: { foreman: '職長', foremanOrLeader: '班長・職長' },
    qualifications: '資格',
    left: 'あと',
    things: (n: number) => `${n}つ`,
    of: (n: number) => `／${n}つ`,
    ofDays: (n: number) => `／${figure(n)}日`,
    there: '足りました',
    aboutDays: (n: number) => `／およそ${figure(n)}日`,
    unknown: 'まだ分かりません',
  },

  slowest: {
    days: { what: 'いちばん時間がかかるのは、日数です。', how: '働いたのに記録がない日は、履歴から申請できます。' },
    foremanDays: (who: string) => ({
      what: `いちばん時間がかかるのは、${who}の日数です。`,
      how: `${who}になる日を会社に相談すると、早くなります。`,
    }),
    qualifications: { what: 'のこりは、資格だけです。', how: '取ったら「自分の資格」に入れてください。' },
    checking: { what: '資格は、確認中です。', how: '確認できたら、お知らせします。' },
  },

  ways: {
    others: (n: number) => `ほかの行き方を見る（${n}）`,
    name: (n: number) => `行き方${n}`,
    nearest: 'いちばん近い',
    left: (days: string) => `日数 あと${days}`,
    allThere: '日数はそろっています',
  },

  needs: {
    title: '必要な資格',
    someOf: (n: number) => `次のうち${n}つ`,
    or: 'または',
    state: { held: 'あります', waiting: '確認中', expired: '期限が切れました', missing: 'まだ' } satisfies Record<EntryState, string>,
    until: (day: string) => `${day}まで`,
    fromLevel: (level: number) => `レベル${level}の条件`,
    incomplete: '資格の一覧は、まだ全部ではありません。',
  },

  undecided: {
    title: 'ここでは決められません',
    lead: '下の道は、いま分かっている分です。届いたかどうかは、評価する団体が決めます。',
    why: {
      qualificationsUnknown: '必要な資格が、全部は分かりません',
      daysAssumed: '必要な日数は、ほかの分野から置いた数です',
      foremanDaysAssumed: '班長・職長の日数は、ほかの分野から置いた数です',
      tradesUnknown: 'どの職種の日が入るか、分かりません',
      lowerUnknown: '下のレベルの条件が、まだ分かりません',
    } satisfies Record<Doubt, string>,
    ask: '決める所',
  },

  beyond: (level: number) => `レベル${level}までの道を見る`,
  backTo: (level: number) => `レベル${level}までの道に戻る`,

  what: {
    title: 'もし こう働いたら',
    monthDays: '1か月に出る日',
    foremanDays: { foreman: 'そのうち職長の日', foremanOrLeader: 'そのうち班長・職長の日' },
    qualifiedIn: '足りない資格を取る年',
    inMonth: (n: number) => `1か月に${n}日`,
    ofThese: (n: number, all: number) => `1か月${all}日のうち${n}日`,
    ifForeman: (n: number, who: string) => `${who}の日を ${n}日 にすると`,
    ifDays: (n: number) => `出る日を ${n}日 にすると`,
    ifYear: (year: string) => `資格を ${year} に取ると`,
    answer: 'この働き方なら',
    sooner: (months: number) => `${span(months)}早い`,
    later: (months: number) => `${span(months)}おそい`,
    same: 'いまと同じです',
    never: '届く月が出ません',
    decides: {
      days: '日数で決まります',
      foremanDays: (who: string) => `${who}の日数で決まります`,
      qualifications: '資格を取る年で決まります',
    },
    byEnd: (year: string) => `資格は、${year}の終わりまでに取るとして計算しました`,
    reset: 'もとに戻す',
  },

  ready: {
    title: 'そろえるもの',
    about: {
      qualification: '資格',
      days: '日数',
      trade: '職種',
      experience: '経験の証明',
      evaluation: '評価',
    } satisfies Record<Ready['about'], string>,
    more: (n: number) => `ほか${n}件を見る`,
  },

  pay: {
    title: 'レベルと1年の賃金',
    allFields: (month: string) => `国の目安です（全分野、${month}の試算）。`,
    thisField: (field: string, month: string) => `国の目安です（${month}の試算）。太い数字は${field}、細い数字は全分野です。`,
    company: (month: string) => `実際の賃金は会社が決めます。${month}に見直された額は、まだここにありません。`,
    labourRate: (yen: number, month: string) => `公共工事の設計労務単価（あなたの職種、${month}から）　1日 ${figure(yen)}円`,
    figure: (low: number, high: number | null) => (high === null || high === low ? figure(low) : `${figure(low)} – ${figure(high)}`),
    unit: '万円',
    all: (figures: string) => `全分野 ${figures}`,
    colour: { 1: '白', 2: '青', 3: '銀', 4: '金' } satisfies Record<Level, string>,
    now: 'いま',
    source: '出典',
    allowance: '会社のレベル手当',
    per: { day: '1日につき', month: '1か月につき' },
    since: (day: string) => `${day}から`,
    yen: (n: number) => `${figure(n)}円`,
  },

  filing: {
    prepare: (level: number) => `レベル${level}の申請を用意する`,
    again: (level: number) => `レベル${level}の申請をもう一度用意する`,
    busy: '用意しています',
    filled: '申請書は、記録からできています。書くものはありません。',
    later: '届いた日にお知らせします。申請書は、その日にできます。',
    state: {
      filed: '申請しました',
      granted: '認められました',
      declined: '認められませんでした',
    } satisfies Record<LevelApplication['state'], string>,
    waits: '評価する団体の返事を待っています。届いたらお知らせします。',
    granted: '評価する団体から、レベルが届きました。',
    declined: '団体からのわけ',
    sheet: '申請書（PDF）',
    sheetFor: '紙で出す団体のとき',
  },

  fields: {
    open: 'ほかの分野をめざす',
    openFor: '全部の分野から選べます',
    title: '分野を選ぶ',
    search: '名前でさがす',
    found: (n: number) => `${n}分野`,
    none: 'その名前の分野はありません',
    partly: '数える職種は、まだ分かりません',
    drop: (field: string) => `${field}を外す`,
  },

  standing: {
    title: 'この分野のいま',
    held: '認められたレベル',
    reached: '記録で届いているレベル',
    none: 'まだありません',
    since: (day: string) => `${day}から`,
    trades: '数えた職種',
    counted: '数えた日',
    certified: 'うち証明書の日',
    certifiedUntil: (day: string) => `${day}まで使えます`,
    training: 'うち訓練の日',
    uncertain: 'まだ数えていない日',
    uncertainWhy: '職種が大分類だけの日です。会社が小分類まで直すと、ここに入ります。',
    noTrade: 'あなたの職種は、この分野に入りません。この分野の職種で働いた日だけ数えます。',
    ifTheyCount: 'どの職種の日が入るか分からないので、全部の日を入れています。',
  },

  standard: {
    title: '基準の出どころ',
    confidence: {
      verified: '3つのレベルとも、条件を読みました',
      partial: '条件の一部だけ読みました',
      unverified: '条件は読めていません。よくある形を置いています',
    } satisfies Record<RoadCriteria['confidence'], string>,
    sure: '確かさ',
    version: '版',
    compiled: '公開されたページから、まとめたもの',
    own: (n: number) => `評価する団体の第${n}版`,
    since: '始まり',
    evaluators: '評価する団体',
    noEvaluator: '団体の名前は、まだ分かりません',
    authority: '国土交通省のページ',
    sources: '出典',
  },

  none: {
    title: 'めざす道が、まだありません',
    why: '職種の登録がないか、その職種に合う分野が見つかっていません。',
    what: '分野を選ぶと、足りないものが分かります。',
  },

  mine: {
    title: '自分の資格',
    holds: '確認ずみ・確認中を見る、入れる',
    count: (n: number) => `入れた資格 ${n}`,
    confirmed: (n: number) => `確認ずみ ${n}`,
    state: {
      waiting: '確認中',
      confirmed: '確認ずみ',
      refused: '認められませんでした',
      expired: '期限が切れました',
    } satisfies Record<HeldQualification['state'], string>,
    until: (day: string) => `${day}まで`,
    forever: '期限なし',
    picture: (name: string) => `${name}の写真`,
    none: 'まだ、ありません',
    noneHow: '免許・技能講習・技能士などを入れると、道に数えます。',
    waitingNote: '確認中の資格は、確認のあとで数えます。',
    add: '資格を入れる',
    takeBack: '取り消す',
    sure: 'もう一度押すと、取り消します',
  },

  entering: {
    name: '資格の名前',
    search: '名前の一部を入れてください',
    own: (name: string) => `「${name}」のまま入れる`,
    ownNote: '一覧にない名前です。確認する人が見て決めます。',
    change: '選び直す',
    issuer: '出した所',
    issuerHow: '証に書いてある団体や役所',
    issuedOn: '取った日',
    expiresOn: '期限の日',
    ifAny: 'あれば',
    proof: '証の写真',
    proofName: '資格の証',
    send: '確認に出す',
    missing: {
      name: '名前を選んでください',
      issuer: '出した所を入れてください',
      issuedOn: '取った日を入れてください',
    },
  },
}

export type Words = typeof words
