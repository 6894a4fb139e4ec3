// The states of the first screen, as the server would answer them. All names are samples (見本).
// What is seen most is in every language; for the rest English stands in.
const DAY = '2026-11-20'
const at = (time, day = DAY) => `${day}T${time}:00+09:00`

export const inWords = (texts, language) => texts[language] ?? texts.en

const sites = {
  first: {
    ja: '見本町第一現場',
    'ja-x-easy': '｜見本町《みほんちょう》 ｜第一《だいいち》 ｜現場《げんば》',
    en: 'Mihon-cho Site 1',
  },
  second: { ja: '例ヶ丘第二現場', 'ja-x-easy': '｜例ヶ丘《れいがおか》 ｜第二《だいに》 ｜現場《げんば》', en: 'Reigaoka Site 2' },
}
/** A name is not translated. */
const siteName = (which, language) => sites[which][language] ?? sites[which].ja

const trade = {
  ja: '鉄筋工',
  'ja-x-easy': '｜鉄筋工《てっきんこう》',
  en: 'Rebar worker',
  vi: 'Thợ cốt thép',
  zh: '钢筋工',
  id: 'Tukang besi beton',
  my: 'သံချောင်းလုပ်သား',
}

const missing = {
  ja: {
    why: 'この現場の作業員名簿に、あなたの名前がありません。',
    who: '株式会社見本鉄筋（所属会社）',
    what: '名簿に名前と職種を入れる。入ると、この日が数えられます',
    where: '会社の画面の「作業員名簿」',
  },
  'ja-x-easy': {
    why: 'この ｜現場《げんば》の ｜名簿《めいぼ》に、あなたの ｜名前《なまえ》が ありません。',
    who: '｜株式会社《かぶしきがいしゃ》 ｜見本《みほん》｜鉄筋《てっきん》（あなたの ｜会社《かいしゃ》）',
    what: '｜名簿《めいぼ》に ｜名前《なまえ》と ｜仕事《しごと》を ｜入《い》れる',
    where: '｜会社《かいしゃ》の ｜画面《がめん》',
  },
  en: {
    why: 'Your name is not on this site’s list of workers.',
    who: 'Mihon Rebar Co. (your employer)',
    what: 'Add your name and trade; the day then counts',
    where: 'The company’s page, under site lists',
  },
  vi: {
    why: 'Danh sách thợ của công trường này không có tên bạn',
    who: '株式会社見本鉄筋 (Công ty của bạn)',
    what: 'Ghi tên và nghề của bạn vào danh sách. Sau đó ngày này được tính',
    where: 'Trang của công ty, mục “Danh sách thợ”',
  },
  zh: {
    why: '这个工地的作业员名册上没有您的名字',
    who: '株式会社見本鉄筋（您的公司）',
    what: '在名册上填写您的姓名和工种。填写后，这一天会计入',
    where: '公司页面的“作业员名册”',
  },
  id: {
    why: 'Nama Anda tidak ada di daftar pekerja proyek ini',
    who: '株式会社見本鉄筋 (Perusahaan Anda)',
    what: 'Isi nama dan bidang kerja Anda di daftar. Lalu hari itu dihitung',
    where: 'Halaman perusahaan, bagian “Daftar pekerja”',
  },
  my: {
    why: 'ဤလုပ်ငန်းခွင်၏ လုပ်သားစာရင်းတွင် သင့်အမည် မရှိပါ',
    who: '株式会社見本鉄筋 (သင့်ကုမ္ပဏီ)',
    what: 'စာရင်းတွင် သင့်အမည်နှင့် အလုပ်အမျိုးအစား ထည့်ရန်။ ထိုအခါ ဤရက်ကို ရေတွက်ပါမည်',
    where: 'ကုမ္ပဏီစာမျက်နှာ၏ “လုပ်သားစာရင်း”',
  },
}

