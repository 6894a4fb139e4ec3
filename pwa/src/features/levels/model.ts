/**
 * When a level is reached at a pace, or by a plan.  Pure; the same rule as the server's, by tests/vectors/forecast.json.
 *
 * A lane takes the months that its missing days take; the slowest lane gives the month.  A lane without pace gives none.
 * Of two that take equally long the first is named.  Qualifications have no pace: they count where a month is planned
 * for them, and otherwise only when nothing else is missing.
 */
import type { Forecast, LaneName, RoadPace, Way } from '../../api/road'
import type { Day, Month } from '../../api/schema'
import { addMonths } from '../history/model'

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

/** Gives the whole months that a lane takes; null where it has no pace. */
export function monthsFor(missing: number, pace: number, months: number): number | null {
  if (missing === 0) {
    return 0
  }
  return pace <= 0 || months <= 0 ? null : Math.ceil((missing * months) / pace)
}

/** `months`: in how many the pace was worked; a plan takes its place. */
export function forecast(missing: Missing, pace: Pace, months: number, today: Day, plan: Plan | null = null): Forecast {
  const now = today.slice(0, 7)
  const took = plan === null ? { pace, months } : { pace: paceOf(plan), months: 1 }
  const planned = plan?.qualifiedIn ?? null
  const lanes: [LaneName, number | null][] = [
    ['days', monthsFor(missing.days, took.pace.days, took.months)],
    ['foremanDays', monthsFor(missing.foremanDays, took.pace.foremanDays, took.months)],
  ]
  if (missing.qualifications > 0 && planned !== null) {
    lanes.push(['qualifications', Math.max(0, monthsBetween(now, planned))])
  } else if (missing.qualifications > 0 && missing.days + missing.foremanDays === 0) {
    return { month: null, slowest: 'qualifications' }
  }
  const open = lanes.filter(([name]) => missing[name] > 0)
  const [first, ...others] = open
  if (first === undefined) {
    return { month: now, slowest: null }
  }
  const [slowest, takes] = others.reduce((slow, lane) => (length(lane) > length(slow) ? lane : slow), first)
  return { month: takes === null ? null : addMonths(now, takes), slowest }
}

const length = ([, months]: [LaneName, number | null]) => months ?? Infinity

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
