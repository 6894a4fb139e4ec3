/** The pass and its check. */
import { type Request, ask, read, sending } from './client'
import type { CheckAnswer, Checking, PassAnswer, PublicKeys } from './schema'

/** An answer together with the server's clock, to which a phone's can be compared. */
export interface Timed<T> {
  answer: T
  /** By how many milliseconds this phone's clock is ahead of the server's; null where the server did not say. */
  ahead: number | null
}

/** The Date header has whole seconds, so half of one is added. */
const HALF_A_SECOND = 500

async function timed<T>(path: '/v1/passes' | '/v1/passes/keys' | '/v1/passes/check', request: Request): Promise<Timed<T>> {
  const before = Date.now()
  const response = await ask(path, request)
  const said = Date.parse(response.headers.get('date') ?? '')
  const middle = (before + Date.now()) / 2
  return { answer: await read<T>(response), ahead: Number.isNaN(said) ? null : middle - said - HALF_A_SECOND }
}

/** Has this phone's keys certified; safe to send again. */
export function certify(publicKeys: PublicKeys, language: string): Promise<Timed<PassAnswer>> {
  return timed('/v1/passes', { language, ...sending('POST', { publicKeys }) })
}

/** What a checker keeps, so that a pass can be checked without a network. */
export function getChecking(language: string): Promise<Timed<Checking>> {
  return timed('/v1/passes/keys', { language })
}

export function checkPass(code: string, language: string): Promise<Timed<CheckAnswer>> {
  return timed('/v1/passes/check', { language, ...sending('POST', { code }) })
}