const waiting = {
  ja: {
    why: 'この日の申請は、元請の承認を待っています',
    who: '見本建設株式会社（元請の現場担当者）',
    what: 'その日に現場にいたことを確かめて承認する',
    where: '現場の画面の「承認」',
  },
  'ja-x-easy': {
    why: '｜申請《しんせい》は、｜元請《もとうけ》の ｜返事《へんじ》を ｜待《ま》って います',
    who: '｜元請《もとうけ》の ｜現場《げんば》の ｜人《ひと》',
    what: 'その ｜日《ひ》に いた ことを たしかめる',
    where: '｜現場《げんば》の ｜画面《がめん》',
  },
  en: {
    why: 'Your claim of this day waits for the prime contractor’s approval',
    who: 'Mihon Construction (the prime contractor’s site office)',
    what: 'Check that the worker was on site and approve',
    where: 'The site’s page, under approvals',
  },
}
const closed = {
  ja: {
    why: 'この日は、現場の登録された期間の外です',
    who: '元請',
    what: '現場の期間を直す。直ったら、もう一度送れます',
    where: '元請の画面の「現場」',
  },
  'ja-x-easy': {
    why: 'この ｜日《ひ》は、｜現場《げんば》の ｜期間《きかん》の ｜外《そと》です',
    who: '｜元請《もとうけ》の ｜会社《かいしゃ》',
    what: '｜現場《げんば》の ｜期間《きかん》を ｜直《なお》す',
    where: '｜元請《もとうけ》の ｜画面《がめん》',
  },
  en: {
    why: 'The day lies outside the site’s registered days',
    who: 'The prime contractor',
    what: 'Correct the site’s days; then send again',
    where: 'The prime’s page, under sites',
  },
}
const texts = { structure_missing: missing, site_unlisted: missing, claim_waiting: waiting, claim_site_closed: closed }
const ends = { claim_waiting: null }

export const reasonFor = (code, language) => ({
  code,
  ...inWords(texts[code], language),
  until: code in ends ? ends[code] : '2026-12-31',
  help: 'K7M2QX',
})
export const siteIn = (which, language) => ({
  number: { first: '93000000000012', second: '93000000000020' }[which],
  name: siteName(which, language),
})
export const tradeIn = (language) => inWords(trade, language)

const reason = (language) => reasonFor('structure_missing', language)

function visit(language, part = {}) {
  const site = { number: '93000000000012', name: siteName('first', language) }
  const entryAt = at('07:42')
  return { site, state: 'counted', entryAt, exitAt: null, receivedAt: entryAt, channel: 'card', grade: 'A', reason: null, ...part }
}

// The 3rd and the 23rd are holidays; Saturdays 7 and 14 were worked; the 11th stopped; the 17th has no record.
function days(today) {
  const off = new Set([1, 3, 8, 15, 21, 22, 23, 28, 29])
  return Array.from({ length: 30 }, (_, index) => {
    const day = index + 1
    const past = { 11: 'stopped', 17: 'none' }[day] ?? 'counted'
    const state = day === 20 ? today : off.has(day) ? 'off' : day > 20 ? 'future' : past
    return { date: `2026-11-${String(day).padStart(2, '0')}`, state }
  })
}

const MONTHS = [17, 20, 19, 14, 21, 20, 12, 19, 20, 18, 15, 19, 21, 20, 18, 16, 20, 19, 11, 20, 18, 17, 9]

function months(newest) {
  return [newest, ...MONTHS].map((n, back) => {
    const index = 2026 * 12 + 10 - back
    return { month: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, days: n }
  })
}

function passport(language, today, part = {}) {
  const all = days(part.mark ?? (today.state === 'none' ? 'future' : today.state))
  const count = (state) => all.filter((day) => day.state === state).length
  const counted = count('counted')
  return {
    asOf: '2026-11-20T07:43:05+09:00',
    sample: true,
    worker: {
      number: '91000000000015',
      name: '見本 太郎',
      nameKana: 'ミホン タロウ',
      nameLatin: 'Mihon Taro',
      level: 2,
      trade: { code: '10-01', name: tradeIn(language) },
      company: '株式会社見本鉄筋',
      cardExpiresOn: '2031-03-31',
      ...part.worker,
    },
    today: { workDate: DAY, careerDay: null, visits: [], ...today },
    month: { month: '2026-11', counted, waiting: count('waiting'), stopped: count('stopped'), days: all },
    months: part.months ?? months(counted),
    career: part.career ?? { days: 1079 + counted, foremanDays: 0, since: '2021-04-05' },
  }
}

