/** The last passport of one person, per language: what the phone can show before, or without, the server. */
import type { Passport } from '../api/schema'
import { empty, put, take, takeAll } from './store'

/** Keeps a passport. Another person's is wiped first, in every language. */
export async function keep(language: string, passport: Passport): Promise<void> {
  try {
    const others = await takeAll<Passport>()
    if (others.some((kept) => kept.worker.number !== passport.worker.number)) {
      await empty()
    }
    await put(language, passport)
  } catch {
    // A private window or a full phone keeps nothing: that costs the offline view, never the live one.
  }
}

/** Finds what is kept in a language, or else the newest in any other. */
export async function findKept(language: string): Promise<Passport | null> {
  try {
    const own = await take<Passport>(language)
    if (own !== undefined) {
      return own
    }
    const others = await takeAll<Passport>()
    return others.sort((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf))[0] ?? null
  } catch {
    return null
  }
}

export async function wipe(): Promise<void> {
  try {
    await empty()
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}
