/** Signing in, the first login, a new phone, invitations, consents: the calls. Passkeys come and go as JSON, as WebAuthn writes it. */
import { type Getter, ask, read, readPage, sending } from './client'
import type { Consent, ConsentKind, Me, NewCredential, SignedCredential, Typed } from './schema'

/** What a browser is asked for: a new key, or any that it holds for us. */
export interface Asked<Options> {
  publicKey: Options
}
export type AskedNew = Asked<PublicKeyCredentialCreationOptionsJSON>
export type AskedAny = Asked<PublicKeyCredentialRequestOptionsJSON>

export async function askSignIn(language: string): Promise<AskedAny> {
  return read(await ask('/v1/login/options', { language, method: 'POST' }))
}

export async function signIn(credential: SignedCredential, language: string): Promise<void> {
  await ask('/v1/login', { language, ...sending('POST', { credential }) })
}

/** The three ways to a first key on a phone; each is asked with its secret. */
export const askFirst = async (typed: Typed, language: string): Promise<AskedNew> =>
  read(await ask('/v1/enrolment/options', { language, ...sending('POST', typed) }))

export const askRecovery = async (typed: Typed, language: string): Promise<AskedNew> =>
  read(await ask('/v1/recoveries/options', { language, ...sending('POST', typed) }))

export const askInvited = async (invitation: string, language: string): Promise<AskedNew> =>
  read(await ask('/v1/invitations/options', { language, ...sending('POST', { invitation }) }))

export async function enrol(credential: NewCredential, language: string): Promise<void> {
  await ask('/v1/enrolment', { language, ...sending('POST', { credential }) })
}

export async function getConsents(language: string): Promise<Consent[]> {
  const { consents } = await read<{ consents: Consent[] }>(await ask('/v1/consents', { language }))
  return consents
}

/** Safe to send again. */
export async function accept(kind: ConsentKind, version: number, language: string): Promise<void> {
  await ask('/v1/consents', { language, ...sending('POST', { kind, version }) })
}

export const getMe: Getter<Me> = (language, signal) => readPage('/v1/me', language, signal)
