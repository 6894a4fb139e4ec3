/** One thing that is done at a touch: whether it is under way, and what stopped it, the server or the phone. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Refused } from '../../api/client'
import { NoSubscription } from '../../sw/subscribing'
import { CHANGED } from '../history/usePage'
import { type Trouble, doubtSession, troubleOf } from '../passport/watch'
import { type Stumble, Stumbled } from './keeping'

/** What this phone itself would not do. */
export type OwnFault = Stumble | 'noService'

export type Stopped = Trouble | { own: OwnFault }

export interface Doing {
  busy: boolean
  done: boolean
  stopped: Stopped | null
  /** Does it; tells what stopped it, null where nothing did. */
  run: (act: () => Promise<void>) => Promise<Stopped | null>
}

export function useDoing(): Doing {
  const [shown, setShown] = useState<Omit<Doing, 'run'>>({ busy: false, done: false, stopped: null })
  const over = useRef(false)
  useEffect(() => () => void (over.current = true), [])
  const show = (part: Omit<Doing, 'run'>) => over.current || setShown(part)

  const run: Doing['run'] = async (act) => {
    show({ busy: true, done: false, stopped: null })
    try {
      await act()
      show({ busy: false, done: true, stopped: null })
      dispatchEvent(new Event(CHANGED))
      return null
    } catch (cause) {
      const stopped = stoppedBy(cause)
      show({ busy: false, done: false, stopped })
      if (cause instanceof Refused && cause.problem.status === 401) {
        doubtSession()
      }
      return stopped
    }
  }
  return { ...shown, run }
}

function stoppedBy(cause: unknown): Stopped {
  if (cause instanceof Stumbled) {
    return { own: cause.stumble }
  }
  if (cause instanceof NoSubscription) {
    return navigator.onLine ? { own: 'noService' } : 'offline'
  }
  return troubleOf(cause)
}
