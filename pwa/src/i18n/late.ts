/** The words of a page that comes later: each feature keeps its own in `words/`, one file a language, loaded with the page. */
import type { Language } from './languages'
import { useLanguage } from './words'

type Load<W> = Readonly<Record<Language, () => Promise<{ words: W }>>>

export interface LateWords<W> {
  /** Loads a language; where it cannot be had, Japanese stands in. */
  load: (language: Language) => Promise<void>
  /** The words of the language that is spoken. Only inside a page that `later` has brought. */
  use: () => W
}

export function lateWords<W>(load: Load<W>): LateWords<W> {
  const loaded = new Map<Language, W>()
  let last: W | null = null
  const bring = async (language: Language) => {
    last = loaded.get(language) ?? (await load[language]()).words
    loaded.set(language, last)
  }
  return {
    load: async (language) => {
      try {
        await bring(language)
      } catch {
        await bring('ja')
      }
    },
    use: () => {
      const words = loaded.get(useLanguage()) ?? last
      if (words === null) {
        throw new Error('words are used before they were loaded')
      }
      return words
    },
  }
}
