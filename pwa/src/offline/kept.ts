/** What one person last saw, per language: what the phone can show before, or without, the server. */
import type { Instant, Passport } from '../api/schema'
import { hush } from './device'
import { empty, put, remove, take, takeAll, removeAll } from './store'

/** Keeps a passport. Whatever is another person's is wiped first, in every language. */
export async function keep(language: string, passport: Passport): Promise<void> {
  try {
    await wipeOthers(passport.worker.number)
    await put('kept', language, passport)
  } catch {
    // A private window or a full phone keeps nothing: that costs the offline view, never the live one.
  }
}

/** Leaves nothing of anybody but this worker; of anybody at all where it is none. */
export async function wipeOthers(worker: string | null): Promise<void> {
  try {
    const kept = await takeAll<Passport>('kept')
    if (kept.some((one) => one.worker.number !== worker)) {
      await wipe()
    }
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}

/** Finds what is kept in a language, or else the newest in any other. */
export async function findKept(language: string): Promise<Passport | null> {
  try {
    const own = await take<Passport>('kept', language)
    if (own !== undefined) {
      return own
    }
    const others = await takeAll<Passport>('kept')
    return others.sort((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf))[0] ?? null
  } catch {
    return null
  }
}

/** A page as it was answered, such as a month, and the server's time of that answer. */
export interface Page<T> {
  seenAt: Instant
  answer: T
}

/** What was seen since the app was opened: shown at once on the way back. */
const recent = new Map<string, Page<unknown>>()

export function recall<T>(language: string, path: string): Page<T> | null {
  return (recent.get(`${path} ${language}`) as Page<T> | undefined) ?? null
}

export async function keepPage<T>(language: string, path: string, page: Page<T>): Promise<void> {
  recent.set(`${path} ${language}`, page)
  try {
    await put('pages', `${path} ${language}`, page)
  } catch {
    // As above.
  }
}

/** Forgets a page in every language: the server has refused it. */
export async function dropPage(path: string): Promise<void> {
  for (const key of recent.keys()) {
    if (key.startsWith(`${path} `)) {
      recent.delete(key)
    }
  }
  try {
    await removeAll('pages', `${path} `)
  } catch {
    // As above.
  }
}

/** Finds a page in a language, or else as it was last seen in another. */
export async function findPage<T>(language: string, path: string): Promise<Page<T> | null> {
  try {
    const own = await take<Page<T>>('pages', `${path} ${language}`)
    const others = own === undefined ? await takeAll<Page<T>>('pages', `${path} `) : [own]
    return others.sort((a, b) => Date.parse(b.seenAt) - Date.parse(a.seenAt))[0] ?? null
  } catch {
    return null
  }
}

/** Finds every kept page whose path begins so, in whatever language. */
export async function findPages<T>(beginning: string): Promise<Page<T>[]> {
  try {
    return await takeAll<Page<T>>('pages', beginning)
  } catch {
    return []
  }
}

/** The pass, also on a phone that keeps nothing; and how often this phone has forgotten everything. */
let held: unknown = null
let turn = 0

/** Tells this turn of keeping: a pass that was asked for before everything was forgotten is not kept after. */
export function turnOfKeeping(): number {
  return turn
}

/** Keeps the pass; false where the phone refuses to, and it lasts only as long as the app is open. */
export async function keepPass(pass: object, ofTurn: number): Promise<boolean> {
  if (ofTurn !== turn) {
    return false
  }
  held = pass
  try {
    await put('pass', 'mine', pass)
  } catch {
    return false
  }
  if (ofTurn !== turn) {
    // Everything was forgotten while it was being kept.
    await remove('pass', 'mine')
    return false
  }
  return true
}

export async function findPass<T>(): Promise<T | null> {
  try {
    return (await take<T>('pass', 'mine')) ?? (held as T | null)
  } catch {
    return held as T | null
  }
}

function forget(): void {
  recent.clear()
  held = null
  turn += 1
}

/** The end of a session, wherever it was ended: what was seen goes; what waits to be sent stays for the same person's return. */
export async function wipeSeen(): Promise<void> {
  forget()
  try {
    await empty('kept', 'pages', 'read', 'pass', 'notices')
  } catch {
    // Nothing could be kept, so nothing is left.
  }
  await hush()
}

/** Leaves nothing of anybody. */
export async function wipe(): Promise<void> {
  forget()
  try {
    await empty('kept', 'pages', 'outbox', 'drafts', 'read', 'pass', 'notices')
  } catch {
    // As above.
  }
  await hush()
}
