/** မြန်မာဘာသာ. */
import type { Day, Month } from '../api/schema'
import { dayParts, monthParts } from './dates'
import type { Words } from './ja'

// By hand: the browsers of many phones have no Burmese in their `Intl` and would silently take the phone's own language.
const MONTHS = ['ဇန်နဝါရီ', 'ဖေဖော်ဝါရီ', 'မတ်', 'ဧပြီ', 'မေ', 'ဇွန်', 'ဇူလိုင်', 'ဩဂုတ်', 'စက်တင်ဘာ', 'အောက်တိုဘာ', 'နိုဝင်ဘာ', 'ဒီဇင်ဘာ'] as const
const WEEKDAYS = ['တနင်္ဂနွေ', 'တနင်္လာ', 'အင်္ဂါ', 'ဗုဒ္ဓဟူး', 'ကြာသပတေး', 'သောကြာ', 'စနေ'] as const

const figure = (n: number) => n.toLocaleString('en')
const month = (value: Month) => MONTHS[monthParts(value).month - 1] ?? ''
const monthWithYear = (value: Month) => `${monthParts(value).year} ${month(value)}`
const date = (day: Day) => `${month(day)} ${dayParts(day).day}`
const dateWithWeekday = (day: Day) => `${date(day)} ${WEEKDAYS[dayParts(day).weekday]}`
const year = (value: string) => value.slice(0, 4)
const days = (n: number) => `${figure(n)} ရက်`

