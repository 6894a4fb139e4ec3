/** The road to the next level, and the qualifications on it: what the server says of them, and the calls. */
import { type Getter, ask, read, readPage, sending } from './client'
import type { Day, Instant, Level, Month, Reason } from './schema'

export type GoalLevel = 2 | 3 | 4

export interface RoadAnswer {
  asOf: Instant
  sample: boolean
  /** As it stands on the card. */
  level: Level
  /** The fields that the worker's trades allow, the main one first, then those that were chosen. */
  roads: Road[]
  /** Every other field. */
  choices: FieldName[]
  pay: Pay
  allowance: Allowance | null
  ready: Ready[]
}

export interface FieldName {
  code: string
  name: string
  tradesKnown: boolean
}

export interface Road {
  field: string
  name: string
  /** Whether the worker chose it; else it follows from the trades. */
  chosen: boolean
  /** False: which trades count was not seen, and all own days are shown. */
  tradesKnown: boolean
  trades: { code: string; name: string }[]
  /** As the evaluating body has reported; 1 = none. */
  held: Level
  heldOn: Day | null
  /** As the register reckons; 1 = none. */
  reached: Level
  goals: Goal[]
  /** The goal to show first; null where level 4 is held. */
  next: GoalLevel | null
  days: RoadDays
  pace: RoadPace
  criteria: RoadCriteria
  /** Of this field alone; levels that are not known are missing. */
  pay: PayRow[]
}

export interface RoadDays {
  counted: number
  certified: number
  training: number
  /** Days that do not count yet: the trade has no minor. */
  uncertain: number
  certifiedUntil: Day | null
}

/** Worked in the last whole months, none to six. */
export interface RoadPace {
  months: number
  days: number
  foremanDays: number
  foremanOrLeaderDays: number
}

export interface RoadCriteria {
  /** 0 = compiled from public pages. */
  version: number
  validFrom: Day | null
  confidence: 'verified' | 'partial' | 'unverified'
  evaluators: string[]
  authority: string
  sources: string[]
}

export type Doubt = 'qualificationsUnknown' | 'daysAssumed' | 'foremanDaysAssumed' | 'tradesUnknown' | 'lowerUnknown'

export interface Goal {
  level: GoalLevel
  state: 'reached' | 'missing' | 'undecided'
  /** Why it is undecided. */
  why: Doubt[]
  /** The nearest first; never empty. */
  ways: Way[]
  forecast: Forecast
}

export type ForemanCounts = 'foreman' | 'foremanOrLeader'

export interface Way {
  days: Lane
  foremanDays: Lane
  foremanCounts: ForemanCounts | null
  needs: Need[]
  needsComplete: boolean
}

export interface Lane {
  done: number
  needed: number
  missing: number
  assumed: boolean
}

/** So many of these entries. */
export interface Need {
  count: number
  missing: number
  fromLevel: GoalLevel
  entries: Entry[]
}

export type EntryState = 'held' | 'waiting' | 'expired' | 'missing'

/** One of several names is enough. */
export interface Entry {
  names: QualificationName[]
  state: EntryState
  expiresOn: Day | null
}

/** `name` in the reader's language, `ja` the official one. */
export interface QualificationName {
  key: string
  name: string
  ja: string
}

export type LaneName = 'days' | 'foremanDays' | 'qualifications'

export interface Forecast {
  month: Month | null
  slowest: LaneName | null
}

export interface PayRow {
  level: Level
  low: number
  high: number | null
}

export interface Pay {
  unit: 'tenThousandYenPerYear'
  publishedOn: Day
  source: string
  url: string
  note: string
  rows: PayRow[]
}

/** What the own company gives for a level. */
export interface Allowance {
  company: string
  rows: { level: Level; yen: number }[]
  per: 'day' | 'month'
  since: Day
}

export type ReadyAbout = 'qualification' | 'days' | 'trade' | 'experience' | 'evaluation'

export type Ready = Reason & { about: ReadyAbout }

export interface LevelApplication {
  id: string
  field: string
  level: GoalLevel
  filedAt: Instant
  state: 'filed' | 'reported' | 'declined'
  why: string | null
}

export interface HeldQualification {
  id: string
  key: string | null
  name: string
  ja: string
  issuer: string
  issuedOn: Day
  expiresOn: Day | null
  state: 'waiting' | 'confirmed' | 'refused' | 'expired'
  why: string | null
  proof: string | null
}

export interface NewQualification {
  key: string | null
  name: string | null
  issuer: string
  issuedOn: Day
  expiresOn: Day | null
  proof: string | null
}

type Wanted = Parameters<typeof ask>[0]
/** These addresses are not in the generated contract yet. */
const at = (path: string) => path as Wanted

export const sheetOf = (field: string, level: GoalLevel): Wanted => at(`/v1/passport/road/${field}/${level}/sheet.pdf`)

export const getRoad: Getter<RoadAnswer> = (language, signal) => readPage(at('/v1/passport/road'), language, signal)

export async function chooseField(field: string, language: string): Promise<void> {
  await ask(at(`/v1/passport/road/fields/${field}`), { language, method: 'PUT' })
}

export async function dropField(field: string, language: string): Promise<void> {
  await ask(at(`/v1/passport/road/fields/${field}`), { language, method: 'DELETE' })
}

export const getLevelApplications: Getter<LevelApplication[]> = (language, signal) =>
  readPage(at('/v1/passport/road/applications'), language, signal)

/** The register fills it in by what it knows now; refused where other criteria have come into force meanwhile. */
export async function fileApplication(field: string, level: GoalLevel, criteria: number, language: string): Promise<LevelApplication> {
  return read(await ask(at(`/v1/passport/road/${field}/application`), { language, ...sending('POST', { level, criteria }) }))
}

/** Open to everybody. */
export const getCatalogue: Getter<{ qualifications: QualificationName[] }> = (language, signal) =>
  readPage(at('/v1/qualifications'), language, signal)

export const getQualifications: Getter<{ qualifications: HeldQualification[] }> = (language, signal) =>
  readPage(at('/v1/passport/qualifications'), language, signal)

/** Safe to send again. */
export async function putQualification(id: string, one: NewQualification, language: string): Promise<void> {
  await ask(at(`/v1/passport/qualifications/${id}`), { language, ...sending('PUT', one) })
}

export async function takeBackQualification(id: string, language: string): Promise<void> {
  await ask(at(`/v1/passport/qualifications/${id}`), { language, method: 'DELETE' })
}
