// Months, days and years of the sample person, as the server would answer them; 2026-11 as the passport shows it.
import { inWords, reasonFor, siteIn, states, tradeIn } from './states.mjs'

const TODAY = '2026-11-20'
const at = (day, time) => `${day}T${time}+09:00`
const two = (n) => String(n).padStart(2, '0')

function daysIn(month) {
  const [year, number] = month.split('-').map(Number)
  return Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, index) => `${month}-${two(index + 1)}`)
}

/** Weekends are off; of the others a few stand out, always the same. */
function stateOf(day) {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return 'off'
  if (day >= TODAY) return 'future'
  return { '2026-10-07': 'stopped', '2026-10-14': 'none', '2026-10-28': 'waiting' }[day] ?? 'counted'
}

function claimOn(day, world) {
  return Object.values(world.claims).find((claim) => claim.workDate === day && claim.kind === 'missedDay' && !world.refused)
}

function visitsOn(day, state, world, language) {
  const passport = states[world.state](language)
  const claim = claimOn(day, world)
  if (claim) {
    const waiting = world.approved ? null : reasonFor('claim_waiting', language)
    const site = claim.site === siteIn('second', language).number ? siteIn('second', language) : siteIn('first', language)
    const { entryAt, exitAt } = claim
    return [
      {
        site,
        state: world.approved ? 'counted' : 'waiting',
        entryAt,
        exitAt,
        receivedAt: at(TODAY, '07:43:05'),
        channel: 'none',
        grade: 'E',
        reason: waiting,
      },
    ]
  }
  if (day === passport.today.workDate) return passport.today.visits
  if (state === 'none' || state === 'off' || state === 'future') return []
  const number = Number(day.slice(8))
  const entryAt = at(day, `07:${two(36 + (number % 12))}:12`)
  const exitAt = at(day, `17:${two(number % 14)}:40`)
  const reason =
    state === 'stopped' ? reasonFor('structure_missing', language) : state === 'waiting' ? reasonFor('site_unlisted', language) : null
  const site = siteIn(number % 8 === 0 ? 'second' : 'first', language)
  return [{ site, state, entryAt, exitAt, receivedAt: entryAt, channel: 'reader', grade: 'A', reason }]
}

function marks(month, world, language) {
  const passport = states[world.state](language)
  const fresh = passport.career.days === 0
  const known = new Map(passport.month.days.map(({ date, state }) => [date, state]))
  return daysIn(month).map((date) => {
    const claim = claimOn(date, world)
    const usual = known.get(date) ?? stateOf(date)
    const plain = fresh && usual !== 'off' && usual !== 'future' ? 'none' : usual
    return { date, state: claim ? (world.approved ? 'counted' : 'waiting') : plain }
  })
}

export function monthOf(month, world, language) {
  const days = marks(month, world, language).map(({ date, state }) => ({ date, state, visits: visitsOn(date, state, world, language) }))
  const count = (state) => days.filter((day) => day.state === state).length
  return { month, counted: count('counted'), waiting: count('waiting'), stopped: count('stopped'), days }
}

export function dayOf(workDate, world, language) {
  const state = marks(workDate.slice(0, 7), world, language).find(({ date }) => date === workDate).state
  const [year, number] = workDate.split('-').map(Number)
  const corrected = workDate === '2026-11-06'
  return {
    workDate,
    state,
    enterUntil: new Date(Date.UTC(year, number + 1, 0)).toISOString().slice(0, 10),
    visits: visitsOn(workDate, state, world, language).map((visit) => detail(visit, workDate, language)),
    claims: claimsOn(workDate, world, language),
    corrections: corrected
      ? [
          {
            site: siteIn('first', language),
            correctedAt: at('2026-11-09', '10:12:00'),
            by: '見本建設株式会社',
            why: '出口のリーダーが止まっていたため',
            takenAway: false,
            entryAt: at(workDate, '07:42:12'),
            exitAt: at(workDate, '17:06:40'),
            entryAtBefore: at(workDate, '07:42:12'),
            exitAtBefore: null,
          },
        ]
      : [],
  }
}

const step = (name, state, more = {}) => ({ step: name, state, at: null, reason: null, ...more })

