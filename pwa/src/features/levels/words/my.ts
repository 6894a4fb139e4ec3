/** မြန်မာဘာသာ. */
import type { Words } from './ja'

const figure = (n: number) => n.toLocaleString('en')
const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years} နှစ်` : '', rest > 0 ? `${rest} လ` : ''].join(' ').trim()
}
const half = (months: number) => (months === 6 ? 'ပြီးခဲ့သော နှစ်ဝက်' : `ပြီးခဲ့သော ${months} လ`)
const million = (n: number) => (n / 100).toFixed(2)

export const words: Words = {
  title: 'အဆင့်တက်ရန်',
  roads: 'နယ်ပယ်များ',

  sign: {
    toReach: (level, field) => `အဆင့် ${level} (${field}) ရောက်မည့်အချိန်`,
    samePace: (months) => `${half(months)}အတိုင်း အလုပ်လုပ်လျှင်`,
    andQualified: (months) => `${half(months)}အတိုင်း အလုပ်လုပ်ပြီး လက်မှတ်လည်း ရလျှင်`,
    towards: (level, field) => `အဆင့် ${level} (${field}) အထိ`,
    onlyQualifications: 'လက်မှတ်သာ ကျန်သည်',
    daysThere: 'ရက် ပြည့်ပါပြီ',
    noDate: 'ရက်ကို မတွက်နိုင်သေးပါ',
    noPace: {
      days: (months) => (months === 0 ? 'တစ်လပြည့် မလုပ်ရသေး၍ ဖြစ်သည်' : `${half(months)}တွင် ရေတွက်ရက် မရှိ၍ ဖြစ်သည်`),
      foremanDays: (months, who) => (months === 0 ? 'တစ်လပြည့် မလုပ်ရသေး၍ ဖြစ်သည်' : `${half(months)}တွင် ${who}ရက် မရှိ၍ ဖြစ်သည်`),
    },
    reachedAt: (level, field) => `အဆင့် ${level} (${field})`,
    reached: 'ရောက်ပါပြီ',
    reckoned: 'သင့်မှတ်တမ်းမှ တွက်ထားသည်',
    undecidedOf: (level, field) => `အဆင့် ${level} (${field})`,
    undecided: 'ဒီမှာ မဆုံးဖြတ်နိုင်ပါ',
    undecidedWhy: 'သတ်မှတ်ချက်ကို အားလုံး မသိရသေးပါ',
    applied: (level, field) => `အဆင့် ${level} (${field})`,
    filed: 'လျှောက်ပြီးပါပြီ',
    top: (field) => `အမြင့်ဆုံးအဆင့် (${field})`,
    topName: 'အဆင့် 4',
    heldSince: (day) => `${day} မှ`,
  },

  who: { foreman: 'လုပ်ငန်းခွင်ခေါင်းဆောင်', foremanOrLeader: 'ခေါင်းဆောင်' },

  lanes: {
    label: (level) => `အဆင့် ${level} သို့ လမ်း`,
    days: 'ရက်',
    foremanDays: { foreman: 'လုပ်ငန်းခွင် ခေါင်းဆောင်', foremanOrLeader: 'ခေါင်းဆောင်' },
    qualifications: 'လက်မှတ်',
    left: 'လိုသေး',
    things: (n) => `${figure(n)} ခု`,
    of: (n) => `/ ${n} ခု`,
    ofDays: (n) => `/ ${figure(n)}`,
    there: 'ပြည့်ပြီ',
    aboutDays: (n) => `/ ${figure(n)} ခန့်`,
    unknown: 'မသိသေးပါ',
  },

  slowest: {
    days: { what: 'ရက်က အချိန် အကြာဆုံး ယူသည်။', how: 'အလုပ်ဆင်းပြီး မှတ်တမ်းမရှိသောရက်ကို မှတ်တမ်းတွင် တင်ပြနိုင်သည်။' },
    foremanDays: (who) => ({ what: `${who}ရက်က အချိန် အကြာဆုံး ယူသည်။`, how: `${who} လုပ်ရမည့်ရက်ကို ကုမ္ပဏီနှင့် ညှိလျှင် ပိုမြန်မည်။` }),
    qualifications: { what: 'လက်မှတ်သာ ကျန်သည်။', how: 'ရလျှင် “ကျွန်ုပ်၏ လက်မှတ်များ” တွင် ထည့်ပါ။' },
    checking: { what: 'လက်မှတ်ကို စစ်ဆေးနေသည်။', how: 'ပြီးလျှင် အကြောင်းကြားမည်။' },
  },

  ways: {
    others: (n) => `အခြားနည်း ${n} ခု ကြည့်မည်`,
    name: (n) => `နည်း ${n}`,
    nearest: 'အနီးဆုံး',
    left: (days) => `${days} လိုသေး`,
    allThere: 'ရက် ပြည့်ပါပြီ',
  },

  needs: {
    title: 'လိုအပ်သော လက်မှတ်',
    someOf: (n) => `ဤအထဲမှ ${n} ခု`,
    or: 'သို့မဟုတ်',
    state: { held: 'ရှိသည်', waiting: 'စစ်ဆေးနေသည်', expired: 'သက်တမ်းကုန်', missing: 'မရှိသေး' },
    until: (day) => `${day} အထိ`,
    fromLevel: (level) => `အဆင့် ${level} ၏ လိုအပ်ချက်`,
    incomplete: 'ဤလက်မှတ်စာရင်း မပြည့်စုံသေးပါ။',
  },

  undecided: {
    title: 'ဒီမှာ မဆုံးဖြတ်နိုင်ပါ',
    lead: 'ဤလမ်းသည် ယနေ့ သိသမျှသာ ဖြစ်သည်။ ရောက်မရောက်ကို အကဲဖြတ်အဖွဲ့က ဆုံးဖြတ်သည်။',
    why: {
      qualificationsUnknown: 'လိုအပ်သော လက်မှတ် အားလုံး မသိရသေးပါ',
      daysAssumed: 'ရက်အရေအတွက်ကို အခြားနယ်ပယ်မှ ယူထားသည်',
      foremanDaysAssumed: 'ခေါင်းဆောင်ရက်ကို အခြားနယ်ပယ်မှ ယူထားသည်',
      tradesUnknown: 'မည်သည့် အလုပ်အမျိုးအစား ပါသည်ကို မသိရသေးပါ',
      lowerUnknown: 'အောက်အဆင့်၏ လိုအပ်ချက် မသိရသေးပါ',
    },
    ask: 'ဆုံးဖြတ်သူ',
  },

  beyond: (level) => `အဆင့် ${level} သို့ လမ်းကို ကြည့်မည်`,
  backTo: (level) => `အဆင့် ${level} သို့ ပြန်မည်`,

  what: {
    title: 'ဤသို့ အလုပ်လုပ်လျှင်',
    monthDays: 'တစ်လ အလုပ်ရက်',
    foremanDays: { foreman: 'ထိုအထဲမှ လုပ်ငန်းခွင်ခေါင်းဆောင်ရက်', foremanOrLeader: 'ထိုအထဲမှ ခေါင်းဆောင်ရက်' },
    qualifiedIn: 'လိုသော လက်မှတ် ရမည့်နှစ်',
    inMonth: (n) => `တစ်လ ${n} ရက်`,
    ofThese: (n, all) => `တစ်လ ${all} ရက်တွင် ${n} ရက်`,
    ifForeman: (n, who) => `${who}ရက်ကို ${n} ရက် လုပ်လျှင်`,
    ifDays: (n) => `တစ်လ ${n} ရက် လုပ်လျှင်`,
    ifYear: (year) => `လက်မှတ်ကို ${year} တွင် ရလျှင်`,
    answer: 'ဤသို့ လုပ်လျှင်',
    sooner: (months) => `${span(months)} ပိုမြန်`,
    later: (months) => `${span(months)} ပိုကြာ`,
    same: 'ယခုနှင့် အတူတူ',
    never: 'ရောက်မည့်လ မရှိပါ',
    decides: {
      days: 'ရက်က ဆုံးဖြတ်သည်',
      foremanDays: (who) => `${who}ရက်က ဆုံးဖြတ်သည်`,
      qualifications: 'လက်မှတ်ရမည့်နှစ်က ဆုံးဖြတ်သည်',
    },
    byEnd: (year) => `${year} နှစ်ကုန်တွင် လက်မှတ်ရမည်ဟု တွက်ထားသည်`,
    reset: 'မူလအတိုင်း',
  },

  ready: {
    title: 'ပြင်ဆင်ရန် ကျန်သည်',
    about: {
      qualification: 'လက်မှတ်',
      days: 'ရက်',
      trade: 'အလုပ်အမျိုးအစား',
      experience: 'အတွေ့အကြုံ အထောက်အထား',
      evaluation: 'အကဲဖြတ်ခြင်း',
    },
    more: (n) => `နောက်ထပ် ${n} ခု ကြည့်မည်`,
  },

  pay: {
    title: 'အဆင့်နှင့် တစ်နှစ်လုပ်ခ',
    allFields: (month) => `အစိုးရ၏ ခန့်မှန်းချက် (နယ်ပယ်အားလုံး၊ ${month})။`,
    thisField: (field, month) => `အစိုးရ၏ ခန့်မှန်းချက် (${month})။ စာလုံးထူ - ${field}၊ စာလုံးပါး - နယ်ပယ်အားလုံး။`,
    company: (month) => `တကယ့်လစာကို ကုမ္ပဏီက ဆုံးဖြတ်သည်။ ${month} တွင် ပြင်ဆင်ထားသော ပမာဏကို ဤနေရာတွင် မသိရသေးပါ။`,
    labourRate: (yen, month) => `အများပိုင်လုပ်ငန်း လုပ်အားခနှုန်း (သင့်အလုပ်၊ ${month} မှ) - တစ်ရက် ${figure(yen)} ယန်း`,
    figure: (low, high) => (high === null || high === low ? million(low) : `${million(low)} – ${million(high)}`),
    unit: ' သန်းယန်း',
    all: (figures) => `အားလုံး ${figures}`,
    colour: { 1: 'အဖြူ', 2: 'အပြာ', 3: 'ငွေ', 4: 'ရွှေ' },
    now: 'ယခု',
    source: 'ရင်းမြစ်',
    allowance: 'ကုမ္ပဏီ၏ အဆင့်ကြေး',
    per: { day: 'တစ်ရက်လျှင်', month: 'တစ်လလျှင်' },
    since: (day) => `${day} မှ`,
    yen: (n) => `${figure(n)} ယန်း`,
  },

  filing: {
    prepare: (level) => `အဆင့် ${level} လျှောက်လွှာ ပြင်မည်`,
    again: (level) => `အဆင့် ${level} လျှောက်လွှာ ထပ်ပြင်မည်`,
    busy: 'ပြင်နေသည်',
    filled: 'သင့်မှတ်တမ်းမှ ဖြည့်ပေးသည်။ ရေးစရာ မလိုပါ။',
    later: 'ရောက်သည့်ရက်တွင် အကြောင်းကြားမည်။ လျှောက်လွှာ ထိုရက်တွင် အသင့်ရှိမည်။',
    state: { filed: 'လျှောက်ပြီးပါပြီ', granted: 'အသိအမှတ်ပြုပြီ', declined: 'အသိအမှတ်မပြုပါ' },
    waits: 'အကဲဖြတ်အဖွဲ့၏ အဖြေကို စောင့်နေသည်။ ရလျှင် အကြောင်းကြားမည်။',
    granted: 'အကဲဖြတ်အဖွဲ့က သင့်အဆင့်ကို ပို့ပြီးပါပြီ။',
    declined: 'အဖွဲ့၏ အကြောင်းပြချက်',
    sheet: 'လျှောက်လွှာ (PDF)',
    sheetFor: 'စာရွက်ဖြင့် တင်ရသောအခါ',
  },

  fields: {
    open: 'အခြားနယ်ပယ် ရွေးမည်',
    openFor: 'နယ်ပယ်အားလုံးမှ ရွေးနိုင်သည်',
    title: 'နယ်ပယ် ရွေးပါ',
    search: 'အမည်ဖြင့် ရှာပါ',
    found: (n) => `နယ်ပယ် ${figure(n)} ခု`,
    none: 'ထိုအမည်ဖြင့် နယ်ပယ် မရှိပါ',
    partly: 'မည်သည့် အလုပ်အမျိုးအစား ပါသည်ကို မသိရသေးပါ',
    drop: (field) => `ဖယ်မည် - ${field}`,
  },

  standing: {
    title: 'ဤနယ်ပယ်တွင် ယခု',
    held: 'အသိအမှတ်ပြုအဆင့်',
    reached: 'မှတ်တမ်းအရ ရောက်သောအဆင့်',
    none: 'မရှိသေးပါ',
    since: (day) => `${day} မှ`,
    trades: 'ရေတွက်သော အလုပ်',
    counted: 'ရေတွက်ပြီးရက်',
    certified: 'ထိုအထဲမှ စာရွက်ဖြင့်',
    certifiedUntil: (day) => `${day} အထိ သုံးနိုင်`,
    training: 'ထိုအထဲမှ သင်တန်းရက်',
    uncertain: 'မရေတွက်ရသေးသောရက်',
    uncertainWhy: 'ဤရက်များတွင် အလုပ်အမျိုးအစား အသေးစိတ် မပါပါ။ ကုမ္ပဏီက ပြင်လျှင် ရေတွက်မည်။',
    noTrade: 'သင့်အလုပ်သည် ဤနယ်ပယ်တွင် မပါပါ။ ဤနယ်ပယ်၏ အလုပ်ဖြင့် လုပ်သောရက်များကိုသာ ရေတွက်သည်။',
    ifTheyCount: 'မည်သည့် အလုပ်အမျိုးအစား ပါသည်ကို မသိရသေး၍ သင့်ရက်အားလုံး ထည့်ထားသည်။',
  },

  standard: {
    title: 'သတ်မှတ်ချက်၏ ရင်းမြစ်',
    confidence: {
      verified: 'အဆင့်သုံးဆင့်လုံး ဖတ်ပြီးပါပြီ',
      partial: 'တစ်စိတ်တစ်ပိုင်းသာ ဖတ်ရသည်',
      unverified: 'မဖတ်ရသေးပါ၊ အများသုံးပုံစံကို သုံးထားသည်',
    },
    sure: 'သေချာမှု',
    version: 'မူ',
    compiled: 'အများကြည့်စာမျက်နှာများမှ စုထားသည်',
    own: (n) => `အကဲဖြတ်အဖွဲ့၏ မူ ${n}`,
    since: 'စတင်ရက်',
    evaluators: 'အကဲဖြတ်အဖွဲ့',
    noEvaluator: 'အဖွဲ့အမည် မသိရသေးပါ',
    authority: 'ဝန်ကြီးဌာန စာမျက်နှာ',
    sources: 'ရင်းမြစ်',
  },

  none: {
    title: 'လမ်း မရှိသေးပါ',
    why: 'သင့်အလုပ်အမျိုးအစား မမှတ်ပုံတင်ရသေးပါ၊ သို့မဟုတ် ကိုက်ညီသော နယ်ပယ် မတွေ့ပါ။',
    what: 'နယ်ပယ်ရွေးလျှင် ဘာလိုသည်ကို သိရမည်။',
  },

  mine: {
    title: 'ကျွန်ုပ်၏ လက်မှတ်များ',
    holds: 'ကြည့်ရန်၊ ထည့်ရန်',
    count: (n) => `ထည့်ပြီး ${figure(n)}`,
    confirmed: (n) => `အတည်ပြုပြီး ${figure(n)}`,
    state: { waiting: 'စစ်ဆေးနေသည်', confirmed: 'အတည်ပြုပြီး', refused: 'လက်မခံပါ', expired: 'သက်တမ်းကုန်' },
    until: (day) => `${day} အထိ`,
    forever: 'သက်တမ်း အကန့်အသတ်မရှိ',
    picture: (name) => `${name} ၏ ဓာတ်ပုံ`,
    none: 'မရှိသေးပါ',
    noneHow: 'လိုင်စင်၊ သင်တန်း၊ ကျွမ်းကျင်မှုလက်မှတ် ထည့်လျှင် လမ်းတွင် ရေတွက်သည်။',
    waitingNote: 'စစ်ဆေးပြီးမှ ရေတွက်ပါမည်။',
    add: 'လက်မှတ် ထည့်မည်',
    takeBack: 'ရုပ်သိမ်းမည်',
    sure: 'ထပ်နှိပ်လျှင် ရုပ်သိမ်းမည်',
  },

  entering: {
    name: 'လက်မှတ် အမည်',
    search: 'အမည်၏ တစ်စိတ်တစ်ပိုင်းကို ရိုက်ပါ',
    own: (name) => `“${name}” အတိုင်း ထည့်မည်`,
    ownNote: 'စာရင်းတွင် မပါသော အမည်ဖြစ်သည်။ စစ်ဆေးသူက ဆုံးဖြတ်မည်။',
    change: 'ပြန်ရွေးမည်',
    issuer: 'ထုတ်ပေးသူ',
    issuerHow: 'လက်မှတ်တွင် ပါသော အဖွဲ့ သို့မဟုတ် ရုံး',
    issuedOn: 'ရသောရက်',
    expiresOn: 'သက်တမ်းကုန်ရက်',
    ifAny: 'ရှိလျှင်',
    proof: 'လက်မှတ် ဓာတ်ပုံ',
    proofName: 'လက်မှတ်',
    send: 'စစ်ဆေးရန် ပို့မည်',
    missing: { name: 'အမည်ကို ရွေးပါ', issuer: 'ထုတ်ပေးသူကို ထည့်ပါ', issuedOn: 'ရသောရက်ကို ထည့်ပါ' },
  },
}
