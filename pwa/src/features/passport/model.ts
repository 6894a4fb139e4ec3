/** How a passport reads: which words, marks and lines go with what the server decided. Decides nothing itself. */
import type { Day, Passport, Reason, Recovery, TodayState, Visit, Worker } from '../../api/schema'
import { dayInJapan, daysBetween, timeInJapan, workDateAt } from '../../i18n/dates'
import type { Words } from '../../i18n/ja'
import type { MarkKind, Step } from '../../ui/marks'
import type { Link } from '../../ui/ChainLine'

/** How long before its end a card is spoken of. */
const CARD_NOTICE_DAYS = 60

export interface TodayView {
  kind: MarkKind
  sentence: string
  /** The reason to show beneath, when one site is concerned; several show theirs beside each. */
  reason: Reason | null
  note: string | null
  chain: Link[]
}

/**
 * Says "today" only while that is sure: content of another day, read without the server, is called by its date.
 *
 * `now` is the phone's clock in milliseconds; it chooses words, never a verdict.
 */
export function dayToName(passport: Passport, live: boolean, now: number, words: Words): string | null {
  const { workDate } = passport.today
  return live || workDate === workDateAt(now) ? null : words.date(workDate)
}

export function readToday(passport: Passport, live: boolean, now: number, words: Words): TodayView {
  const { today, month } = passport
  const day = dayToName(passport, live, now, words)
  const only = today.visits.length === 1 ? today.visits[0] : undefined
  const resting = today.state === 'none' && day === null && month.days.some(({ date, state }) => date === today.workDate && state === 'off')
  return {
    kind: resting ? 'rest' : today.state,
    sentence: resting ? words.today.rest : words.today[today.state](day),
    reason: only?.reason ?? null,
    note: noteFor(today.state, day, words),
    chain: today.state === 'none' ? [] : chainOf(passport, words),
  }
}

function noteFor(state: TodayState, day: string | null, words: Words): string | null {
  switch (state) {
    case 'waiting':
      return words.today.waitingNote
    case 'stopped':
      return words.today.stoppedNote
    case 'none':
      return day === null ? null : words.today.noneThen
    case 'counted':
      return null
  }
}

function chainOf({ today }: Passport, words: Words): Link[] {
  const received = today.visits.flatMap(({ receivedAt }) => receivedAt ?? []).sort()[0]
  const counted = today.careerDay === null ? words.chain.counted : words.dayNumber(today.careerDay)
  const workDay: Record<Exclude<TodayState, 'none'>, { step: Step; caption: string }> = {
    counted: { step: 'done', caption: counted },
    waiting: { step: 'waiting', caption: words.chain.waiting },
    stopped: { step: 'stopped', caption: words.chain.stopped },
  }
  const second = today.state === 'none' ? { step: 'later' as const, caption: words.chain.later } : workDay[today.state]
  return [
    { name: words.chain.tap, step: 'done', caption: received ? words.chain.received(timeInJapan(received)) : '' },
    { name: words.chain.workDay, ...second },
    { name: words.chain.retirement, step: 'later', caption: words.chain.later },
  ]
}

/** Tells when somebody was on a site: in, out, or only when the tap arrived. */
export function timesOf(visit: Visit, workDate: Day, words: Words): string[] {
  const times: string[] = []
  if (visit.entryAt !== null) {
    times.push(words.today.entry(timeInJapan(visit.entryAt)))
  }
  if (visit.exitAt !== null) {
    times.push(words.today.exit(timeInJapan(visit.exitAt), dayInJapan(visit.exitAt) > workDate))
  }
  if (times.length === 0 && visit.receivedAt !== null) {
    times.push(words.chain.received(timeInJapan(visit.receivedAt)))
  }
  return times
}

/** Says how old the content is; content of another day carries its date. */
export function dataDate(trueAt: number | null, now: number, live: boolean, words: Words): string {
  if (trueAt === null) {
    return words.neverLoaded
  }
  const time = timeInJapan(trueAt)
  const sameDay = live || dayInJapan(trueAt) === dayInJapan(now)
  return words.asOf(sameDay ? time : `${words.date(dayInJapan(trueAt))} ${time}`)
}

/** Tells whether somebody has no day yet, neither counted nor on its way. */
export function isFresh({ career, month, today }: Passport): boolean {
  return career.days === 0 && today.state === 'none' && month.waiting + month.stopped === 0
}

/** Tells whether a recovery can still end in another phone; `now` is the phone's clock. */
export function isOpen(recovery: Recovery | null | undefined, now: number): recovery is Recovery {
  return recovery !== null && recovery !== undefined && now < Date.parse(recovery.expiresAt)
}

export function cardNotice(worker: Worker, today: Day, words: Words): string | null {
  if (worker.cardExpiresOn === null) {
    return null
  }
  const left = daysBetween(today, worker.cardExpiresOn)
  if (left < 0) {
    return words.level.cardEnded(words.date(worker.cardExpiresOn))
  }
  return left <= CARD_NOTICE_DAYS ? words.level.cardEnds(left) : null
}

const KATAKANA = /[\u30A1-\u30F6]/g
const KANJI = /\p{Script=Han}/u

const hiragana = (text: string) => text.replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))

/** Sets the registered reading over a name, part by part, where both have as many parts. */
export function withReading(name: string, kana: string): string {
  const parts = name.split(/[\s\u3000]+/)
  const readings = kana.trim().split(/[\s\u3000]+/)
  if (parts.length !== readings.length || !KANJI.test(name)) {
    return name
  }
  return parts.map((part, index) => (KANJI.test(part) ? `｜${part}《${hiragana(readings[index] ?? '')}》` : part)).join(' ')
}

/** Counts months from the beginning of our era, so that they can be subtracted. */
const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))

/** The months behind, oldest first, with a zero for each month that has no record. */
export function monthsBehind(months: Passport['months'], newest: string): number[] {
  const oldest = months.at(-1)
  if (oldest === undefined) {
    return []
  }
  const last = Math.max(index(newest), index(months[0]?.month ?? newest))
  const days = Array.from({ length: last - index(oldest.month) + 1 }, () => 0)
  for (const { month, days: n } of months) {
    days[index(month) - index(oldest.month)] = n
  }
  return days
}
