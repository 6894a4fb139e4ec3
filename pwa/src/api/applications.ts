/** Applications, their forms, photos and papers, and a worker's consent: the calls. */
import { type Getter, ask, read, readPage, sending } from './client'
import type {
  Application,
  ApplicationChange,
  ApplicationForm,
  ApplicationKind,
  ApplicationLine,
  ConsentAsked,
  ConsentLink,
  KeptProof,
} from './schema'
import type { AskedNew } from './door'

/** A picture goes up over a slow line. */
const PICTURE_PATIENCE_MS = 60_000

export interface Wish {
  kind: ApplicationKind
  /** The company that it is about, or that files for a worker. */
  company?: string
  worker?: string
}

export const askApplicant = async (name: string, language: string): Promise<AskedNew> =>
  read(await ask('/v1/applicants/options', { language, ...sending('POST', { name }) }))

export const getApplications: Getter<{ applications: ApplicationLine[] }> = (language, signal) =>
  readPage('/v1/applications', language, signal)

export const getCompanyApplications =
  (company: string): Getter<{ applications: ApplicationLine[] }> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/applications`, language, signal)

export async function getApplication(id: string, language: string): Promise<Application> {
  return read(await ask(`/v1/applications/${id}`, { language }))
}

export async function getForm(id: string, language: string): Promise<ApplicationForm> {
  return read(await ask(`/v1/applications/${id}/form`, { language }))
}

/** Safe to send again: what stands already changes nothing. */
export async function saveApplication(
  id: string,
  wish: Wish,
  turn: number,
  changes: Record<string, ApplicationChange>,
  language: string,
): Promise<Application> {
  return read(await ask(`/v1/applications/${id}`, { language, ...sending('PUT', { ...wish, turn, changes }) }))
}

/** Safe to send again: the receipt is the same. */
export async function sendApplication(id: string, turn: number, formVersion: number, language: string): Promise<Application> {
  return read(await ask(`/v1/applications/${id}/sending`, { language, ...sending('POST', { turn, formVersion }) }))
}

export async function withdrawApplication(id: string, language: string): Promise<void> {
  await ask(`/v1/applications/${id}`, { language, method: 'DELETE' })
}

export async function askConsent(id: string, language: string): Promise<ConsentLink> {
  return read(await ask(`/v1/applications/${id}/consent`, { language, method: 'POST' }))
}

export async function openConsent(consent: string, language: string): Promise<ConsentAsked> {
  return read(await ask('/v1/consent', { language, ...sending('POST', { consent }) }))
}

export async function answerConsent(consent: string, agree: boolean, language: string): Promise<void> {
  await ask('/v1/consent/answer', { language, ...sending('POST', { consent, agree }) })
}

/** Safe to send again: the same picture under the same id is kept once. */
export async function putProof(id: string, kind: string, picture: Blob, anyway: boolean, language: string): Promise<KeptProof> {
  const sent = await ask(`/v1/proofs/${id}?kind=${kind}&anyway=${anyway}`, {
    language,
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: picture,
    patience: PICTURE_PATIENCE_MS,
  })
  return read(sent)
}

export const pictureOf = (proof: string) => `/v1/proofs/${proof}/picture`
