/** Is a code good at an instant? Judged on this phone, as backend/passes/rules.py does. */
import type { Finding } from '../../api/schema'
import { type Bytes, type Code, fromBase64Url } from './layout'
import { decompress } from './point'

/** After this the phone shows another code. */
export const LIFE_S = 60
/** By so much two clocks may differ. */
export const LEEWAY_S = 30

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** The register's public keys, by id. */
export type Keys = Readonly<Record<string, string>>

/** Whether this browser can judge at all: it can only where the page came over https, or from this machine. */
export function canJudge(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined
}

/** Judges a code by itself; what ended since, only the register knows. `now` is in milliseconds. */
export async function judge(code: Code | null, keys: Keys, now: number): Promise<Finding> {
  if (code === null || !(await isSigned(code, keys))) {
    return 'not_ours'
  }
  const age = now / 1000 - code.instant
  if (age > LIFE_S + LEEWAY_S) {
    return 'too_old'
  }
  if (age < -LEEWAY_S) {
    return 'from_future'
  }
  return now / 1000 < code.until ? 'valid' : 'certificate_over'
}

async function isSigned(code: Code, keys: Keys): Promise<boolean> {
  const key = keys[code.keyId]
  return (
    key !== undefined &&
    (await isBy(fromBase64Url(key), code.registerSignature, code.certified)) &&
    (await isBy(code.publicKey, code.phoneSignature, code.signed))
  )
}

async function isBy(short: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const point = decompress(short)
  if (point === null) {
    return false
  }
  const key = await crypto.subtle.importKey('raw', point, ECDSA, false, ['verify'])
  return crypto.subtle.verify(ECDSA, key, signature, message)
}
