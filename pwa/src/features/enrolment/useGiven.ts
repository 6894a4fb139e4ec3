/** What was accepted before, as the server says; whoever has accepted everything is not asked. */
import { useEffect, useState } from 'preact/hooks'
import { getConsents } from '../../api/door'
import type { Consent } from '../../api/schema'

export function useGiven(language: string, done: () => void): Consent[] {
  const [given, setGiven] = useState<Consent[]>([])
  useEffect(() => {
    let over = false
    const look = async () => {
      try {
        const found = await getConsents(language)
        if (over) {
          return
        }
        setGiven(found)
        if (found.length > 0 && found.every(({ accepted }) => accepted)) {
          done()
        }
      } catch {
        // What is to be read is on the phone; accepting will say what is the matter.
      }
    }
    void look()
    return () => {
      over = true
    }
  }, [])
  return given
}
