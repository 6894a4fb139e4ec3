/** Which road was looked at last on this phone. */
import { useEffect, useState } from 'preact/hooks'
import { findPage, keepPage, recall } from '../../offline/kept'

const PATH = 'last-road'
/** It is the same in every language. */
const ANY = 'any'

export function keepSeen(field: string): void {
  void keepPage(ANY, PATH, { seenAt: new Date().toISOString(), answer: field })
}

/** Gives the field; null where none was seen, undefined while the phone is looking. */
export function useSeen(): string | null | undefined {
  const [seen, setSeen] = useState<string | null | undefined>(() => recall<string>(ANY, PATH)?.answer)
  useEffect(() => {
    let over = false
    void findPage<string>(ANY, PATH).then((page) => over || setSeen(page?.answer ?? null))
    return () => {
      over = true
    }
  }, [])
  return seen
}
