/** Days, months and times of day in Japan, wherever the phone thinks it is. Japan has no summer time. */
import type { Day, Instant, Month } from '../api/schema'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A work day begins at four in the morning, Japanese time. */
const DAY_STARTS_HOURS = 4

export interface DayParts {
  year: number
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
}

function inJapan(at: number): Date {
  return new Date(at + 9 * HOUR_MS)
}

export function dayParts(day: Day): DayParts {
  const date = new Date(`${day}T00:00:00Z`)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() }
}

export function monthParts(month: Month): DayParts {
  return dayParts(`${month.slice(0, 7)}-01`)
}

/** Tells the time of day as people write it: 7:42, 21:05. */
export function timeInJapan(at: Instant | number): string {
  const date = inJapan(typeof at === 'number' ? at : Date.parse(at))
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

export function dayInJapan(at: Instant | number): Day {
  return inJapan(typeof at === 'number' ? at : Date.parse(at))
    .toISOString()
    .slice(0, 10)
}

/** Tells the work day that the phone's own clock is in; only for wording, never for a verdict. */
export function workDateAt(at: number): Day {
  return dayInJapan(at - DAY_STARTS_HOURS * HOUR_MS)
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
