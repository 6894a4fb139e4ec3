import { useEffect, useRef, useState } from 'preact/hooks'
import { put, remove, take } from '../../offline/store'

/** What is being typed about a day, kept at every stroke. */
export function useDraft<D extends object>(key: string, first: D): [D | null, (part: Partial<D>) => void, () => Promise<void>] {
  const [draft, setDraft] = useState<D | null>(null)
  const latest = useRef<D>(first)
  useEffect(() => {
    let over = false
    const show = (kept?: D) => {
      if (!over) {
        latest.current = kept ?? first
        setDraft(latest.current)
      }
    }
    take<D>('drafts', key).then(show, () => show())
    return () => {
      over = true
    }
  }, [key])
  const change = (part: Partial<D>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
    put('drafts', key, latest.current).catch(ignore)
  }
  const forget = () => remove('drafts', key).catch(ignore)
  return [draft, change, forget]
}

function ignore(): void {
  // A phone that keeps nothing still sends.
}
