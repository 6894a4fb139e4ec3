/**
 * What the server says, as it says it.
 *
 * Mirrors the OpenAPI document of the server at /v1; instants are ISO 8601 with an offset,
 * dates and months are days and months in Japan.
 */
export type Instant = string
export type Day = string
export type Month = string

export type Level = 1 | 2 | 3 | 4
export type VisitState = 'counted' | 'waiting' | 'stopped'
export type TodayState = VisitState | 'none'
export type DayState = TodayState | 'off' | 'future'

/** Why a day does not count yet, who can mend it, how, where and until when; in the reader's language. */
export interface Reason {
  code: string
  why: string
  who: string
  what: string
  where: string
  until: Day | null
  /** Six characters that tell a helper the screen and the reason. */
  help?: string | null
}

export interface Visit {
  /** The name is missing as long as the site is not registered. */
  site: { number: string; name: string | null }
  state: VisitState
  entryAt: Instant | null
  exitAt: Instant | null
  receivedAt: Instant | null
  channel: string
  grade: 'A' | 'B' | 'C' | 'D' | 'E'
  reason: Reason | null
}

export interface Worker {
  number: string
  name: string
  nameKana: string
  nameLatin: string | null
  level: Level
  trade: { code: string; name: string } | null
  company: string | null
  cardExpiresOn: Day | null
}

export interface Passport {
  asOf: Instant
  sample: boolean
  worker: Worker
  today: { workDate: Day; state: TodayState; careerDay: number | null; visits: Visit[] }
  month: { month: Month; counted: number; waiting: number; stopped: number; days: { date: Day; state: DayState }[] }
  months: { month: Month; days: number }[]
  career: { days: number; foremanDays: number; since: Day | null }
}

export interface Person {
  id: string
  name: string
  level: Level
  trade: string
  story: string
}

/** RFC 9457, with a remedy and a help code of ours. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  remedy?: { who: string; what: string; where: string; until: Day | null } | null
  help?: string | null
}
