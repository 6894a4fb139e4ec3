/** The office's calls. */
import { type Getter, ask, read, readPage, sending } from '../api/client'
import type { components } from '../api/schema.gen'

type Schemas = components['schemas']
export type Board = Schemas['BoardSeen']
export type BoardPerson = Schemas['BoardPerson']
export type BoardReader = Schemas['BoardReader']
export type WaitingClaims = Schemas['WaitingClaims']
export type WaitingClaim = Schemas['WaitingClaim']
export type Decided = Schemas['DecidedClaims']
export type AskedList = Schemas['AskedList']
export type ListAsked = Schemas['ListAsked']
export type CompanySites = Schemas['CompanySites']
export type Workers = Schemas['EmployedWorkers']
export type Worker = Workers['workers'][number]

export const getBoard =
  (site: string): Getter<Board> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/board`, language, signal)

export const getClaims =
  (site: string): Getter<WaitingClaims> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/claims`, language, signal)

export const getWorkers =
  (company: string): Getter<Workers> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/workers`, language, signal)

export type Certified = components['schemas']['CertifiedSeen']

export const getCertified =
  (company: string): Getter<components['schemas']['CompanyExperience']> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/experience`, language, signal)

export const getSites =
  (company: string): Getter<CompanySites> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/sites`, language, signal)

/** Safe to send again: what was decided so stays decided so. */
export async function decide(
  site: string,
  claims: readonly WaitingClaim[],
  approve: boolean,
  why: string,
  language: string,
): Promise<Decided> {
  const decisions = claims.map(({ id, worker }) => ({ worker: worker.number, claim: id, approve, why }))
  return read(await ask(`/v1/sites/${site}/claims/decisions`, { language, ...sending('POST', { decisions }) }))
}

export async function askForList(asked: ListAsked, language: string): Promise<AskedList> {
  return read(await ask('/v1/exports', { language, ...sending('POST', asked) }))
}

export async function lookAtList(id: string, language: string): Promise<AskedList> {
  return read(await ask(`/v1/exports/${id}`, { language }))
}
