/** One thing that is done at the server, at a touch: whether it is under way, whether it is done, and what stopped it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../../i18n/words'
import { CHANGED } from '../history/usePage'
import { doubtSession } from '../passport/watch'
import { type Hindrance, hindranceOf } from './hindrance'

interface State {
  busy: boolean
  hindrance: Hindrance | null
  done: boolean
}

export interface Doing extends State {
  /** Does it; tells whether it was done. */
  run: (act: (language: string) => Promise<unknown>) => Promise<boolean>
}

export function useDoing(): Doing {
  const language = useLanguage()
  const [state, setState] = useState<State>({ busy: false, hindrance: null, done: false })
  const over = useRef(false)
  useEffect(() => () => void (over.current = true), [])
  const show = (next: State) => over.current || setState(next)
  const run: Doing['run'] = async (act) => {
    show({ busy: true, hindrance: null, done: false })
    try {
      await act(language)
      show({ busy: false, hindrance: null, done: true })
      dispatchEvent(new Event(CHANGED))
      return true
    } catch (cause) {
      const hindrance = hindranceOf(cause)
      show({ busy: false, hindrance, done: false })
      if (typeof hindrance === 'object' && 'status' in hindrance && hindrance.status === 401) {
        doubtSession()
      }
      return false
    }
  }
  return { ...state, run }
}
