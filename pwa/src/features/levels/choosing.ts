/** Which road and which goal is looked at. */
import type { Goal, GoalLevel, Road, RoadAnswer } from '../../api/road'

/** The road of the address, else the one seen last, else the first. */
export function roadAt({ roads }: Pick<RoadAnswer, 'roads'>, field: string | null, seen: string | null): Road | null {
  const of = (code: string | null) => roads.find((road) => road.field === code)
  return of(field) ?? of(seen) ?? roads[0] ?? null
}

/** The goal of the address, else the next; null where nothing is above. */
export function goalAt({ goals, next }: Road, level: GoalLevel | null): Goal | null {
  const of = (wanted: GoalLevel | null) => goals.find((goal) => goal.level === wanted)
  return of(level) ?? of(next) ?? null
}

/** The level that can be looked at beside: the one above, or the next again from anywhere else. */
export function besides({ goals, next }: Road, level: GoalLevel): { level: GoalLevel; back: boolean } | null {
  if (next === null) {
    return null
  }
  if (level !== next) {
    return { level: next, back: true }
  }
  const above = goals.find((goal) => goal.level === level + 1)
  return above === undefined ? null : { level: above.level, back: false }
}
