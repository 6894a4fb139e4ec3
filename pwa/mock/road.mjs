// The road to the next level and the qualifications, in every state. All names are samples (見本).
import { refusal } from './refusals.mjs'
import { inWords } from './states.mjs'

const NOW = '2026-11-20T07:43:05+09:00'

const FIELDS = {
  '012': {
    ja: '鉄筋',
    'ja-x-easy': '｜鉄筋《てっきん》',
    en: 'Reinforcing bar work',
    vi: 'Cốt thép',
    zh: '钢筋',
    id: 'Besi beton',
    my: 'သံချောင်း',
  },
  '001': {
    ja: '電気工事',
    'ja-x-easy': '｜電気《でんき》｜工事《こうじ》',
    en: 'Electrical work',
    vi: 'Điện',
    zh: '电气工程',
    id: 'Listrik',
    my: 'လျှပ်စစ်',
  },
  '008': { ja: '左官', 'ja-x-easy': '｜左官《さかん》', en: 'Plastering', vi: 'Trát vữa', zh: '抹灰', id: 'Plester', my: 'အင်္ဂတေ' },
  '014': { ja: '型枠', 'ja-x-easy': '｜型枠《かたわく》', en: 'Formwork', vi: 'Cốp pha', zh: '模板', id: 'Bekisting', my: 'ပုံခွက်' },
}
/** Names that the server has in Japanese and English only. */
const OTHERS = [
  ['002', '橋梁', '｜橋梁《きょうりょう》', 'Bridge work', false],
  ['003', '造園', '｜造園《ぞうえん》', 'Landscaping', false],
  ['005', '防水', '｜防水《ぼうすい》', 'Waterproofing', true],
  ['011', 'プレストレスト・コンクリート工事', 'プレストレスト・コンクリート｜工事《こうじ》', 'Prestressed concrete work', false],
  ['016', '鳶・土工', '｜鳶《とび》・｜土工《どこう》', 'Scaffolding and general structural work', true],
  ['018', '内装仕上工事', '｜内装《ないそう》｜仕上《しあげ》｜工事《こうじ》', 'Interior finishing', true],
]

const NAMES = {
  Q040: [
    '1級鉄筋施工技能士(組立て)',
    '1｜級《きゅう》 ｜鉄筋《てっきん》｜施工《せこう》｜技能士《ぎのうし》（｜組立《くみた》て）',
    'Grade 1 rebar work technician (assembly)',
    'Thợ cốt thép bậc 1 (lắp ráp)',
  ],
  Q041: [
    '1級鉄筋施工技能士(施工図)',
    '1｜級《きゅう》 ｜鉄筋《てっきん》｜施工《せこう》｜技能士《ぎのうし》（｜施工図《せこうず》）',
    'Grade 1 rebar work technician (working drawings)',
    'Thợ cốt thép bậc 1 (bản vẽ thi công)',
  ],
  Q050: ['玉掛け技能講習', '｜玉掛《たまか》け ｜技能《ぎのう》｜講習《こうしゅう》', 'Slinging course', 'Khóa móc cáp'],
  Q060: [
    '第一種電気工事士免状取得者',
    '｜第一種《だいいっしゅ》 ｜電気《でんき》｜工事士《こうじし》 ｜免状《めんじょう》',
    'First-class electrician, licensed',
    'Thợ điện loại 1, có giấy phép',
  ],
  Q061: [
    '第一種電気工事士試験合格者',
    '｜第一種《だいいっしゅ》 ｜電気《でんき》｜工事士《こうじし》 ｜試験《しけん》',
    'First-class electrician, examination passed',
    'Thợ điện loại 1, đã đỗ kỳ thi',
  ],
  Q062: [
    '認定電気工事従事者',
    '｜認定《にんてい》 ｜電気《でんき》｜工事《こうじ》 ｜従事者《じゅうじしゃ》',
    'Certified electrical worker',
    'Người làm điện được chứng nhận',
  ],
  Q063: [
    '第二種電気工事士免状取得者',
    '｜第二種《だいにしゅ》 ｜電気《でんき》｜工事士《こうじし》 ｜免状《めんじょう》',
    'Second-class electrician, licensed',
    'Thợ điện loại 2, có giấy phép',
  ],
  Q064: [
    '青年優秀施工者土地・建設産業局長顕彰(建設ジュニアマスター)',
    '｜建設《けんせつ》 ジュニアマスター',
    'Junior construction master (award)',
    'Bậc thầy xây dựng trẻ (giải thưởng)',
  ],
  Q070: [
    '登録鉄筋基幹技能者',
    '｜登録《とうろく》 ｜鉄筋《てっきん》 ｜基幹《きかん》｜技能者《ぎのうしゃ》',
    'Registered core rebar technician',
    'Kỹ thuật viên nòng cốt cốt thép',
  ],
}