function detail(visit, workDate, language) {
  const claimed = visit.grade === 'E'
  const counted = visit.state === 'counted'
  const { entryAt, exitAt, receivedAt } = visit
  const work = { counted: 'done', waiting: 'waiting', stopped: 'stopped' }[visit.state]
  return {
    site: visit.site,
    state: visit.state,
    recognisedOn: counted ? workDate : null,
    approvedOn: claimed && counted ? TODAY : null,
    record: counted
      ? {
          employer: '株式会社見本鉄筋',
          prime: '見本建設株式会社',
          firstTier: '見本工務店株式会社',
          tier: 2,
          position: 'worker',
          trade: { code: '10-01', name: tradeIn(language) },
          content: '3階 柱の鉄筋組立て',
          harmful: '',
          certificates: '',
          insurance: 0,
        }
      : null,
    times: { actedAt: claimed ? null : entryAt, entryAt, exitAt, receivedAt },
    evidence: claimed
      ? { presented: 'claim', device: 'none', seenBy: 'nobody', placeKnown: false, grade: 'E' }
      : { presented: 'secureCard', device: 'reader', seenBy: 'nobody', placeKnown: true, grade: visit.grade },
    chain: [
      step('tap', 'done', { at: receivedAt }),
      step('workDay', work, { at: counted ? receivedAt : null, reason: visit.reason }),
      step('retirementExpected', 'later'),
      step('retirementConfirmed', 'later'),
    ],
  }
}

export function yearOf(year, world, language) {
  const months = Array.from({ length: 12 }, (_, index) => {
    const { month: name, counted } = monthOf(`${year}-${two(index + 1)}`, world, language)
    return { month: name, days: counted }
  })
  const days = months.reduce((sum, one) => sum + one.days, 0)
  const second = Math.min(12, days)
  const trades = [
    { trade: { code: '10-01', name: tradeIn(language) }, days: days - second + 3 },
    { trade: null, days: second },
  ]
  const positions = [
    { position: 'worker', days: days - 4 },
    { position: 'squadLeader', days: 4 },
  ]
  return { year, days, months, trades: days > 0 ? trades : [], positions: days > 0 ? positions : [] }
}

/** Answers a claim as the server does; world.claiming says how. */
export function takeClaim(id, body, world, language) {
  const site = { number: body.site, name: siteIn('first', language).name }
  const base = { id, ...body, exitAt: body.exitAt ?? null, why: body.why ?? '', site, decidedAt: null, answer: null }
  if (world.claiming === 'impossible') {
    return { ...base, claimedAt: null, state: 'impossible', reason: reasonFor('claim_site_closed', language) }
  }
  world.claims[id] = body
  return { ...base, claimedAt: at(TODAY, '07:43:05'), state: 'waiting', reason: reasonFor('claim_waiting', language) }
}

/** What was claimed of a day: world.refused is what the prime contractor wrote. */
function claimsOn(workDate, world, language) {
  return Object.entries(world.claims)
    .filter(([, body]) => body.workDate === workDate)
    .map(([id, body]) =>
      Object.assign({ id, exitAt: null, why: '' }, body, {
        site: { number: body.site, name: siteIn('first', language).name },
        claimedAt: at(TODAY, '07:43:05'),
        state: world.refused ? 'refused' : world.approved ? 'approved' : 'waiting',
        decidedAt: world.refused || world.approved ? at(TODAY, '08:00:00') : null,
        answer: world.refused ?? null,
        reason: world.refused || world.approved ? null : reasonFor('claim_waiting', language),
      }),
    )
}

export function inbox(world, language) {
  const news = [
    {
      kind: 'day_counted',
      at: at('2026-11-20', '07:43:05'),
      address: '/history/2026-11-20',
      events: 2,
      text: {
        ja: '11月20日（金）を数えました',
        'ja-x-easy': '11｜月《がつ》20｜日《にち》を ｜数《かぞ》えました',
        en: 'Fri 20/11 counts',
      },
    },
    {
      kind: 'passkey_added',
      at: at('2026-11-20', '06:10:00'),
      address: '/settings/keys',
      text: {
        ja: 'ログインの鍵が加わりました。覚えがなければ、すぐに止めてください',
        'ja-x-easy': 'ログインの かぎが ふえました。｜知《し》らない ときは、すぐ ｜止《と》めて ください',
        en: 'A passkey was added; if it was not you, stop it at once',
      },
    },
    {
      kind: 'day_held',
      at: at('2026-11-11', '07:38:12'),
      address: '/history/2026-11-11',
      text: {
        ja: '11月11日（水）が止まっています。だれが何をすればよいかを見られます',
        'ja-x-easy': '11｜月《がつ》11｜日《にち》が ｜止《と》まって います。｜見《み》て ください',
        en: 'Wed 11/11 does not count yet; see who can mend it',
      },
    },
    {
      kind: 'card_issued',
      at: at('2026-11-02', '15:30:00'),
      address: '/settings/lost',
      read: true,
      text: {
        ja: '新しいカードが登録されました',
        'ja-x-easy': '｜新《あたら》しい カードが ｜登録《とうろく》されました',
        en: 'A new card was registered',
      },
    },
  ]
  const items = (world.noNews ? [] : news).map(({ kind, at: when, address, text, events = 1, read = false }, index) => ({
    id: `01a209fb-5ab0-7420-a86d-00000000000${9 - index}`,
    kind,
    at: when,
    text: inWords(text, language),
    address,
    events,
    read: world.read || read,
  }))
  return { unread: items.filter((item) => !item.read).length, items }
}
