/** 简体中文. */
import type { Words } from './ja'

const figure = (n: number) => n.toLocaleString('zh')
const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`
}
const half = (months: number) => (months === 6 ? '这半年' : `这${months}个月`)

export const words: Words = {
  title: '升级',
  roads: '领域',

  sign: {
    toReach: (level, field) => `达到${level}级（${field}）是在`,
    samePace: (months) => `如果和${half(months)}一样工作`,
    andQualified: (months) => `如果和${half(months)}一样工作，并取得资格`,
    towards: (level, field) => `到${level}级（${field}）`,
    onlyQualifications: '只差资格了',
    daysThere: '天数已经够了',
    noDate: '还算不出日期',
    noPace: {
      days: (months) => (months === 0 ? '因为还没有做满一个月' : `因为${half(months)}没有计入的天数`),
      foremanDays: (months, who) => (months === 0 ? '因为还没有做满一个月' : `因为${half(months)}没有当${who}的天数`),
    },
    reachedAt: (level, field) => `${level}级（${field}）`,
    reached: '已经达到',
    reckoned: '按您的记录计算',
    undecidedOf: (level, field) => `${level}级（${field}）`,
    undecided: '这里无法判定',
    undecidedWhy: '标准还没有全部弄清',
    applied: (level, field) => `${level}级（${field}）`,
    filed: '已提交申请',
    top: (field) => `${field}的最高等级`,
    topName: '4级',
    heldSince: (day) => `${day}起`,
  },

  who: { foreman: '工长', foremanOrLeader: '班长、工长' },

  lanes: {
    label: (level) => `到${level}级的路`,
    days: '天数',
    foremanDays: { foreman: '工长', foremanOrLeader: '班长、工长' },
    qualifications: '资格',
    left: '还差',
    things: (n) => `${n}项`,
    of: (n) => `／${n}项`,
    ofDays: (n) => `／${figure(n)}天`,
    there: '够了',
    aboutDays: (n) => `／约${figure(n)}天`,
    unknown: '还不清楚',
  },

  slowest: {
    days: { what: '天数最花时间。', how: '做了工却没有记录的日子，可以在“记录”里申报。' },
    foremanDays: (who) => ({ what: `当${who}的天数最花时间。`, how: `和公司商量增加当${who}的日子，就会更早。` }),
    qualifications: { what: '只差资格了。', how: '取得后，请填入“我的资格”。' },
    checking: { what: '资格正在确认中。', how: '确认后会通知您。' },
  },

  ways: {
    others: (n) => `看其他${n}种途径`,
    name: (n) => `途径${n}`,
    nearest: '最近',
    left: (days) => `还差${days}`,
    allThere: '天数已经够了',
  },

  needs: {
    title: '需要的资格',
    someOf: (n) => `其中${n}项`,
    or: '或',
    state: { held: '已有', waiting: '确认中', expired: '已过期', missing: '还没有' },
    until: (day) => `到${day}`,
    fromLevel: (level) => `${level}级的条件`,
    incomplete: '这份资格清单还不完整。',
  },

  undecided: {
    title: '这里无法判定',
    lead: '这条路只表示目前弄清的部分。是否达到，由评价机构决定。',
    why: {
      qualificationsUnknown: '需要的资格还没有全部弄清',
      daysAssumed: '需要的天数是按其他领域填的',
      foremanDaysAssumed: '当班长、工长的天数是按其他领域填的',
      tradesUnknown: '哪些工种计入，还不清楚',
      lowerUnknown: '下一级的条件还不清楚',
    },
    ask: '由谁决定',
  },

  beyond: (level) => `看到${level}级的路`,
  backTo: (level) => `回到${level}级的路`,

  what: {
    title: '如果这样工作',
    monthDays: '每月出勤天数',
    foremanDays: { foreman: '其中当工长的天数', foremanOrLeader: '其中当班长、工长的天数' },
    qualifiedIn: '取得所缺资格的年份',
    inMonth: (n) => `每月${n}天`,
    ofThese: (n, all) => `每月${all}天中的${n}天`,
    ifForeman: (n, who) => `当${who}的日子改为${n}天`,
    ifDays: (n) => `每月出勤改为${n}天`,
    ifYear: (year) => `资格在${year}取得`,
    answer: '这样工作的话',
    sooner: (months) => `早${span(months)}`,
    later: (months) => `晚${span(months)}`,
    same: '和现在一样',
    never: '算不出达到的月份',
    decides: {
      days: '取决于天数',
      foremanDays: (who) => `取决于当${who}的天数`,
      qualifications: '取决于取得资格的年份',
    },
    byEnd: (year) => `按${year}年底前取得资格计算`,
    reset: '恢复原样',
  },

  ready: {
    title: '还要准备的',
    about: { qualification: '资格', days: '天数', trade: '工种', experience: '经历证明', evaluation: '评价' },
    more: (n) => `看其他${n}项`,
  },

  pay: {
    title: '等级和年收入',
    allFields: (month) => `国家的参考值（全部领域，${month}试算）。`,
    thisField: (field, month) => `国家的参考值（${month}试算）。粗体是${field}，细体是全部领域。`,
    company: (month) => `实际工资由公司决定。${month}修订后的金额这里还没有。`,
    labourRate: (yen, month) => `公共工程设计劳务单价（您的工种，${month}起）：每天${figure(yen)}日元`,
    figure: (low, high) => (high === null || high === low ? figure(low) : `${figure(low)} – ${figure(high)}`),
    unit: '万日元',
    all: (figures) => `全部领域 ${figures}`,
    colour: { 1: '白', 2: '蓝', 3: '银', 4: '金' },
    now: '现在',
    source: '出处',
    allowance: '公司的等级津贴',
    per: { day: '每天', month: '每月' },
    since: (day) => `${day}起`,
    yen: (n) => `${figure(n)}日元`,
  },

  filing: {
    prepare: (level) => `准备${level}级的申请`,
    again: (level) => `重新准备${level}级的申请`,
    busy: '正在准备',
    filled: '申请书按您的记录填好，不用写什么。',
    later: '达到的那天会通知您，申请书当天就能用。',
    state: { filed: '已提交申请', granted: '已获认可', declined: '未获认可' },
    waits: '正在等评价机构的答复，有答复会通知您。',
    granted: '评价机构已报来您的等级。',
    declined: '机构的理由',
    sheet: '申请书（PDF）',
    sheetFor: '机构要纸质申请时',
  },

  fields: {
    open: '选其他领域',
    openFor: '可从全部领域中选',
    title: '选领域',
    search: '按名称查找',
    found: (n) => `${n}个领域`,
    none: '没有这个名称的领域',
    partly: '哪些工种计入，还不清楚',
    drop: (field) => `去掉${field}`,
  },

  standing: {
    title: '在这个领域的现状',
    held: '获认可的等级',
    reached: '按记录达到的等级',
    none: '还没有',
    since: (day) => `${day}起`,
    trades: '计入的工种',
    counted: '计入的天数',
    certified: '其中凭证明的天数',
    certifiedUntil: (day) => `可用到${day}`,
    training: '其中培训的天数',
    uncertain: '还没计入的天数',
    uncertainWhy: '这些日子的工种只填了大类。公司填到小类后，就会计入。',
    noTrade: '您的工种不属于这个领域。只计入从事该领域工种的天数。',
    ifTheyCount: '哪些工种计入还不清楚，所以这里算入了您的全部天数。',
  },

  standard: {
    title: '标准的出处',
    confidence: {
      verified: '三个等级的条件都已读到',
      partial: '只读到一部分',
      unverified: '没有读到，暂按常见的标准',
    },
    sure: '可靠程度',
    version: '版本',
    compiled: '由公开的网页整理',
    own: (n) => `评价机构的第${n}版`,
    since: '开始日',
    evaluators: '评价机构',
    noEvaluator: '机构名称还不清楚',
    authority: '国土交通省的网页',
    sources: '出处',
  },

  none: {
    title: '还没有要走的路',
    why: '您还没有登记工种，或没有找到对应的领域。',
    what: '选一个领域，就知道还缺什么。',
  },

  mine: {
    title: '我的资格',
    holds: '查看、填入',
    count: (n) => `已填入 ${n}`,
    confirmed: (n) => `已确认 ${n}`,
    state: { waiting: '确认中', confirmed: '已确认', refused: '未获认可', expired: '已过期' },
    until: (day) => `到${day}`,
    forever: '无期限',
    picture: (name) => `${name}的照片`,
    none: '还没有',
    noneHow: '填入执照、讲习、技能士等，就会计入您的路。',
    waitingNote: '确认中的资格，确认后计入。',
    add: '填入资格',
    takeBack: '撤回',
    sure: '再按一次就撤回',
  },

  entering: {
    name: '资格的名称',
    search: '请输入名称的一部分',
    own: (name) => `就用“${name}”`,
    ownNote: '清单里没有这个名称，由确认的人判断。',
    change: '重新选',
    issuer: '发证机构',
    issuerHow: '证上写的机构或政府部门',
    issuedOn: '取得日期',
    expiresOn: '到期日期',
    ifAny: '如有',
    proof: '证的照片',
    proofName: '资格证',
    send: '提交确认',
    missing: { name: '请选择名称', issuer: '请填写发证机构', issuedOn: '请填写取得日期' },
  },
}