const named = (key, language) => {
  const [ja, easy, en, vi] = NAMES[key]
  return { key, name: { ja, 'ja-x-easy': easy, vi }[language] ?? en, ja }
}
const fieldName = (code, language) => inWords(FIELDS[code], language)

const lane = (done, needed, assumed = false) => ({ done: Math.min(done, needed), needed, missing: Math.max(0, needed - done), assumed })

function need(language, entries, { count = 1, fromLevel = 3 } = {}) {
  const said = entries.map(([keys, state = 'missing', expiresOn = null]) => ({
    names: [keys].flat().map((key) => named(key, language)),
    state,
    expiresOn,
  }))
  return { count, missing: Math.max(0, count - said.filter(({ state }) => state === 'held').length), fromLevel, entries: said }
}

const goal = (level, state, ways, forecast, why = []) => ({ level, state, why, ways, forecast })
const way = (days, foremanDays, foremanCounts, needs, needsComplete = true) => ({ days, foremanDays, foremanCounts, needs, needsComplete })
const FIRST = { month: '2026-11', slowest: null }

/** 鉄筋, as somebody of level 2 sees it; `done` is how far each lane is. */
function rebar(language, { days = 1093, foreman = 212, held = false, waiting = false, pace = {}, ...rest } = {}, level = 2) {
  const test = need(language, [[['Q040', 'Q041'], held ? 'held' : waiting ? 'waiting' : 'missing']])
  const sling = need(language, [['Q050', 'held']], { fromLevel: 2 })
  const third = way(lane(days, 1505), lane(foreman, 645), 'foremanOrLeader', [sling, test])
  const reached = third.days.missing + third.foremanDays.missing + test.missing === 0
  return {
    field: '012',
    name: fieldName('012', language),
    chosen: false,
    tradesKnown: true,
    trades: [
      {
        code: '23-01',
        name: inWords({ ja: '鉄筋工', 'ja-x-easy': '｜鉄筋工《てっきんこう》', en: 'Rebar worker', vi: 'Thợ cốt thép' }, language),
      },
    ],
    held: level,
    heldOn: '2024-04-01',
    reached: reached ? 3 : 2,
    goals: [
      goal(2, 'reached', [way(lane(days, 645), lane(0, 0), null, [sling])], FIRST),
      goal(3, reached ? 'reached' : 'missing', [third], reached ? FIRST : { month: '2029-06', slowest: 'foremanDays' }),
      goal(4, 'missing', [way(lane(days, 2150), lane(60, 645), 'foreman', [need(language, [['Q070']], { fromLevel: 4 })])], {
        month: '2038-05',
        slowest: 'foremanDays',
      }),
    ],
    next: 3,
    days: { counted: days, certified: 200, training: 0, uncertain: 12, certifiedUntil: '2029-03-31' },
    pace: { months: 6, days: 118, foremanDays: 24, foremanOrLeaderDays: 84, ...pace },
    criteria: {
      version: 0,
      validFrom: '2021-04-01',
      confidence: 'verified',
      evaluators: ['公益社団法人全国鉄筋工事業協会'],
      authority: 'https://www.mlit.go.jp/totikensangyo/const/totikensangyo_const_fr2_000040.html',
      sources: ['https://www.zentekkin.or.jp/191101_news/', 'https://www.zentekkin.or.jp/ccus.html'],
    },
    pay: [],
    ...rest,
  }
}

