/** An answer of the office: kept on the device, and shown without a network; but not any more once the server refuses it. */
import type { Getter } from '../api/client'
import { type Shown, usePage } from '../features/history/usePage'
import { isRefusal } from '../features/passport/watch'

export function useSeen<T>(path: string, get: Getter<T>, language: string, turn: object | null = null): Shown<T> {
  const shown = usePage<T>(path, get, language, turn)
  return shown.trouble !== null && isRefusal(shown.trouble) ? { ...shown, answer: null } : shown
}
