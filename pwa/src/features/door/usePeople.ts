/** Whom one can be in sample mode, and what keeps the server away; asked again until it answers. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { Refused, getPeople } from '../../api/client'
import type { Person } from '../../api/schema'
import { type Hindrance, hindranceOf } from './hindrance'

const AGAIN_MS = 15_000

/** Nobody outside sample mode. */
export function usePeople(language: string): [Person[], Hindrance | null] {
  const [people, setPeople] = useState<Person[]>([])
  const [trouble, setTrouble] = useState<Hindrance | null>(null)
  // Before the door is drawn: the page may have asked already.
  useLayoutEffect(() => {
    let over = false
    let later: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      clearTimeout(later)
      try {
        const found = await getPeople(language)
        if (!over) {
          setPeople(found)
          setTrouble(null)
        }
      } catch (cause) {
        if (!over) {
          setTrouble(isClosed(cause) ? null : hindranceOf(cause))
          later = isClosed(cause) ? undefined : setTimeout(look, AGAIN_MS)
        }
      }
    }
    const lose = () => setTrouble('offline')
    void look()
    addEventListener('online', look)
    addEventListener('offline', lose)
    return () => {
      over = true
      clearTimeout(later)
      removeEventListener('online', look)
      removeEventListener('offline', lose)
    }
  }, [language])
  return [people, trouble]
}

function isClosed(cause: unknown): boolean {
  return cause instanceof Refused && [403, 404].includes(cause.problem.status)
}
