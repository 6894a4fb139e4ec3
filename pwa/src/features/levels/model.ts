/**
 * When a level is reached at a pace, or by a plan.  Pure; the same rule as the server's, by tests/vectors/forecast.json.
 *
 * A lane takes as many days of the calendar as its missing days take; the slowest lane gives the month.  A lane without pace gives none.
 * Of two that take equally long the first is named.  Qualifications have no pace: they count where a month is planned
 * for them, and otherwise only when nothing else is missing.
 */
import type { Forecast, LaneName, RoadPace, Way } from '../../api/road'
import type { Day, Month } from '../../api/schema'

/** What each lane lacks. */
export type Missing = Readonly<Record<LaneName, number>>

export interface Pace {
  days: number
  foremanDays: number
}

/** How somebody would work, and until when the missing qualifications are taken. */
export interface Plan {
  monthDays: number
  /** Days in a month; more than `monthDays` are not possible, and taken for as many. */
  foremanDays: number
  qualifiedIn: Month | null
}

/** Gives the days of the calendar that a lane takes; null where it has no pace. */
export function daysFor(missing: number, pace: number, months: number): number | null {
  if (missing === 0) {
    return 0
  }
  return pace <= 0 || months <= 0 ? null : Math.ceil((missing * months * 365) / (pace * 12))
}

/** `months`: in how many the pace was worked; a plan takes its place. */
export function forecast(missing: Missing, pace: Pace, months: number, today: Day, plan: Plan | null = null): Forecast {
  const now = today.slice(0, 7)
  const took = plan === null ? { pace, months } : { pace: paceOf(plan), months: 1 }
  const planned = plan?.qualifiedIn ?? null
  const lanes: [LaneName, number | null][] = [
    ['days', daysFor(missing.days, took.pace.days, took.months)],
    ['foremanDays', daysFor(missing.foremanDays, took.pace.foremanDays, took.months)],
  ]
  if (missing.qualifications > 0 && planned !== null) {
    lanes.push(['qualifications', Math.max(0, daysBetween(today, `${planned}-01`))])
  } else if (missing.qualifications > 0 && missing.days + missing.foremanDays === 0) {
    return { month: null, slowest: 'qualifications' }
  }
  const open = lanes.filter(([name]) => missing[name] > 0)
  const [first, ...others] = open
  if (first === undefined) {
    return { month: now, slowest: null }
  }
  const [slowest, takes] = others.reduce((slow, lane) => (length(lane) > length(slow) ? lane : slow), first)
  return { month: takes === null || takes > MOST_DAYS ? null : monthAfter(today, takes), slowest }
}

/** Nobody is told more than a hundred years. */
const MOST_DAYS = 100 * 365
const DAY_MS = 86_400_000

const length = ([, days]: [LaneName, number | null]) => days ?? Infinity

const monthAfter = (day: Day, days: number): Month => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 7)

const daysBetween = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY_MS

const paceOf = ({ monthDays, foremanDays }: Plan): Pace => ({ days: monthDays, foremanDays: Math.min(foremanDays, monthDays) })

/** How many months a month lies after another; before it, with a negative number. */
export function monthsBetween(from: Month, to: Month): number {
  return indexOf(to) - indexOf(from)
}

const indexOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))

/** What one way to a level lacks. */
export function missingOf({ days, foremanDays, needs }: Way): Missing {
  return { days: days.missing, foremanDays: foremanDays.missing, qualifications: needs.reduce((sum, { missing }) => sum + missing, 0) }
}

/** The own pace, with the foreman days that count on this way. */
export function paceOn({ foremanCounts }: Way, pace: RoadPace): Pace {
  return { days: pace.days, foremanDays: foremanCounts === 'foremanOrLeader' ? pace.foremanOrLeaderDays : pace.foremanDays }
}

/** Whoever takes a certificate in a year has it by the end of that year. */
export const monthOfYear = (year: number): Month => `${year}-12`
