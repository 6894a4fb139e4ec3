/**
 * How a pass is written: the digits behind the # of a link are one whole number, and its bytes are a certificate of the
 * register, an instant and the phone's signature. The same as backend/passes/layout.py; tests/vectors/pass.json holds both to it.
 */
import type { Audience, Day, Level } from '../../api/schema'

const VERSION = 1
const FOR_A_CHECK = 1
const MOST_DIGITS = 600
const POINT = 33
const SIGNATURE = 64
const AUDIENCES: Readonly<Record<number, Audience>> = { 1: 'site', 2: 'shop', 3: 'office' }
const DAY_ZERO = Date.UTC(1900, 0, 1)
const DAY_MS = 86_400_000

/** What an audience sees of a worker; null is what it does not see. */
export interface Seen {
  level: Level
  /** 100 × major + minor code. */
  trade: number | null
  workerNumber: string | null
  birthDate: Day | null
  name: string | null
}

export interface Code {
  audience: Audience
  /** By which of its keys the register signs, in hexadecimal digits. */
  keyId: string
  /** Until when the certificate holds, in seconds since 1970. */
  until: number
  seen: Seen
  /** The phone's: a point of P-256, compressed. */
  publicKey: Bytes
  certified: Bytes
  registerSignature: Bytes
  /** When the code was made, in seconds since 1970. */
  instant: number
  signed: Bytes
  phoneSignature: Bytes
}

export type Bytes = Uint8Array<ArrayBuffer>

/** What stands in a certificate, field by field and in this order. */
const SHOWN: Readonly<Record<Audience, readonly (keyof Seen)[]>> = {
  site: ['level', 'trade', 'workerNumber', 'name'],
  shop: ['level'],
  office: ['level', 'trade', 'workerNumber', 'birthDate', 'name'],
}

class Unreadable extends Error {
  override name = 'Unreadable'
}

class Reading {
  at = 0
  readonly whole: Bytes

  constructor(whole: Bytes) {
    this.whole = whole
  }

  take(count: number): Bytes {
    this.at += count
    if (this.at > this.whole.length) {
      throw new Unreadable()
    }
    return this.whole.slice(this.at - count, this.at)
  }

  number(count: number): number {
    return this.take(count).reduce((sum, byte) => sum * 256 + byte, 0)
  }
}

const readers: { [Field in keyof Seen]: (rest: Reading) => Seen[Field] } = {
  level: (rest) => {
    const level = rest.number(1)
    if (level < 1 || level > 4) {
      throw new Unreadable()
    }
    return level as Level
  },
  trade: (rest) => rest.number(2),
  workerNumber: (rest) => String(rest.number(6)).padStart(14, '0'),
  birthDate: (rest) => new Date(DAY_ZERO + rest.number(2) * DAY_MS).toISOString().slice(0, 10),
  name: (rest) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest.take(rest.number(1))),
}

/** Reads the digits of a link; null where they are no code of ours. */
export function readCode(text: string): Code | null {
  if (text.length > MOST_DIGITS || !/^[1-9][0-9]*$/.test(text)) {
    return null
  }
  const hex = BigInt(text).toString(16)
  try {
    return read(fromHex(hex.length % 2 === 0 ? hex : `0${hex}`))
  } catch {
    return null
  }
}

function read(whole: Bytes): Code {
  const rest = new Reading(whole)
  const [version, purpose, number] = [rest.number(1), rest.number(1), rest.number(1)]
  const audience = AUDIENCES[number]
  if (version !== VERSION || purpose !== FOR_A_CHECK || audience === undefined) {
    throw new Unreadable()
  }
  const keyId = toHex(rest.take(2))
  const until = rest.number(4)
  const hidden = { level: 1 as Level, trade: null, workerNumber: null, birthDate: null, name: null }
  const seen: Seen = { ...hidden, ...Object.fromEntries(SHOWN[audience].map((field) => [field, readers[field](rest)])) }
  const publicKey = rest.take(POINT)
  const certified = whole.slice(0, rest.at)
  const registerSignature = rest.take(SIGNATURE)
  const instant = rest.number(4)
  const signed = whole.slice(0, rest.at)
  const phoneSignature = rest.take(SIGNATURE)
  if (rest.at !== whole.length) {
    throw new Unreadable()
  }
  return { audience, keyId, until, seen, publicKey, certified, registerSignature, instant, signed, phoneSignature }
}

/** Writes what the phone is to sign: a certificate with the register's signature, and the instant. */
export function writeInstant(certificate: Bytes, instant: number): Bytes {
  const bytes = new Uint8Array(certificate.length + 4)
  bytes.set(certificate)
  new DataView(bytes.buffer).setUint32(certificate.length, instant)
  return bytes
}

/** Writes bytes as one whole number: a QR holds digits in a quarter less room than base64url. */
export function writeText(...parts: Bytes[]): string {
  return BigInt(`0x${parts.map(toHex).join('')}`).toString()
}

function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

export function toBase64Url(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function fromBase64Url(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0)
}
