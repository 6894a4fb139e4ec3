/** Keeps this phone's pass and its code on the screen: what is kept at once, then what the register certifies anew. */
import { useEffect, useState } from 'preact/hooks'
import { Refused } from '../../api/client'
import type { Audience } from '../../api/schema'
import { doubtSession, type Trouble } from '../passport/watch'
import { canJudge } from './judging'
import { type Pass, findPass, makeCode, renew, rightTime, secondsLeft } from './keeping'

export interface Shown {
  /** opening: looking at what is kept · empty: nothing is, yet · ready · unable: this browser has no WebCrypto. */
  stage: 'opening' | 'empty' | 'ready' | 'unable'
  pass: Pass | null
  /** Whether the phone keeps it. */
  kept: boolean
  trouble: Trouble | null
}

export function usePass(language: string): Shown {
  const [shown, setShown] = useState<Shown>({ stage: canJudge() ? 'opening' : 'unable', pass: null, kept: true, trouble: null })
  useEffect(() => {
    if (!canJudge()) {
      return undefined
    }
    let over = false
    const change = (part: Partial<Shown>) => {
      if (!over) {
        setShown((before) => ({ ...before, ...part }))
      }
    }
    const ask = async () => {
      try {
        const { pass, kept } = await renew(language)
        change({ stage: 'ready', pass, kept, trouble: null })
      } catch (cause) {
        change({ trouble: troubleOf(cause) })
        if (!over && cause instanceof Refused && cause.problem.status === 401) {
          doubtSession()
        }
      }
    }
    const open = async () => {
      const pass = await findPass<Pass>()
      change(pass === null ? { stage: 'empty' } : { stage: 'ready', pass })
      await ask()
    }
    const again = () => void ask()
    void open()
    addEventListener('online', again)
    addEventListener('again', again)
    return () => {
      over = true
      removeEventListener('online', again)
      removeEventListener('again', again)
    }
  }, [language])
  return shown
}

function troubleOf(cause: unknown): Trouble {
  if (cause instanceof Refused) {
    return cause.problem
  }
  return navigator.onLine ? 'unreachable' : 'offline'
}

/** The server's time by this phone's clock, looked at each second. */
export function useSeconds(ahead: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, 1000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return rightTime(now, ahead)
}

interface Made {
  audience: Audience
  instant: number
  text: string
}

/** A code for an audience, another one each minute; null while the first is made. */
export function useCode(pass: Pass | null, audience: Audience, now: number): { text: string | null; left: number } {
  const [instant, setInstant] = useState(() => Math.floor(now / 1000))
  const [made, setMade] = useState<Made | null>(null)
  const second = Math.floor(now / 1000)
  const due = second < instant || secondsLeft(instant, now) === 0 ? second : instant
  useEffect(() => {
    setInstant(due)
    let over = false
    if (pass !== null) {
      void makeCode(pass, audience, due).then((text) => over || setMade({ audience, instant: due, text }))
    }
    return () => {
      over = true
    }
  }, [pass, audience, due])
  // Nothing is shown that was made for somebody else.
  return { text: made?.audience === audience ? made.text : null, left: secondsLeft(due, now) }
}
