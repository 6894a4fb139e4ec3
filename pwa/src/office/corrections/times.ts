/** What is put right in a day: two times in Japan, or nothing where nobody was there. Pure. */

export interface Correction {
  workDate: string
  /** Hours and minutes; nothing where the day is taken away. */
  entry: string
  exit: string
  away: boolean
}

const DAY_STARTS = '04:00'
const ZONE = '+09:00'

/** The instant of a time on a work day, which begins at four in the morning: earlier times are of the next calendar day. */
export function instantOn(workDate: string, time: string): string {
  const next = new Date(`${workDate}T00:00:00Z`)
  if (time < DAY_STARTS) {
    next.setUTCDate(next.getUTCDate() + 1)
  }
  return `${next.toISOString().slice(0, 10)}T${time}:00${ZONE}`
}

export function timesOf({ workDate, entry, exit, away }: Correction): { entryAt: string | null; exitAt: string | null } {
  const at = (time: string) => (away || time === '' ? null : instantOn(workDate, time))
  return { entryAt: at(entry), exitAt: at(exit) }
}