function electrical(language, rest = {}) {
  const first = way(lane(890, 1075), lane(230, 215), 'foremanOrLeader', [need(language, [['Q060']])])
  const second = way(lane(890, 1505), lane(230, 215), 'foremanOrLeader', [need(language, [['Q061', 'held'], ['Q062']], { count: 2 })])
  const third = way(lane(890, 1505), lane(230, 215), 'foremanOrLeader', [need(language, [['Q064'], ['Q063', 'held']], { count: 2 })])
  const fourth = way(lane(890, 2150), lane(230, 215), 'foremanOrLeader', [
    need(
      language,
      [
        ['Q063', 'held'],
        ['Q062', 'waiting'],
      ],
      { count: 2 },
    ),
  ])
  return {
    ...rebar(language),
    field: '001',
    name: fieldName('001', language),
    held: 1,
    heldOn: null,
    reached: 2,
    goals: [
      goal(
        2,
        'reached',
        [
          way(lane(890, 645), lane(0, 0), null, [
            need(
              language,
              [
                ['Q061', 'held'],
                ['Q063', 'held'],
              ],
              { fromLevel: 2 },
            ),
          ]),
        ],
        FIRST,
      ),
      goal(3, 'missing', [first, second, third, fourth], { month: '2027-09', slowest: 'days' }),
      goal(4, 'missing', [way(lane(890, 2150), lane(20, 645), 'foreman', [need(language, [['Q070']], { fromLevel: 4 })])], {
        month: null,
        slowest: 'foremanDays',
      }),
    ],
    next: 3,
    pay: [
      { level: 3, low: 588, high: null },
      { level: 4, low: 625, high: 769 },
    ],
    ...rest,
  }
}

/** A goal of a standard that nobody could read. */
const unread = (level, days, foreman, doubts = ['tradesUnknown']) =>
  goal(
    level,
    'undecided',
    [way(lane(700, days, true), lane(100, foreman, true), foreman === 0 ? null : 'foremanOrLeader', [], false)],
    { month: null, slowest: null },
    ['qualificationsUnknown', 'daysAssumed', ...(level > 2 ? ['foremanDaysAssumed', 'lowerUnknown'] : []), ...doubts],
  )

const unreadGoals = (doubts) => [unread(2, 645, 0, doubts), unread(3, 1505, 215, doubts), unread(4, 2150, 645, doubts)]

function plastering(language, rest = {}) {
  return {
    ...rebar(language),
    field: '008',
    name: fieldName('008', language),
    chosen: true,
    tradesKnown: false,
    trades: [],
    held: 1,
    heldOn: null,
    reached: 1,
    goals: unreadGoals(),
    next: 2,
    days: { counted: 1093, certified: 0, training: 6, uncertain: 0, certifiedUntil: null },
    criteria: { ...rebar(language).criteria, confidence: 'unverified', validFrom: null, evaluators: ['一般社団法人日本左官業組合連合会'] },
    ...rest,
  }
}

const READY = {
  qualification: {
    ja: [
      '1級鉄筋施工技能士が、まだありません。',
      'あなた',
      '技能検定を受けて、合格したら「自分の資格」に入れる',
      '都道府県の職業能力開発協会',
    ],
    'ja-x-easy': [
      '1｜級《きゅう》の ｜資格《しかく》が まだ ありません。',
      'あなた',
      '｜試験《しけん》に ｜合格《ごうかく》したら、ここに ｜入《い》れる',
      '「｜自分《じぶん》の ｜資格《しかく》」',
    ],
    en: [
      'You do not hold the Grade 1 rebar work certificate yet.',
      'You',
      'Take the skill test; then enter it under “My certificates”',
      'The prefecture’s vocational ability association',
    ],
    vi: [
      'Bạn chưa có chứng chỉ thợ cốt thép bậc 1.',
      'Bạn',
      'Dự thi tay nghề; sau đó nhập vào “Chứng chỉ của tôi”',
      'Hiệp hội phát triển năng lực nghề của tỉnh',
    ],
  },
  trade: {
    ja: [
      '12日は、職種が大分類だけなので数えていません。',
      '株式会社見本鉄筋（所属会社）',
      '職種を小分類まで直す',
      '会社の画面の「作業員名簿」',
    ],
    'ja-x-easy': [
      '12｜日《にち》は まだ ｜数《かぞ》えて いません。｜仕事《しごと》の ｜種類《しゅるい》が くわしく ないからです。',
      'あなたの ｜会社《かいしゃ》',
      '｜仕事《しごと》の ｜種類《しゅるい》を ｜直《なお》す',
      '｜会社《かいしゃ》の ｜画面《がめん》',
    ],
    en: [
      '12 days do not count yet: their trade is only a major group.',
      'Mihon Rebar Co. (your employer)',
      'Enter the trade in full',
      'The company’s page, under site lists',
    ],
    vi: ['12 ngày chưa được tính vì nghề chưa ghi chi tiết.', '株式会社見本鉄筋 (Công ty của bạn)', 'Ghi nghề đầy đủ', 'Trang của công ty'],
  },
}

