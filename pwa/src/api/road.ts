/** The road to the next level, and the qualifications on it: what the server says of them, and the calls. */
import { type Getter, ask, read, readPage, sending } from './client'
import type { components } from './schema.gen'
import type { Address, Level } from './schema'

type Said = components['schemas']
/** The same shape, with the levels said more exactly than the contract can. */
type With<Whole, Part extends { [Key in keyof Part]: Key extends keyof Whole ? Whole[Key] : never }> = Omit<Whole, keyof Part> & Part

export type GoalLevel = 2 | 3 | 4

export type Need = With<Said['NeedAnswer'], { fromLevel: GoalLevel }>
export type Way = With<Said['WayAnswer'], { needs: Need[] }>
export type Goal = With<Said['GoalAnswer'], { level: GoalLevel; ways: Way[] }>
export type PayRow = With<Said['PayRow'], { level: Level }>
export type Road = With<Said['RoadAnswer'], { held: Level; reached: Level; next: GoalLevel | null; goals: Goal[]; pay: PayRow[] }>
export type Pay = With<Said['PayAnswer'], { rows: PayRow[] }>
export type Allowance = With<Said['AllowanceAnswer'], { rows: With<Said['AllowanceRow'], { level: Level }>[] }>
export type RoadAnswer = With<Said['RoadsAnswer'], { level: Level; roads: Road[]; pay: Pay; allowance: Allowance | null }>

export type FieldName = Said['FieldName']
export type RoadDays = Said['CountedAnswer']
export type RoadPace = Said['PaceAnswer']
export type RoadCriteria = Said['CriteriaAnswer']
export type Doubt = Said['Why']
export type ForemanCounts = Said['ForemanCounts']
export type Lane = Said['LaneAnswer']
export type EntryState = Said['EntryState']
export type Entry = Said['EntryAnswer']
/** `name` in the reader's language, `ja` the official one. */
export type QualificationName = Said['EntryName']
export type LaneName = Said['Slowest']
export type Forecast = Said['ForecastAnswer']
export type Ready = Said['ReadyItem']
export type LevelApplication = With<Said['LevelApplicationAnswer'], { level: GoalLevel }>
export type HeldQualification = Said['HeldQualification']
export type NewQualification = Said['NewQualification']

/** The application filled in, as a paper. */
export const sheetOf = (field: string, level: GoalLevel): Address =>
  `/v1/passport/road/${field}/${level}/pdf` as '/v1/passport/road/{field}/{level}/pdf'

export const getRoad: Getter<RoadAnswer> = (language, signal) => readPage('/v1/passport/road', language, signal)

export async function chooseField(field: string, language: string): Promise<void> {
  await ask(`/v1/passport/road/fields/${field}`, { language, method: 'PUT' })
}

export async function dropField(field: string, language: string): Promise<void> {
  await ask(`/v1/passport/road/fields/${field}`, { language, method: 'DELETE' })
}

export const getLevelApplications: Getter<{ applications: LevelApplication[] }> = (language, signal) =>
  readPage('/v1/passport/road/applications', language, signal)

/** The register fills it in by what it knows now; refused where other criteria have come into force meanwhile. */
export async function fileApplication(field: string, level: GoalLevel, criteria: number, language: string): Promise<LevelApplication> {
  return read(await ask(`/v1/passport/road/${field}/applications`, { language, ...sending('POST', { level, criteria }) }))
}

/** Open to everybody. */
export const getCatalogue: Getter<{ qualifications: QualificationName[] }> = (language, signal) =>
  readPage('/v1/qualifications', language, signal)

export const getQualifications: Getter<{ qualifications: HeldQualification[] }> = (language, signal) =>
  readPage('/v1/passport/qualifications', language, signal)

/** Safe to send again. */
export async function putQualification(id: string, one: NewQualification, language: string): Promise<void> {
  await ask(`/v1/passport/qualifications/${id}`, { language, ...sending('PUT', one) })
}

export async function takeBackQualification(id: string, language: string): Promise<void> {
  await ask(`/v1/passport/qualifications/${id}`, { language, method: 'DELETE' })
}
