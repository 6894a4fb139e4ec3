/** What every page of the history is given. */
import type { Day, Passport } from '../../api/schema'
import type { Language } from '../../i18n/languages'
import type { Unsent } from '../claims/outbox'

export interface Common {
  passport: Passport | null
  now: number
  language: Language
  outbox: Unsent[]
  today: Day
  /** What the live passport says; another one means that something of mine has changed. */
  turn: Passport | null
}
