/** Experience as it is typed, and what the server is sent of it. Pure. */
import type { components } from '../../api/schema.gen'

/** Without whose it is, which the page knows. */
export type NewExperience = Omit<components['schemas']['NewExperience'], 'worker'>

/** The register counts from here on by itself. */
export const LAST_DAY = '2024-03-31'
const DAY_MS = 86_400_000

export interface Typed {
  worker: string
  trade: string
  firstOn: string
  lastOn: string
  days: string
  foremanDays: string
  leaderDays: string
}

export const EMPTY: Typed = { worker: '', trade: '', firstOn: '', lastOn: '', days: '', foremanDays: '0', leaderDays: '0' }

export type Wrong = 'missing' | 'reversed' | 'late' | 'tooMany' | 'tooManyLed'

const figureIn = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^\d{1,5}$/.test(plain) ? Number(plain) : null
}

/** What keeps it from being sent, by item. */
export function wrongIn(typed: Typed): Partial<Record<keyof Typed, Wrong>> {
  const must: (keyof Typed)[] = ['worker', 'trade', 'firstOn', 'lastOn']
  const figures: (keyof Typed)[] = ['days', 'foremanDays', 'leaderDays']
  const missing = [...must.filter((one) => typed[one].trim() === ''), ...figures.filter((one) => figureIn(typed[one]) === null)]
  const found: Partial<Record<keyof Typed, Wrong>> = Object.fromEntries(missing.map((one) => [one, 'missing']))
  const { firstOn, lastOn } = typed
  const [days, foreman, leader] = [figureIn(typed.days), figureIn(typed.foremanDays) ?? 0, figureIn(typed.leaderDays) ?? 0]
  if (firstOn !== '' && lastOn !== '' && lastOn < firstOn) {
    found.lastOn = 'reversed'
  } else if (lastOn > LAST_DAY) {
    found.lastOn = 'late'
  } else if (days !== null && firstOn !== '' && lastOn !== '' && (days === 0 || days > daysFrom(firstOn, lastOn))) {
    found.days = 'tooMany'
  }
  if (days !== null && foreman + leader > days) {
    found.foremanDays = 'tooManyLed'
  }
  return found
}

const daysFrom = (first: string, last: string) => Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1

export function experienceOf(typed: Typed): NewExperience {
  return {
    trade: typed.trade.trim().normalize('NFKC'),
    firstOn: typed.firstOn,
    lastOn: typed.lastOn,
    days: figureIn(typed.days) ?? 0,
    foremanDays: figureIn(typed.foremanDays) ?? 0,
    leaderDays: figureIn(typed.leaderDays) ?? 0,
  }
}
