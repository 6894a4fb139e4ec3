/**
 * Checks a code: on this phone, with the register's keys that were kept from last time, and by the register itself where
 * there is a network. The register's word is the last; nothing is green that neither has verified.
 */
import { type Timed, checkPass, getChecking } from '../../api/passes'
import type { Audience, CheckAnswer, Checking, Finding, Instant } from '../../api/schema'
import { put, take } from '../../offline/store'
import { canJudge, judge } from '../pass/judging'
import { type Code, type Seen, readCode } from '../pass/layout'

/** Why this phone cannot tell: no keys yet, keys that are older than the pass, or a browser without WebCrypto. */
export type Unable = 'noKeys' | 'olderKeys' | 'noCrypto'

export interface Found {
  finding: Finding
  audience: Audience | null
  seen: (Omit<Seen, 'trade'> & { trade: string | null }) | null
  /** The code's instant, in milliseconds. */
  shownAt: number | null
  checkedAt: number
  /** By how much this phone's clock is ahead of the server's, as far as is known. */
  ahead: number
  /** Since when the key is used that signed the certificate. */
  signedSince: Instant | null
  /** Whether the people of the register are invented, as far as is known. */
  sample: boolean
  /** The register's word: awaited, had, or not to be had. */
  register: 'asking' | 'yes' | 'no'
}

export type Result = { kind: 'found'; found: Found } | { kind: 'unable'; why: Unable }

/** What was kept of the register, and when. */
interface Kept {
  checking: Checking
  language: string
  fetchedAt: number
}

const FRESH_MS = 24 * 60 * 60 * 1000
/** Keys fetched for this very check: what they lack is not ours. */
const JUST_NOW_MS = 60_000
/** The register is waited for before this phone's own finding is shown; meanwhile nothing is said. */
export const PATIENCE_MS = 2_500

/** Checks, and shows each result as it comes: at most this phone's own and then the register's. */
export async function check(text: string, language: string, show: (result: Result) => void): Promise<void> {
  const code = readCode(text)
  if (code === null) {
    show({ kind: 'found', found: { ...notOurs(), register: 'yes' } })
    return
  }
  const asked = askRegister(text, language)
  const kept = await findKept(code, language)
  const first = await Promise.race([asked, pause(PATIENCE_MS)])
  if (typeof first === 'object') {
    show({ kind: 'found', found: byRegister(first, code, kept) })
    return
  }
  const own = await judgeHere(code, kept, first === 'waiting')
  show(own)
  const last = await asked
  if (typeof last === 'object') {
    show({ kind: 'found', found: byRegister(last, code, kept) })
  } else if (first === 'waiting' && own.kind === 'found') {
    show({ kind: 'found', found: { ...own.found, register: 'no' } })
  }
}

async function askRegister(text: string, language: string): Promise<Timed<CheckAnswer> | 'away'> {
  try {
    return navigator.onLine ? await checkPass(text, language) : 'away'
  } catch {
    // Away, busy, or asked too often: what this phone finds has to do.
    return 'away'
  }
}

const pause = (ms: number) => new Promise<'waiting'>((resolve) => setTimeout(resolve, ms, 'waiting'))

function notOurs(): Found {
  const nobody = { audience: null, seen: null, shownAt: null, signedSince: null, sample: false }
  return { finding: 'not_ours', ...nobody, checkedAt: Date.now(), ahead: 0, register: 'no' }
}

async function judgeHere(code: Code, kept: Kept | null, asking: boolean): Promise<Result> {
  if (!canJudge()) {
    return { kind: 'unable', why: 'noCrypto' }
  }
  if (kept === null) {
    return { kind: 'unable', why: 'noKeys' }
  }
  const keys = Object.fromEntries(kept.checking.keys.map(({ id, publicKey }) => [id, publicKey]))
  if (keys[code.keyId] === undefined && !isYounger(kept, JUST_NOW_MS)) {
    return { kind: 'unable', why: 'olderKeys' }
  }
  const now = Date.now()
  const finding = await judge(code, keys, now)
  const ours = finding === 'not_ours' ? notOurs() : { ...notOurs(), ...about(code, kept), finding }
  const seen = finding === 'valid' ? { ...code.seen, trade: tradeOf(code, kept) } : null
  return { kind: 'found', found: { ...ours, seen, checkedAt: now, register: asking ? 'asking' : 'no' } }
}

function byRegister({ answer, ahead }: Timed<CheckAnswer>, code: Code, kept: Kept | null): Found {
  const { finding, seen } = answer
  const ours = finding === 'not_ours' ? notOurs() : { ...notOurs(), ...about(code, kept) }
  const shown = seen === null ? null : { ...seen, trade: seen.trade?.name ?? null }
  return { ...ours, finding, seen: shown, checkedAt: Date.parse(answer.checkedAt), ahead: ahead ?? 0, register: 'yes' }
}

function about(code: Code, kept: Kept | null): Pick<Found, 'audience' | 'shownAt' | 'signedSince' | 'sample'> {
  const key = kept?.checking.keys.find(({ id }) => id === code.keyId)
  return { audience: code.audience, shownAt: code.instant * 1000, signedSince: key?.since ?? null, sample: kept?.checking.sample ?? false }
}

/** A trade's name, or its major's where the minor is not known. */
function tradeOf({ seen: { trade } }: Code, { checking: { trades } }: Kept): string | null {
  return trade === null ? null : (trades[trade] ?? trades[trade - (trade % 100)] ?? null)
}

/** Finds the register's keys; fetches them where there are none, they lack the one that is wanted, or they are of another day. */
async function findKept(code: Code, language: string): Promise<Kept | null> {
  const kept = await readKept()
  const enough = kept?.checking.keys.some(({ id }) => id === code.keyId) === true && kept.language === language
  if (enough && isYounger(kept, FRESH_MS)) {
    return kept
  }
  if (!navigator.onLine) {
    return kept
  }
  const fetched = fetchKept(language).catch(() => kept)
  // What is enough for now is not waited for.
  return enough ? kept : fetched
}

async function readKept(): Promise<Kept | null> {
  try {
    return (await take<Kept>('register', 'checking')) ?? null
  } catch {
    return null
  }
}

async function fetchKept(language: string): Promise<Kept> {
  const { answer } = await getChecking(language)
  const kept = { checking: answer, language, fetchedAt: Date.now() }
  try {
    await put('register', 'checking', kept)
  } catch {
    // A phone that keeps nothing asks each time.
  }
  return kept
}

function isYounger({ fetchedAt }: Kept, ms: number): boolean {
  return Math.abs(Date.now() - fetchedAt) < ms
}
