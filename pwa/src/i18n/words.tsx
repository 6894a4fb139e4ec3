/** The words of the chosen language, and how they come onto the screen. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Words, ja } from './ja'
import type { Language } from './languages'

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

const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const wordWith = (letters: string) => `[^\\s()（）]*[${letters}][^\\s()（）]*`
/** Words with such letters, several in a row as one. */
const wordsWith = (letters: string) => new RegExp(`(${wordWith(letters)}(?: ${wordWith(letters)})*)`, 'u')

/** What cannot be the reader's own language. Han letters are Chinese too: there a name is known by its kana alone. */
const FOREIGN = { latin: wordsWith(JAPANESE), zh: wordsWith('\\p{Script=Hiragana}\\p{Script=Katakana}') }

/** A text of the server's, which speaks the reader's language; a Japanese name in it is spoken and drawn as Japanese. */
export function Said({ text }: { text: string }) {
  const language = useLanguage()
  if (readsJapanese(language)) {
    return <span>{say(text)}</span>
  }
  // split() with a group gives: own, foreign, own, foreign, … own
  const parts = text.split(language === 'zh' ? FOREIGN.zh : FOREIGN.latin)
  return <span>{parts.map((part, index) => (index % 2 === 0 ? say(part) : <span lang="ja">{say(part)}</span>))}</span>
}

/** What somebody wrote: the name of a site or a company, a note. Japanese is spoken and drawn as Japanese. */
export function Written({ text }: { text: string }) {
  const foreign = !readsJapanese(useLanguage()) && FOREIGN.latin.test(text)
  return <span lang={foreign ? 'ja' : undefined}>{say(text)}</span>
}

const readsJapanese = (language: Language) => language === 'ja' || language === 'ja-x-easy'