export const words: Words = {
  app: 'လုပ်သားပတ်စ်ပို့',
  sample: 'နမူနာ',
  tabs: { label: 'ပင်မ', home: 'ပင်မ', history: 'မှတ်တမ်း', pass: 'ပြရန်', road: 'အဆင့်တက်', settings: 'ဆက်တင်' },

  figure,
  days,
  daysUnit: () => 'ရက်',
  dayNumber: (n) => `${figure(n)} ရက်မြောက်`,
  date,
  dateWithYear: (day: Day) => `${dayParts(day).year} ${date(day)}`,
  dateWithWeekday,
  month,
  monthWithYear,
  year,
  weekdays: ['နွေ', 'လာ', 'ဂါ', 'ဟူး', 'တေး', 'ကြာ', 'နေ'],
  nextDay: (time) => `နောက်နေ့ ${time}`,
  back: 'နောက်သို့',

  asOf: (time) => `${time} အချိန်`,
  neverLoaded: 'ဘာမှမရှိသေးပါ',

  level: {
    name: (level) => `အဆင့် ${level}`,
    word: { 1: 'အဖြူ · အခြေခံ', 2: 'အပြာ · ကျွမ်းကျင်', 3: 'ငွေရောင် · ခေါင်းဆောင်အဆင့်', 4: 'ရွှေရောင် · ပင်တိုင်အဆင့်' },
    card: (level, name) => `အဆင့် ${level} ${name}`,
    noTrade: 'အလုပ်အမျိုးအစား မမှတ်ပုံတင်ရသေးပါ',
    cardEnds: (n) => `ကတ်သက်တမ်း ${days(n)} ကျန်သည်`,
    cardEnded: (day) => `ကတ်သက်တမ်း ${day} တွင် ကုန်ပါပြီ`,
    toSettings: (name) => `${name} – ဆက်တင်`,
  },

  today: {
    title: 'ယနေ့ မှတ်တမ်း',
    counted: (day) => `${day ?? 'ယနေ့'} ရေတွက်ပြီးပါပြီ`,
    waiting: (day) => (day === null ? 'လက်ခံရရှိပါပြီ' : `${day} လက်ခံရရှိပါပြီ`),
    waitingNote: 'မရေတွက်ရသေးပါ။ စစ်ဆေးပြီးလျှင် အလိုအလျောက် ရေတွက်ပါမည်။ ကတ် ထပ်မထိရပါ။',
    stopped: (day) => `${day ?? 'ယနေ့'} ရပ်နေပါသည်`,
    stoppedNote: 'ကတ်ထိထားသည့် မှတ်တမ်း ရှိပါသည်။',
    none: (day) => (day === null ? 'ယနေ့ မရှိသေးပါ' : `${day} မှတ်တမ်း မရှိပါ`),
    noneHow: 'လုပ်ငန်းခွင်ရောက်လျှင် တစ်ခုရွေးပါ',
    noneThen: 'လိုင်းရလျှင် ထပ်စစ်ပါမည်',
    rest: 'ယနေ့ နားရက်ဖြစ်သည်',
    restHow: 'အလုပ်လုပ်လျှင် မှတ်နိုင်သည်',
    siteUnknown: 'မမှတ်ပုံတင်ရသေးသော လုပ်ငန်းခွင်',
    sites: (n) => `လုပ်ငန်းခွင် ${figure(n)} ခု`,
    entry: (time) => `${time} ဝင်`,
    exit: (time, nextDay) => `${nextDay ? 'နောက်နေ့ ' : ''}${time} ထွက်`,
    visit: { counted: 'ရေတွက်ပြီး', waiting: 'လက်ခံပြီး', stopped: 'ရပ်နေသည်' },
    ways: [
      { what: 'ကတ်ကို စက်တွင် ထိပါ', where: 'ဝင်ပေါက် သို့မဟုတ် ရုံးခန်းတွင်' },
      { what: 'လုပ်ငန်းခွင်၏ အခြားနည်း', where: 'QR၊ ဖုန်း စသည်။ မနက်အစည်းအဝေးတွင် မေးပါ' },
      { what: 'ကတ်ဖတ်စက် မရှိပါ', where: 'ယနေ့အတွက် ဤနေရာမှ တင်ပြနိုင်သည်' },
    ],
  },

  chain: {
    tap: 'ကတ်ထိ',
    workDay: 'အလုပ်ရက်',
    retirement: 'အနားယူငွေ',
    received: (time) => `${time} လက်ခံ`,
    counted: 'ရေတွက်ပြီး',
    waiting: 'စောင့်နေသည်',
    stopped: 'ရပ်နေသည်',
    later: 'နောက်မှ',
    label: { done: 'ပြီးပါပြီ', waiting: 'စောင့်နေသည်', stopped: 'ဒီမှာ ရပ်နေသည်', later: 'နောက်မှ' },
  },

  reason: {
    who: 'ဘယ်သူ',
    what: 'ဘာကို',
    where: 'ဘယ်မှာ',
    until: 'နောက်ဆုံးရက်',
    left: (n) => `${days(n)} ကျန်`,
    help: 'အကူအညီ ကုဒ်',
  },

  news: { bell: (n) => (n === 0 ? 'သတင်း' : `သတင်း၊ မဖတ်ရသေးသည် ${figure(n)} ခု`) },

  recovery: {
    begun: 'သင့်မှတ်ပုံတင်ကို အခြားဖုန်းသို့ ပြောင်းနေသူ ရှိပါသည်',
    notMe: 'သင်မဟုတ်ပါက ချက်ချင်း ရပ်ပါ။',
    look: 'ကြည့်ပြီး ရပ်မည်',
  },

  first: {
    title: 'ယနေ့ လုပ်နိုင်သည်များ',
    steps: [
      { what: 'ဘာသာစကားနှင့် စာလုံးအရွယ်', how: 'ဖတ်ရလွယ်အောင် ပြုလုပ်ပါ' },
      { what: 'သော့ နောက်တစ်ခု', how: 'ဖုန်းပျက်လည်း ဝင်နိုင်သည်' },
      { what: 'ပြရန်', how: 'အဆင့်နှင့် အမည်ကို ချက်ချင်းပြနိုင်သည်' },
    ],
  },

  monthPanel: {
    stopped: 'ရပ်နေသောရက်',
    waiting: 'စောင့်နေသောရက်',
    picture: (name, counted, waiting, stopped) =>
      [
        `${name} တွင် ${days(counted)} ရေတွက်ပြီး။`,
        waiting > 0 ? ` ${days(waiting)} စောင့်နေသည်။` : '',
        stopped > 0 ? ` ${days(stopped)} ရပ်နေသည်။` : '',
      ].join(''),
  },

  career: {
    title: 'ယခုအထိ',
    since: (value) => `${value} မှစ၍`,
    foreman: (n) => `ခေါင်းဆောင် ${n}`,
    none: 'ပထမဆုံးရက်မှ စတင်ရေတွက်ပါမည်',
    picture: (months, most) => `ပြီးခဲ့သော ${months} လ၏ လအလိုက်ရက်များ။ အများဆုံးလ ${days(most)}။`,
    axis: (months) => `ပြီးခဲ့သော ${months} လ`,
  },

  road: {
    next: 'နောက်အဆင့်',
    earliest: 'အစောဆုံး',
    about: (value) => `${value} ဝန်းကျင်`,
    days: (n) => `ရက် ${n} လိုသေး`,
    foremanDays: { foreman: (n) => `လုပ်ငန်းခွင်ခေါင်းဆောင် ${n} လိုသေး`, foremanOrLeader: (n) => `ခေါင်းဆောင် ${n} လိုသေး` },
    qualifications: (n) => `လက်မှတ် ${n} ခု လိုသေး`,
    reached: (level) => `အဆင့် ${level} ရောက်ပါပြီ`,
    undecided: 'ဒီမှာ မဆုံးဖြတ်နိုင်ပါ',
    onlyQualifications: 'လက်မှတ်သာ ကျန်သည်',
    noDate: 'ရက်ကို မတွက်နိုင်သေးပါ',
  },

  history: {
    views: { label: 'ကြည့်ပုံ', calendar: 'ပြက္ခဒိန်', list: 'စာရင်း', year: 'တစ်နှစ်' },
    before: (name) => `ရှေ့သို့ ${name}`,
    after: (name) => `နောက်သို့ ${name}`,
    day: {
      counted: 'ရေတွက်ပြီး',
      waiting: 'စောင့်နေသည်',
      stopped: 'ရပ်နေသည်',
      none: 'မှတ်တမ်းမရှိ',
      off: 'နားရက်',
      future: 'လာမည့်ရက်',
    },
    daily: 'ရက်အလိုက်',
    attention: 'ကြည့်ရန်ရက်များ',
    three: 'ကတ်ထိ · အလုပ်ရက် · အနားယူငွေ',
    claimable: 'အလုပ်ဆင်းခဲ့လျှင် စက္ကန့် 20 ဖြင့် တင်နိုင်သည်',
    empty: 'ဤလ၏ မှတ်တမ်း မရှိသေးပါ',
    unseen: 'ဤနေရာကို မကြည့်ရသေးပါ',
  },

  yearPage: {
    counted: 'ရေတွက်ပြီးရက်',
    trades: 'အလုပ်အမျိုးအစားအလိုက်',
    positions: 'ရာထူးအလိုက်',
    both: 'တစ်ရက်တွင် အလုပ်နှစ်မျိုး လုပ်လျှင် နှစ်မျိုးလုံးတွင် ရေတွက်သည်',
    position: { worker: 'အလုပ်သမား', squadLeader: 'အဖွဲ့ခေါင်းဆောင်', foreman: 'လုပ်ငန်းခွင်ခေါင်းဆောင်' },
    empty: 'ဤနှစ်၏ မှတ်တမ်း မရှိသေးပါ',
  },

  day: {
    chain: 'ဤရက်၏ မှတ်တမ်း',
    steps: {
      tap: 'ကတ်ထိ',
      workDay: 'အလုပ်ရက်',
      retirementExpected: 'အနားယူငွေ ခန့်မှန်း',
      retirementConfirmed: 'အနားယူငွေ အတည်ပြု',
    },
    claimed: 'တင်ပြချက်',
    state: (step, state) => `${step} – ${state}`,
    received: (time) => `${time} လက်ခံရရှိ`,
    counted: 'ရေတွက်ပြီးပါပြီ',
    waiting: 'စစ်ဆေးနေသည်',
    expectedLater: 'အလုပ်ရက်ဖြစ်လျှင် ခန့်မှန်းထဲ ဝင်ပါမည်',
    confirmedLater: 'ကုမ္ပဏီက ငွေသွင်းပြီးလျှင် အတည်ဖြစ်ပါမည်',
    evidence: (grade) => `အထောက်အထား ${grade}`,
    grades: {
      A: 'အလွန်ခိုင်မာသော အထောက်အထား',
      B: 'ခိုင်မာသော အထောက်အထား',
      C: 'သာမန် အထောက်အထား',
      D: 'အားနည်းသော အထောက်အထား',
      E: 'သင့်စကားသာ ရှိသည်',
    },
    presented: {
      nothing: 'ဘာမှမပြ',
      secureCard: 'ကတ်',
      openCard: 'IC ကတ်',
      tagCode: 'လုပ်ငန်းခွင် တဂ်',
      rotatingQr: 'QR ကုဒ်',
      call: 'ဖုန်းခေါ်ဆိုမှု',
      face: 'မျက်နှာ',
      button: 'ခလုတ်',
      list: 'အမည်စာရင်း',
      claim: 'သင့်တင်ပြချက်',
    },
    devices: {
      none: '',
      reader: 'ကတ်ဖတ်စက်',
      loggingReader: 'မှတ်တမ်းတင် ကတ်ဖတ်စက်',
      foremanPhone: 'ခေါင်းဆောင်၏ ဖုန်း',
      gateTag: 'ဝင်ပေါက် တဂ်',
      ownPhone: 'သင့်ဖုန်း',
      vendor: 'အခြားကုမ္ပဏီ၏ စနစ်',
      terminal: 'လုပ်ငန်းခွင် စက်',
    },
    seenBy: { nobody: '', foreman: 'ခေါင်းဆောင် မြင်သည်', guard: 'အစောင့် မြင်သည်' },
    placeKnown: 'နေရာပါ မှတ်ထားသည်',
    details: 'အသေးစိတ်',
    employer: 'ကုမ္ပဏီ',
    prime: 'ပင်မကန်ထရိုက်တာ',
    tier: 'ကန်ထရိုက်အဆင့်',
    tierOf: (tier) => (tier === 0 ? 'ပင်မကန်ထရိုက်တာ' : `အဆင့် ${tier}`),
    position: 'ရာထူး',
    trade: 'အလုပ်အမျိုးအစား',
    content: 'အလုပ်',
    entryAt: 'ဝင်ချိန်',
    exitAt: 'ထွက်ချိန်',
    actedAt: 'စက်၏ နာရီ',
    receivedAt: 'ရောက်ချိန်',
    recognisedOn: 'ရေတွက်သည့်ရက်',
    approvedOn: 'ခွင့်ပြုသည့်ရက်',
    notYet: 'မရှိသေးပါ',
    corrections: 'ပြင်ဆင်ချက်',
    before: 'မပြင်မီ',
    after: 'ပြင်ပြီး',
    by: 'ဘယ်သူ',
    why: 'အကြောင်းရင်း',
    takenAway: 'ဤရက်ကို ပယ်ဖျက်ပြီး',
    none: 'မှတ်တမ်း မရှိပါ',
    noneNote: 'အလုပ်ပျက်သည်ဟု မဆိုလိုပါ။ အလုပ်ဆင်းခဲ့လျှင် တင်ပြနိုင်ပါသည်။',
    off: 'နားရက်',
    offNote: 'အလုပ်ဆင်းခဲ့လျှင် တင်ပြနိုင်ပါသည်။',
    future: 'လာမည့်ရက်',
    until: (day) => `${day} အထိ ထည့်နိုင်သည်`,
    over: (day) => `ထည့်ရန်ရက် (${day}) ကျော်သွားပါပြီ`,
    claim: 'ဤရက်ကို တင်ပြမည်',
  },

  claim: {
    title: 'မှတ်တမ်းမရှိသောရက် တင်ပြခြင်း',
    day: 'ရက်',
    site: 'လုပ်ငန်းခွင်',
    other: 'အခြား လုပ်ငန်းခွင်',
    number: 'လုပ်ငန်းခွင်နံပါတ် (ဂဏန်း 14 လုံး)',
    entry: 'ဝင်ချိန်',
    exit: 'ထွက်ချိန်',
    ifKnown: 'သိလျှင်',
    note: 'မှတ်ချက်',
    noteHint: 'ဥပမာ - ကတ်မေ့ခဲ့သည်',
    send: 'တင်ပြမည်',
    close: 'ပိတ်မည်',
    drafts: 'ရေးလက်စကို ဤဖုန်းတွင် သိမ်းထားပါမည်',
    missing: {
      day: 'ယနေ့ သို့မဟုတ် အရင်ရက်ကို ရွေးပါ',
      site: 'လုပ်ငန်းခွင်ကို ရွေးပါ',
      number: 'နံပါတ်သည် ဂဏန်း 14 လုံး ဖြစ်သည်',
      entry: 'ဝင်ချိန်ကို ထည့်ပါ',
    },
    received: 'လက်ခံ',
    registered: 'မှတ်ပုံတင်',
    counted: 'ရေတွက်',
    onPhone: 'ဤဖုန်းက လက်ခံပြီးပါပြီ',
    onPhoneNote: 'မပို့ရသေးပါ။ လိုင်းရလျှင် အလိုအလျောက် ပို့ပါမည်။ ထပ်မထည့်ရပါ။',
    impossible: 'တင်ပြ၍ မရပါ',
    again: 'ပြင်ပြီး ပို့မည်',
    drop: 'ရုပ်သိမ်းမည်',
    unsent: (n) => `ပို့ရန်စောင့်နေသော တင်ပြချက် ${figure(n)} ခု`,
    notKept: 'သိမ်း၍လည်းမရ၊ ပို့၍လည်းမရပါ။ လိုင်းရသောနေရာတွင် ထပ်နှိပ်ပါ။',
  },

  trouble: {
    offline: 'လိုင်းမရှိပါ။ ',
    unreachable: 'ချိတ်ဆက်၍ မရပါ။ ',
    showing: (day, time) => `${day} ${time} ၏ အကြောင်းအရာ`,
    again: 'အလိုအလျောက် ပြန်ချိတ်နေသည်',
    loading: 'ဖွင့်နေသည်',
    nothingKept: 'ဤဖုန်းတွင် ဘာမှမရှိသေးပါ',
    nothingKeptWhy: 'လိုင်းရသောနေရာတွင် တစ်ကြိမ်ဖွင့်ပါ။ ထို့နောက် လိုင်းမရှိလည်း ကြည့်နိုင်ပါသည်။',
    retry: 'ထပ်ချိတ်မည်',
  },

  language: 'ဘာသာစကား',
  leave: 'ထွက်မည်',

  door: {
    title: 'အလုပ်ရက်များ သင့်အဆင့် ဖြစ်လာမည်',
    levels: 'ကုမ္ပဏီက လစာသတ်မှတ်ရာတွင် ကြည့်သည်။',
    signIn: 'ဤဖုန်းဖြင့် ဝင်မည်',
    signInHow: 'မျက်နှာ၊ လက်ဗွေ၊ ဖန်သားပြင်သော့ဖြင့် ဖွင့်သည်',
    first: { what: 'ပထမဆုံး သုံးသူ', how: 'ကတ်နှင့် ရရှိသော ကုဒ်ဖြင့်' },
    apply: { what: 'မှတ်ပုံမတင်ရသေးသူ', how: 'အလုပ်သမား၊ ကုမ္ပဏီ လျှောက်ရန်' },
    newPhone: { what: 'ဖုန်းပျောက်သူ၊ လဲသူ', how: 'ကုမ္ပဏီ သို့မဟုတ် ကောင်တာ၏ ကုဒ်ဖြင့်' },
    noKey: 'ဤဖုန်းတွင် သော့မရှိလျှင် အောက်က “ပထမဆုံး သုံးသူ” သို့မဟုတ် “ဖုန်းပျောက်သူ၊ လဲသူ” ကို နှိပ်ပါ။',
    samples: 'နမူနာလူဖြင့် ကြည့်မည်',
    lead: 'နမူနာ လုပ်သားတစ်ဦးကို ရွေးလျှင် သူ၏ ပတ်စ်ပို့ ပွင့်ပါမည်။',
    made: 'အမည်နှင့် မှတ်တမ်းအားလုံး နမူနာဖြစ်သည်။',
    look: 'ဖန်သားပြင် အရောင်နှင့် စာလုံးအရွယ်',
    working: 'စစ်ဆေးနေသည်',
    kept: 'ရေးထားသည်များ ဤမျက်နှာပြင်တွင် ရှိနေသည်။',
    signal: 'လိုင်းရှိရာတွင် ထပ်နှိပ်ပါ။',
    wait: (n) => `${n} မိနစ်ကြာလျှင် ထပ်လုပ်နိုင်သည်။`,
    stumbles: {
      none: { why: 'ဤဘရောက်ဇာတွင် သော့ကို သုံး၍မရပါ', what: 'အသစ်ဖြစ်သော Chrome သို့မဟုတ် Safari ဖြင့် ဖွင့်ပါ။' },
      cancelled: { why: 'လမ်းတစ်ဝက်တွင် ရပ်သွားသည်', what: 'တစ်ခါ ထပ်နှိပ်ပါ။' },
      late: { why: 'အချိန်ကုန်သွားသည်', what: 'ထပ်နှိပ်ပြီး တစ်မိနစ်အတွင်း အတည်ပြုပါ။' },
      lock: { why: 'ဖန်သားပြင်သော့ မတွေ့ပါ', what: 'ဖုန်းဆက်တင်တွင် မျက်နှာ၊ လက်ဗွေ သို့မဟုတ် PIN ကို ဖွင့်ပါ။' },
      known: { why: 'ဤဖုန်းတွင် သော့ရှိပြီးသား', what: 'ပထမမျက်နှာပြင်မှ ဝင်ပါ။' },
      place: { why: 'ဖွင့်ထားသော လိပ်စာ ပုံမှန်နှင့် မတူပါ', what: 'ပုံမှန်လိပ်စာကို ကိုယ်တိုင် ဖွင့်ပါ။' },
      odd: { why: 'ဖုန်းက သော့ကို သုံး၍မရပါ', what: 'ထပ်နှိပ်ပါ။ မရသေးလျှင် ဖုန်းကို ပိတ်ပြီး ပြန်ဖွင့်ပါ။' },
    },
  },

  update: { ready: 'ဗားရှင်းအသစ် ရှိသည်', act: 'ပြောင်းမည်' },
}
