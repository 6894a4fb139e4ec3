/** Offers, above the keyboard of the first field, a key that this phone has already: whoever has one need not type. */
import { useEffect } from 'preact/hooks'
import { Refused } from '../../api/client'
import { useLanguage } from '../../i18n/words'
import { canHoldKeys, canOfferQuietly, signInWithKey } from '../door/passkey'

/** A question lasts five minutes; before it is over, another takes its place. */
const RENEW_MS = 240_000

export function useOffer(offering: boolean, entered: () => void, refused: (cause: unknown) => void): void {
  const language = useLanguage()
  useEffect(() => {
    if (!offering || !canHoldKeys()) {
      return undefined
    }
    let asked = new AbortController()
    const offer = async ({ signal }: AbortController) => {
      try {
        if (await canOfferQuietly()) {
          await signInWithKey(language, signal, { quietly: true })
          entered()
        }
      } catch (cause) {
        if (cause instanceof Refused && !signal.aborted && cause.problem.status !== 429) {
          refused(cause)
        }
        // Otherwise nobody took it, and nobody missed it.
      }
    }
    const renew = () => {
      asked.abort()
      asked = new AbortController()
      void offer(asked)
    }
    renew()
    const timer = setInterval(renew, RENEW_MS)
    return () => {
      clearInterval(timer)
      asked.abort()
    }
  }, [offering, language])
}
