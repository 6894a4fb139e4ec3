/**
 * This phone's pass: keys that never leave it, one for each audience, and what the register certified of them.
 *
 * New certificates are fetched whenever there is a network, so that there is a pass where there is none.
 */
import { certify } from '../../api/passes'
import { Refused } from '../../api/client'
import type { Audience, Instant, PublicKeys } from '../../api/schema'
import { findPass, keepPass, turnOfKeeping } from '../../offline/kept'
import { ECDSA, LIFE_S, canJudge } from './judging'
import { type Bytes, fromBase64Url, toBase64Url, writeInstant, writeText } from './layout'
import { compress } from './point'

export const audiences = ['site', 'shop', 'office'] as const satisfies readonly Audience[]

export interface Pass {
  keys: Record<Audience, CryptoKey>
  publicKeys: PublicKeys
  certificates: Record<Audience, string>
  until: Instant
  /** The phone's clock when they were fetched. */
  renewedAt: number
  /** By how many milliseconds the phone's clock was ahead of the server's then. */
  ahead: number
}

export interface Renewed {
  pass: Pass
  /** Whether the phone could keep it. */
  kept: boolean
}

const FRESH_MS = 60_000
const DAILY_MS = 24 * 60 * 60 * 1000
/** Clocks that differ by less are taken for the same. */
const SAME_CLOCK_MS = 10_000

export { findPass }

/** Fetches new certificates for the keys there are, or for new ones; throws `Refused` or `Unreachable`. */
export async function renew(language: string, turn = turnOfKeeping()): Promise<Renewed> {
  return alone(async () => {
    const known = await findPass<Pass>()
    if (known !== null && holds(known, Date.now()) && Math.abs(Date.now() - known.renewedAt) < FRESH_MS) {
      // It may be held by the open app alone, from a renewal a moment ago.
      return { pass: known, kept: await keepPass(known, turn) }
    }
    const pass = await certified(known, language)
    return { pass, kept: await keepPass(pass, turn) }
  })
}

/** Renews once a day, beside whatever the person is doing. */
export async function renewDaily(language: string): Promise<void> {
  const turn = turnOfKeeping()
  const known = await findPass<Pass>()
  if (canJudge() && (known === null || Math.abs(Date.now() - known.renewedAt) > DAILY_MS)) {
    await renew(language, turn)
  }
}

async function certified(known: Pass | null, language: string): Promise<Pass> {
  const own = known ?? (await makeKeys())
  try {
    const { answer, ahead } = await certify(own.publicKeys, language)
    const { keys, publicKeys } = own
    return { keys, publicKeys, certificates: answer.certificates, until: answer.until, renewedAt: Date.now(), ahead: ahead ?? 0 }
  } catch (cause) {
    if (known !== null && cause instanceof Refused && cause.problem.code === 'pass_key_unusable') {
      return certified(null, language)
    }
    throw cause
  }
}

async function makeKeys(): Promise<Pick<Pass, 'keys' | 'publicKeys'>> {
  const made = await Promise.all(audiences.map(async (audience) => [audience, await makeKey()] as const))
  return {
    keys: Object.fromEntries(made.map(([audience, { key }]) => [audience, key])) as Pass['keys'],
    publicKeys: Object.fromEntries(made.map(([audience, { point }]) => [audience, point])) as unknown as PublicKeys,
  }
}

/** A private half that cannot be read, only used. */
async function makeKey(): Promise<{ key: CryptoKey; point: string }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify'])
  const point: Bytes = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return { key: privateKey, point: toBase64Url(compress(point)) }
}

/** Two tabs of one phone make one pass. */
async function alone<T>(act: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined
  return locks === undefined ? act() : ((await locks.request('pass', act)) as T)
}

/** Makes the digits of a code. */
export async function makeCode(pass: Pass, audience: Audience, instant: number): Promise<string> {
  const signed = writeInstant(fromBase64Url(pass.certificates[audience]), instant)
  const signature: Bytes = new Uint8Array(await crypto.subtle.sign(ECDSA, pass.keys[audience], signed))
  return writeText(signed, signature)
}

/** Tells the server's time by this phone's clock, where that was seen to be wrong. */
export function rightTime(now: number, ahead: number): number {
  return isWrong(ahead) ? now - ahead : now
}

export function isWrong(ahead: number): boolean {
  return Math.abs(ahead) >= SAME_CLOCK_MS
}

/** Whether the certificates hold at an instant, in milliseconds. */
export function holds(pass: Pass, now: number): boolean {
  return now < Date.parse(pass.until)
}

/** How many seconds a code of an instant is still shown. */
export function secondsLeft(instant: number, now: number): number {
  return Math.max(0, Math.min(LIFE_S, instant + LIFE_S - Math.floor(now / 1000)))
}