const ready = (about, language, until = null) => {
  const [why, who, what, where] = inWords(READY[about], language)
  return { about, subject: null, reason: { code: `road_${about}`, why, who, what, where, until, help: '' } }
}

const PAY = [
  { level: 1, low: 374, high: 501 },
  { level: 2, low: 569, high: null },
  { level: 3, low: 628, high: null },
  { level: 4, low: 707, high: 877 },
]
const STATES = {
  normal: (l) => ({ roads: [rebar(l)], ready: [ready('qualification', l), ready('trade', l, '2026-12-31')] }),
  several: (l) => ({ roads: [rebar(l), electrical(l, { chosen: true }), plastering(l)], allowance: true }),
  fourWays: (l) => ({ roads: [electrical(l)] }),
  undecided: (l) => ({
    roads: [
      plastering(l, {
        chosen: false,
        tradesKnown: true,
        trades: rebar(l).trades,
        goals: unreadGoals([]),
      }),
    ],
    level: 1,
  }),
  tradesUnknown: (l) => ({ roads: [plastering(l)], level: 1 }),
  onlyTest: (l) => {
    const road = rebar(l, { days: 1505, foreman: 645, waiting: true })
    road.goals[1].forecast = { month: null, slowest: 'qualifications' }
    return { roads: [road], ready: [ready('qualification', l)] }
  },
  reached: (l) => ({ roads: [rebar(l, { days: 1520, foreman: 660, held: true })], allowance: true }),
  top: (l) => ({
    roads: [rebar(l, { days: 2400, foreman: 900, held: true, reached: 4, next: null, heldOn: '2026-10-01' }, 4)],
    level: 4,
  }),
  none: () => ({ roads: [], level: 1 }),
  noPace: (l) => {
    const road = rebar(l, { pace: { months: 6, days: 40, foremanDays: 0, foremanOrLeaderDays: 0 } })
    road.goals[1].forecast = { month: null, slowest: 'foremanDays' }
    return { roads: [road] }
  },
  beginning: (l) => {
    const road = rebar(l, { days: 9, foreman: 0, held: false, pace: { months: 0, days: 0, foremanDays: 0, foremanOrLeaderDays: 0 } })
    const sling = need(l, [['Q050']], { fromLevel: 2 })
    road.goals[0] = goal(2, 'missing', [way(lane(9, 645), lane(0, 0), null, [sling])], { month: null, slowest: 'days' })
    return {
      roads: [
        {
          ...road,
          next: 2,
          held: 1,
          heldOn: null,
          reached: 1,
          days: { counted: 9, certified: 0, training: 0, uncertain: 0, certifiedUntil: null },
        },
      ],
      level: 1,
    }
  },
}

export const roadStates = Object.keys(STATES)

export function answer({ world, speaks }) {
  const { roads, level = 2, ready: lacking = [], allowance = false } = STATES[world.road](speaks)
  const chosen = world.chosenFields
    .filter((code) => !roads.some(({ field }) => field === code))
    .map((code) => plastering(speaks, { field: code, name: nameOf(code, speaks) }))
  const all = [...roads.filter(({ field }) => !world.droppedFields.includes(field)), ...chosen]
  return {
    asOf: NOW,
    sample: true,
    level,
    roads: all,
    choices: choices(speaks).filter(({ code }) => !all.some(({ field }) => field === code)),
    pay: {
      unit: 'tenThousandYenPerYear',
      publishedOn: '2023-06-16',
      source: '国土交通省',
      url: 'https://www.mlit.go.jp/report/press/tochi_fudousan_kensetsugyo14_hh_000001_00168.html',
      revisedOn: '2025-12-04',
      rows: PAY,
      labourRate: { yen: 28352, validFrom: '2024-03-01', source: '公共工事設計労務単価（令和6年3月から）' },
    },
    allowance: allowance
      ? {
          company: '株式会社見本鉄筋',
          rows: [500, 1000, 1500, 2500].map((yen, index) => ({ level: index + 1, yen })),
          per: 'day',
          since: '2026-04-01',
        }
      : null,
    ready: lacking,
  }
}

