/** What-if: where the sliders begin, what they answer, and which of them would help most. */
import type { Forecast, LaneName, RoadPace, Way } from '../../api/road'
import type { Day, Month } from '../../api/schema'
import { type Plan, forecast, missingOf, monthOfYear, monthsBetween, paceOn } from './model'

/** As many days as a month has without its Sundays. */
export const MOST_DAYS = 26
const USUAL_DAYS = 20
/** So many years ahead a course may be planned. */
export const YEARS = 10

export interface Wish {
  monthDays: number
  foremanDays: number
  year: number
}

/** Begins at the own pace; the course next year, or this year where next year would make it later. */
export function beginning(way: Way, pace: RoadPace, month: Month | null, today: Day): Wish {
  const own = paceOn(way, pace)
  const monthly = (days: number) => (pace.months === 0 ? 0 : Math.min(MOST_DAYS, Math.round(days / pace.months)))
  const thisYear = Number(today.slice(0, 4))
  const monthDays = monthly(own.days) || USUAL_DAYS
  const year = Math.min(thisYear + 1, month === null ? Infinity : Number(month.slice(0, 4)) - 1)
  return { monthDays, foremanDays: Math.min(monthDays, monthly(own.foremanDays)), year: Math.max(thisYear, year) }
}

export function planOf(way: Way, { monthDays, foremanDays, year }: Wish): Plan {
  return { monthDays, foremanDays, qualifiedIn: missingOf(way).qualifications > 0 ? monthOfYear(year) : null }
}

export const answerTo = (way: Way, wish: Wish, today: Day): Forecast => forecast(missingOf(way), NO_PACE, 0, today, planOf(way, wish))

const NO_PACE = { days: 0, foremanDays: 0 }

export interface Hint {
  lane: LaneName
  /** Days in a month, or the year. */
  to: number
  month: Month
  /** By how many months; null where there was no month before. */
  sooner: number | null
}

/** Finds one change of the slowest lane that makes it sooner than `month`; null where none does. */
export function hintFor(way: Way, wish: Wish, month: Month | null, today: Day): Hint | null {
  const { slowest } = answerTo(way, wish, today)
  const changed = slowest === null ? null : better(wish, slowest, today)
  const then = changed === null ? null : answerTo(way, changed.wish, today).month
  if (slowest === null || changed === null || then === null) {
    return null
  }
  const sooner = month === null ? null : monthsBetween(then, month)
  return sooner === null || sooner > 0 ? { lane: slowest, to: changed.to, month: then, sooner } : null
}

function better(wish: Wish, lane: LaneName, today: Day): { wish: Wish; to: number } | null {
  switch (lane) {
    case 'foremanDays':
      return wish.foremanDays < wish.monthDays ? { wish: { ...wish, foremanDays: wish.monthDays }, to: wish.monthDays } : null
    case 'days': {
      const to = Math.min(MOST_DAYS - 2, wish.monthDays + 2)
      return to > wish.monthDays ? { wish: { ...wish, monthDays: to }, to } : null
    }
    case 'qualifications':
      return wish.year > Number(today.slice(0, 4)) ? { wish: { ...wish, year: wish.year - 1 }, to: wish.year - 1 } : null
  }
}
