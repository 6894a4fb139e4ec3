/** What is typed to get in: kept on the page as long as it is open; of it, the phone itself keeps the number alone, for the rest are secrets. */
import { useEffect, useState } from 'preact/hooks'
import type { Typed } from '../../api/schema'
import { put, remove, take } from '../../offline/store'

const DRAFT = 'worker-number'

export interface Typing {
  typed: Typed
  change: (part: Partial<Typed>) => void
}

export function useTyped(): Typing {
  const [typed, setTyped] = useState<Typed>({ workerNumber: '', digits: '', code: '' })
  useEffect(() => {
    const fill = (workerNumber?: string) => setTyped((now) => (now.workerNumber === '' && workerNumber ? { ...now, workerNumber } : now))
    take<string>('drafts', DRAFT).then(fill, ignore)
  }, [])
  const change = (part: Partial<Typed>) => {
    setTyped((now) => ({ ...now, ...part }))
    if (part.workerNumber !== undefined) {
      put('drafts', DRAFT, part.workerNumber).catch(ignore)
    }
  }
  return { typed, change }
}

/** Somebody is in: the number was typed for good. */
export function forgetNumber(): void {
  remove('drafts', DRAFT).catch(ignore)
}

function ignore(): void {
  // A phone that keeps nothing still sends.
}