const nameOf = (code, language) => choices(language).find((one) => one.code === code)?.name ?? code

function choices(language) {
  const known = Object.keys(FIELDS).map((code) => ({ code, name: fieldName(code, language), tradesKnown: code !== '008' }))
  const others = OTHERS.map(([code, ja, easy, en, tradesKnown]) => ({ code, name: { ja, 'ja-x-easy': easy }[language] ?? en, tradesKnown }))
  return [...known, ...others].sort((a, b) => a.code.localeCompare(b.code))
}

function choose({ part, world, speaks }) {
  if (!choices(speaks).some(({ code }) => code === part)) return refusal(404, 'not_found', speaks)
  world.chosenFields = [...world.chosenFields, part]
  world.droppedFields = world.droppedFields.filter((code) => code !== part)
  return answer({ world, speaks })
}

function drop({ part, world, speaks }) {
  world.chosenFields = world.chosenFields.filter((code) => code !== part)
  world.droppedFields = [...world.droppedFields, part]
  return answer({ world, speaks })
}

function file({ part, sent, world, speaks }) {
  if (world.filing !== null) return refusal(409, world.filing, speaks)
  const known = { name: nameOf(part, speaks), days: 1520, foremanDays: 660, qualifications: [] }
  const one = {
    ...known,
    id: '01a209fb-5ab0-7420-a86d-0000000000aa',
    field: part,
    level: sent.level,
    filedAt: NOW,
    state: 'filed',
    why: null,
  }
  world.levelApplications = [one]
  return { status: 201, body: one }
}

function putQualification({ part, sent, world, speaks }) {
  if (world.entering !== null) return refusal(409, world.entering, speaks)
  const known = sent.key === null ? null : named(sent.key, speaks)
  world.qualifications = [
    ...world.qualifications.filter(({ id }) => id !== part),
    {
      id: part,
      key: sent.key,
      name: known?.name ?? sent.name,
      ja: known?.ja ?? sent.name,
      issuer: sent.issuer,
      issuedOn: sent.issuedOn,
      expiresOn: sent.expiresOn,
      state: 'waiting',
      why: null,
      proof: sent.proof,
    },
  ]
  return { qualifications: world.qualifications }
}

const held = (key, state, part) => ({
  id: `01a209fb-5ab0-7420-a86d-00000000${key.slice(1)}0`,
  key,
  issuer: '見本県職業能力開発協会',
  issuedOn: '2023-04-10',
  expiresOn: null,
  state,
  why: null,
  proof: null,
  ...part,
})

export const world = {
  road: 'normal',
  chosenFields: [],
  droppedFields: [],
  levelApplications: [],
  filing: null,
  entering: null,
  qualifications: [
    held('Q050', 'confirmed'),
    held('Q040', 'waiting', { issuedOn: '2026-10-02' }),
    held('Q063', 'expired', { issuedOn: '2019-04-01', expiresOn: '2024-03-31' }),
    held('Q070', 'refused', { why: '写真の番号が読めません。もう一度撮ってください。' }),
  ],
}

const FIELD = '(\\d{3})'

export const answers = [
  ['GET', /^\/v1\/passport\/road$/, answer],
  ['GET', /^\/v1\/passport\/road\/applications$/, ({ world: { levelApplications } }) => ({ applications: levelApplications })],
  ['PUT', new RegExp(`^/v1/passport/road/fields/${FIELD}$`), choose],
  ['DELETE', new RegExp(`^/v1/passport/road/fields/${FIELD}$`), drop],
  ['POST', new RegExp(`^/v1/passport/road/${FIELD}/applications$`), file],
  ['GET', /^\/v1\/qualifications$/, ({ speaks }) => ({ qualifications: Object.keys(NAMES).map((key) => named(key, speaks)) })],
  [
    'GET',
    /^\/v1\/passport\/qualifications$/,
    ({ world: { qualifications }, speaks }) => ({
      qualifications: qualifications.map((one) => ({ ...one, ...(one.key !== null && named(one.key, speaks)) })),
    }),
  ],
  ['PUT', /^\/v1\/passport\/qualifications\/([0-9a-f-]{36})$/, putQualification],
  [
    'DELETE',
    /^\/v1\/passport\/qualifications\/([0-9a-f-]{36})$/,
    ({ part, world: its }) => void (its.qualifications = its.qualifications.filter(({ id }) => id !== part)),
  ],
]