/** Each takes a language and gives a whole passport. */
export const states = {
  counted: (l) => passport(l, { state: 'counted', careerDay: 1093, visits: [visit(l)] }),
  waiting: (l) => passport(l, { state: 'waiting', visits: [visit(l, { state: 'waiting' })] }),
  stopped: (l) => passport(l, { state: 'stopped', visits: [visit(l, { state: 'stopped', reason: reason(l) })] }),
  none: (l) =>
    passport(
      l,
      { state: 'none' },
      {
        worker: { level: 1, name: '見本 次郎', nameKana: 'ミホン ジロウ', nameLatin: 'Mihon Jiro', number: '91000000000023' },
      },
    ),
  firstDay: (l) => {
    const answer = passport(
      l,
      { state: 'none' },
      { worker: { level: 1, trade: null }, months: [], career: { days: 0, foremanDays: 0, since: null } },
    )
    const fresh = answer.month.days.map((day) => (day.state === 'off' || day.state === 'future' ? day : { ...day, state: 'none' }))
    return { ...answer, month: { ...answer.month, counted: 0, stopped: 0, days: fresh } }
  },
  rest: (l) =>
    passport(
      l,
      { state: 'none' },
      { mark: 'off', worker: { level: 3, name: '例山 三郎', nameKana: 'レイヤマ サブロウ', nameLatin: 'Reiyama Saburo' } },
    ),
  twoSites: (l) =>
    passport(
      l,
      {
        state: 'counted',
        careerDay: 1093,
        visits: [
          visit(l, { exitAt: at('12:04') }),
          visit(l, {
            site: { number: '93000000000020', name: siteName('second', l) },
            state: 'stopped',
            entryAt: at('13:10'),
            receivedAt: at('13:10'),
            reason: reason(l),
          }),
        ],
      },
      {
        worker: { level: 3, name: '例山 三郎', nameKana: 'レイヤマ サブロウ', nameLatin: 'Reiyama Saburo' },
        career: { days: 1093, foremanDays: 214, since: '2021-04-05' },
      },
    ),
  night: (l) =>
    passport(
      l,
      {
        state: 'counted',
        careerDay: 1093,
        visits: [visit(l, { entryAt: at('21:02'), exitAt: at('05:31', '2026-11-21'), receivedAt: at('21:02') })],
      },
      {
        worker: { level: 4, name: '仮山 八郎', nameKana: 'カリヤマ ハチロウ', nameLatin: 'Kariyama Hachiro', cardExpiresOn: '2026-12-10' },
        career: { days: 3093, foremanDays: 1208, since: '2014-04-01' },
      },
    ),
  siteUnknown: (l) =>
    passport(l, {
      state: 'stopped',
      visits: [
        visit(l, {
          state: 'stopped',
          entryAt: null,
          site: { number: '93000000000038', name: null },
          reason: { ...reason(l), until: null, help: null },
        }),
      ],
    }),
}

const stories = {
  counted: { ja: '今日は数えました', 'ja-x-easy': '｜今日《きょう》は ｜数《かぞ》えました', en: 'Counted today' },
  stopped: {
    ja: '今日は止まっています。名簿に名前がありません',
    'ja-x-easy': '｜今日《きょう》は ｜止《と》まって います',
    en: 'Stopped today: not on the site’s list',
  },
  none: {
    ja: 'はじめての月。今日はまだです',
    'ja-x-easy': 'はじめての ｜月《つき》です。｜今日《きょう》は まだです',
    en: 'First month; not yet today',
  },
  night: { ja: '夜勤。カードの期限がもうすぐです', 'ja-x-easy': '｜夜《よる》の ｜仕事《しごと》です', en: 'Night shift; card ends soon' },
}

export function people(language) {
  const names = { counted: '見本 太郎', stopped: '例山 三郎', none: '見本 次郎', night: '仮山 八郎' }
  const levels = { counted: 2, stopped: 3, none: 1, night: 4 }
  return Object.keys(names).map((id) => ({
    id,
    name: `${names[id]}（サンプル）`,
    level: levels[id],
    trade: tradeIn(language),
    story: inWords(stories[id], language),
  }))
}
