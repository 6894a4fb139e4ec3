/** Levels as the evaluating body asks for them: standards, their versions, applications, reports. */
import { type Getter, ask, read, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'

type Schemas = components['schemas']
export type Standard = Schemas['StandardSeen']
export type Criteria = Schemas['LevelCriteria']
export type Alternative = Schemas['Alternative']
/** A name, or several of which one is enough. */
export type Entry = Criteria['all_of'][number]
export type Proposal = Schemas['Proposal']
export type Version = Schemas['VersionSeen']
export type Application = Schemas['WaitingApplication']
export type Report = Schemas['LevelReport']
export type Reported = Schemas['LevelReported']
export type Catalogue = Schemas['CatalogueSeen']

/** A thousand rows take longer than one. */
const MANY_PATIENCE_MS = 60_000

export const getStandards: Getter<Schemas['StandardsSeen']> = (language, signal) => readPage('/v1/levels/criteria', language, signal)

export const getCatalogue: Getter<Catalogue> = (language, signal) => readPage('/v1/qualifications', language, signal)

export const getApplications: Getter<Schemas['WaitingApplications']> = (language, signal) =>
  readPage('/v1/levels/applications', language, signal)

export const getVersions =
  (field: string): Getter<Schemas['VersionsSeen']> =>
  (language, signal) =>
    readPage(`/v1/levels/criteria/${field}/versions`, language, signal)

export const propose = (field: string, proposal: Proposal, language: string) =>
  ask(`/v1/levels/criteria/${field}/versions`, { language, ...sending('POST', proposal) })

/** Safe to send again: what was decided so stays decided so. */
export const decide = (field: string, version: number, approve: boolean, why: string, language: string) =>
  ask(`/v1/levels/criteria/${field}/versions/${version}/decision`, { language, ...sending('POST', { approve, why }) })

export interface Answer {
  granted: boolean
  evaluatedOn: string
  why: string
}

/** Safe to send again. */
export const answer = ({ id, worker }: Application, said: Answer, language: string) =>
  ask(`/v1/levels/applications/${id}/answer`, { language, ...sending('POST', { worker, ...said }) })

/** Safe to send again; each is answered by itself. */
export async function report(reports: readonly Report[], language: string): Promise<readonly Reported[]> {
  const sent = await ask('/v1/levels/reports', { language, patience: MANY_PATIENCE_MS, ...sending('POST', { reports }) })
  return (await read<Schemas['LevelsReported']>(sent)).reports
}
