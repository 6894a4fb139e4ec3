/** Lets the phone's own screens stand in the office: brings their words in the office's language first. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { words as applying } from '../features/applying/words'
import { loadWords } from '../i18n/languages'
import { Spoken } from '../i18n/words'
import { useOffice } from './context'
import { State } from './State'

export function Speaking({ children }: { children: ComponentChildren }) {
  const { language } = useOffice()
  const [spoken, setSpoken] = useState<Awaited<ReturnType<typeof loadWords>> | null>(null)
  useEffect(() => {
    let over = false
    const bring = async () => {
      const [words] = await Promise.all([loadWords(language), applying.load(language)])
      if (!over) {
        setSpoken(words)
      }
    }
    void bring()
    return () => {
      over = true
    }
  }, [language])
  return spoken === null ? <State trouble={null} /> : <Spoken.Provider value={spoken}>{children}</Spoken.Provider>
}
