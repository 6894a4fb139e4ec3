/** An answer of the office: kept on the device, and shown without a network; but not any more once the server has refused it. */
import { useEffect, useRef } from 'preact/hooks'
import type { Getter } from '../api/client'
import { type Shown, usePage } from '../features/history/usePage'
import { isRefusal } from '../features/passport/watch'
import { dropPage } from '../offline/kept'

export function useSeen<T>(path: string, get: Getter<T>, language: string, turn: object | null = null): Shown<T> {
  const shown = usePage<T>(path, get, language, turn)
  /** What was refused stays hidden also when the network goes afterwards; only a new answer shows it again. */
  const refused = useRef<string | null>(null)
  const now = shown.trouble !== null && isRefusal(shown.trouble)
  if (now) {
    refused.current = path
  } else if (shown.live) {
    refused.current = null
  }
  useEffect(() => {
    if (now) {
      void dropPage(path)
    }
  }, [now, path])
  return refused.current === path ? { ...shown, answer: null } : shown
}
