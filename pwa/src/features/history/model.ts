/** How months, days and years read. What counts was decided by the server; here is only which mark and word goes with it. */
import type { Day, DayState, DayVisits, Month, Visit } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import type { Words } from '../../i18n/ja'
import { type Step, stepOf } from '../../ui/marks'

/** Gives the month so many months later; earlier with a negative number. */
export function addMonths(month: Month, n: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + n
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const BACK_AT_LEAST_MONTHS = 12

/** The first month one may leaf back to: the career's first, but always a year, for a day that waits is no career yet. */
export function firstMonth(today: Day, since: Day | null): Month {
  const yearAgo = addMonths(today.slice(0, 7), -BACK_AT_LEAST_MONTHS)
  return since !== null && since.slice(0, 7) < yearAgo ? since.slice(0, 7) : yearAgo
}

/** The last day of the following month: until then a day can be entered. For the wording of a list only; the server judges. */
export function mayStillBeClaimed(day: Day, today: Day): boolean {
  return today.slice(0, 7) <= addMonths(day.slice(0, 7), 1)
}

export interface DayRow {
  day: Day
  state: DayState
  /** Touch, work day, retirement; none where there is no record. */
  marks: [Step, Step, Step] | null
  visits: Visit[]
}

const LISTED: ReadonlySet<DayState> = new Set(['counted', 'waiting', 'stopped', 'none'])
const TO_LOOK_AT: ReadonlySet<DayState> = new Set(['waiting', 'stopped', 'none'])

/** Gives the rows of a month, newest first; beside a calendar only those that want to be looked at. */
export function rowsOf(days: DayVisits[], part: 'all' | 'toLookAt', onPhone: ReadonlySet<Day>): DayRow[] {
  const wanted = part === 'all' ? LISTED : TO_LOOK_AT
  const rows = days
    .filter(({ date, state, visits }) => wanted.has(state) || onPhone.has(date) || (part === 'toLookAt' && visits.some(isCut)))
    .map(({ date, state, visits }): DayRow => ({ day: date, state, visits, marks: marksOf(state) }))
  return rows.sort((a, b) => (a.day < b.day ? 1 : -1))
}

/** One site of a day that counts elsewhere may still be stopped. */
const isCut = (visit: Visit) => visit.state !== 'counted'

function marksOf(state: DayState): [Step, Step, Step] | null {
  return state === 'counted' || state === 'waiting' || state === 'stopped' ? ['done', stepOf[state], 'later'] : null
}

/** From when to when, as shortly as a list wants it. */
export function spanOf(visit: Visit, words: Words): string {
  const { entryAt, exitAt, receivedAt } = visit
  if (entryAt !== null) {
    return `${timeInJapan(entryAt)} – ${exitAt === null ? '' : after(entryAt, exitAt, words)}`
  }
  if (exitAt !== null) {
    return `– ${timeInJapan(exitAt)}`
  }
  return receivedAt === null ? '' : words.chain.received(timeInJapan(receivedAt))
}

function after(entryAt: string, exitAt: string, words: Words): string {
  const time = timeInJapan(exitAt)
  return dayInJapan(exitAt) > dayInJapan(entryAt) ? words.nextDay(time) : time
}

/** The time to the second, for whoever wants to be exact. */
export function exactTime(at: string): string {
  const seconds = new Date(at).getUTCSeconds()
  return `${timeInJapan(at)}:${String(seconds).padStart(2, '0')}`
}
