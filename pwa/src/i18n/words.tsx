/** The words of the chosen language, and how they come onto the screen. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Words, ja } from './ja'
import { type Language, serverLanguage } from './languages'

export const Spoken = createContext<{ language: Language; words: Words }>({ language: 'ja', words: ja })

export function useWords(): Words {
  return useContext(Spoken).words
}

export function useLanguage(): Language {
  return useContext(Spoken).language
}

const READING = /｜([^｜《》]+)《([^｜《》]+)》/g

/** Sets ｜漢字《かんじ》 as furigana, as the server writes it too; a text without readings comes out as it is. */
export function say(text: string): ComponentChildren {
  if (!text.includes('｜')) {
    return text
  }
  // split() with two groups gives: plain, base, reading, plain, base, reading, … plain
  const parts = text.split(READING)
  const out: ComponentChildren[] = []
  for (let i = 0; i < parts.length; i += 3) {
    out.push(parts[i])
    if (i + 1 < parts.length) {
      out.push(
        <ruby>
          {parts[i + 1]}
          <rt>{parts[i + 2]}</rt>
        </ruby>,
      )
    }
  }
  return out
}

/** The same text without readings, for labels and titles. */
export function plain(text: string): string {
  return text.replace(READING, '$1')
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A text of the server's or of somebody's, spoken and drawn as the language it is in. */
export function Said({ text }: { text: string }) {
  const language = useLanguage()
  const own = serverLanguage(language)
  const spoken = own !== 'en' ? undefined : JAPANESE.test(text) ? 'ja' : language === 'en' ? undefined : 'en'
  return <span lang={spoken}>{say(text)}</span>
}
