/** Keeps one month, day or year on the screen true: what the phone has at once, then what the server says, then every change. */
import { useEffect, useState } from 'preact/hooks'
import { type Getter, Refused } from '../../api/client'
import { type Page, findPage, keepPage, recall } from '../../offline/kept'
import { type Trouble, doubtSession, troubleOf } from '../passport/watch'

export interface Shown<T> {
  /** opening: looking at what is kept · empty: nothing is · shown. */
  stage: 'opening' | 'empty' | 'shown'
  answer: T | null
  /** The server's time of the answer, in milliseconds. */
  seenAt: number | null
  /** Whether the server has said so since the page was opened, and nothing failed after. */
  live: boolean
  trouble: Trouble | null
}

const BLANK = { stage: 'opening', answer: null, seenAt: null, live: false, trouble: null } as const

/** Sent when something of mine was changed from this phone. */
export const CHANGED = 'mine-changed'

function showing<T>({ seenAt, answer }: Page<T>): Pick<Shown<T>, 'stage' | 'answer' | 'seenAt'> {
  return { stage: 'shown', answer, seenAt: Date.parse(seenAt) }
}

function start<T>(language: string, path: string): Shown<T> {
  const seen = recall<T>(language, path)
  return seen === null ? BLANK : { ...BLANK, ...showing(seen) }
}

/** `turn` is what the live passport says; another one means that something of mine has changed. */
export function usePage<T>(path: string, get: Getter<T>, language: string, turn: object | null): Shown<T> {
  const key = `${path} ${language}`
  const [state, setState] = useState<{ key: string; shown: Shown<T> }>(() => ({ key, shown: start<T>(language, path) }))
  const shown = state.key === key ? state.shown : start<T>(language, path)

  useEffect(() => {
    const control = new AbortController()
    let current = start<T>(language, path)
    const change = (part: Partial<Shown<T>>) => {
      if (!control.signal.aborted) {
        current = { ...current, ...part }
        setState({ key, shown: current })
      }
    }
    const ask = async () => {
      try {
        const page = await get(language, control.signal)
        if (!control.signal.aborted) {
          void keepPage(language, path, page)
          change({ ...showing(page), live: true, trouble: null })
        }
      } catch (cause) {
        change({ live: false, trouble: troubleOf(cause) })
        if (!control.signal.aborted && cause instanceof Refused && cause.problem.status === 401) {
          doubtSession()
        }
      }
    }
    const again = () => void ask()
    const lose = () => change({ live: false, trouble: 'offline' })
    addEventListener('online', again)
    addEventListener('offline', lose)
    addEventListener('again', again)
    addEventListener(CHANGED, again)
    void ask()
    const recollect = async () => {
      const kept = await findPage<T>(language, path)
      if (current.answer === null) {
        change(kept === null ? { stage: 'empty' } : showing(kept))
      }
    }
    void recollect()
    return () => {
      control.abort()
      removeEventListener('online', again)
      removeEventListener('offline', lose)
      removeEventListener('again', again)
      removeEventListener(CHANGED, again)
    }
    // The getter follows from the path.
  }, [key, turn])

  return shown
}
