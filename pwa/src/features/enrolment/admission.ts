/**
 * From a secret to a key on this phone: the server asks for a key, the phone makes one, the server keeps it and lets one in.
 *
 * A question lasts five minutes, so an old one is asked anew first. An answer that was lost on the way is sent again; if the
 * server has it already, the new key itself lets one in.
 */
import { Refused } from '../../api/client'
import { type AskedNew, enrol } from '../../api/door'
import type { NewCredential } from '../../api/schema'
import { Stumbled, canHoldKeys, makeKey, signInWithKey } from '../door/passkey'

const FRESH_MS = 240_000

export interface Admission<Secret> {
  /** Shows the secret to the server, which then asks for a key. */
  show: (secret: Secret, language: string) => Promise<void>
  /** Makes the key and comes in. */
  come: (language: string, signal: AbortSignal) => Promise<void>
  /** Forgets what was shown. */
  forget: () => void
  /** Whether something was shown and may be answered. */
  isOpen: () => boolean
}

export function admission<Secret>(askFor: (secret: Secret, language: string) => Promise<AskedNew>): Admission<Secret> {
  let shown: { secret: Secret } | null = null
  let asked: { question: AskedNew; at: number } | null = null
  let made: { key: NewCredential; mayBeKept: boolean } | null = null

  const show = async (secret: Secret, language: string) => {
    asked = { question: await askFor(secret, language), at: performance.now() }
    shown = { secret }
    made = null
  }

  const make = async (language: string, signal: AbortSignal) => {
    if (!canHoldKeys()) {
      throw new Stumbled('none')
    }
    if (shown !== null && (asked === null || performance.now() - asked.at > FRESH_MS)) {
      await show(shown.secret, language)
    }
    if (asked === null) {
      throw new Stumbled('odd')
    }
    const key = await makeKey(asked.question, signal)
    asked = null
    return { key, mayBeKept: false }
  }

  const come = async (language: string, signal: AbortSignal) => {
    const now = (made ??= await make(language, signal))
    try {
      await enrol(now.key, language)
    } catch (cause) {
      if (!(cause instanceof Refused) || cause.problem.status >= 500) {
        now.mayBeKept = true
        throw cause
      }
      made = null
      if (cause.problem.code === 'challenge_over' && now.mayBeKept) {
        return signInWithKey(language, signal)
      }
      throw cause
    }
  }

  const forget = () => {
    shown = null
    asked = null
    made = null
  }
  return { show, come, forget, isOpen: () => shown !== null }
}
