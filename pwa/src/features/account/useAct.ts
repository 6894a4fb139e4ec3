/** One thing that is done at the server, at a touch: whether it is under way, whether it is done, and what stopped it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Refused } from '../../api/client'
import { useLanguage } from '../../i18n/words'
import { type Trouble, doubtSession, tryAgain } from '../passport/watch'
import { type NoAnswer, Unanswered, freshly } from './passkey'

export type Stopped = Trouble | NoAnswer

export interface Act {
  state: 'idle' | 'busy' | 'done'
  stopped: Stopped | null
  /** Does it, asking for the passkey where the server wants that; tells whether it was done. */
  run: (act: (language: string) => Promise<unknown>) => Promise<boolean>
}

export function useAct(): Act {
  const language = useLanguage()
  const [shown, setShown] = useState<Omit<Act, 'run'>>({ state: 'idle', stopped: null })
  const over = useRef(false)
  useEffect(() => () => void (over.current = true), [])
  const show = (part: Omit<Act, 'run'>) => over.current || setShown(part)

  const run: Act['run'] = async (act) => {
    if (shown.state === 'busy') {
      return false
    }
    show({ state: 'busy', stopped: null })
    try {
      await freshly(() => act(language), language)
      show({ state: 'done', stopped: null })
      // Whatever is on the screen is asked for anew: it was just changed.
      tryAgain()
      return true
    } catch (cause) {
      show({ state: 'idle', stopped: stoppedBy(cause) })
      if (cause instanceof Refused && cause.problem.status === 401) {
        doubtSession()
      }
      return false
    }
  }
  return { ...shown, run }
}

function stoppedBy(cause: unknown): Stopped {
  if (cause instanceof Refused) {
    return cause.problem
  }
  if (cause instanceof Unanswered) {
    return cause.why
  }
  return navigator.onLine ? 'unreachable' : 'offline'
}
