/** How far each lane of a road is paved. */
import type { Lane, LaneName, Way } from '../../api/road'

export interface LaneShown {
  name: LaneName
  done: number
  needed: number
  missing: number
  /** Whether `needed` was put there, not read. */
  assumed: boolean
  /** False: what else is asked is not known. */
  known: boolean
}

/** Gives the lanes of a way; what is not asked has none. */
export function lanesOf({ days, foremanDays, needs, needsComplete }: Way): LaneShown[] {
  const count = needs.reduce((sum, need) => sum + need.count, 0)
  const missing = needs.reduce((sum, need) => sum + need.missing, 0)
  const qualifications = {
    name: 'qualifications',
    done: count - missing,
    needed: count,
    missing,
    assumed: false,
    known: needsComplete,
  } as const
  return [
    ofDays('days', days),
    ...(foremanDays.needed > 0 ? [ofDays('foremanDays', foremanDays)] : []),
    ...(count > 0 || !needsComplete ? [qualifications] : []),
  ]
}

const ofDays = (name: LaneName, { done, needed, missing, assumed }: Lane): LaneShown => ({
  name,
  done,
  needed,
  missing,
  assumed,
  known: true,
})

/** Nothing is missing, as far as is known: the goal line is not reached. */
const UNSURE = 900

/** The share that is paved, in permille; never quite all of it while something is missing, nor nothing once there is something. */
export function pavedOf({ done, needed, missing, assumed, known }: LaneShown): number {
  if (needed === 0) {
    return 0
  }
  if (missing === 0) {
    return known && !assumed ? 1000 : UNSURE
  }
  const share = Math.floor((Math.min(done, needed) / needed) * 1000)
  return Math.min(985, done > 0 ? Math.max(15, share) : 0)
}

/** Tells whether everything that is missing of the qualifications was entered, and waits to be confirmed. */
export function isBeingChecked({ needs }: Way): boolean {
  return needs.every(({ missing, entries }) => entries.filter(({ state }) => state === 'waiting').length >= missing)
}
