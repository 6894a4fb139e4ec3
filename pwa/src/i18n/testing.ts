/// <reference types="vite/client" />
/** All catalogues at once, for tests; the app itself loads one. */
import { words as en } from './en'
import { words as id } from './id'
import { type Words, ja } from './ja'
import { words as easy } from './ja-easy'
import type { Language } from './languages'
import { words as my } from './my'
import { words as vi } from './vi'
import { words as zh } from './zh'

export { easy, en, ja }

export const catalogues: Readonly<Record<Language, Words>> = { ja, 'ja-x-easy': easy, en, vi, zh, id, my }

const late = import.meta.glob<{ words: unknown }>('../features/*/words/*.ts', { eager: true })

/** Every text of a language, those of the pages that come later among them. */
export function textsOf(language: Language): string[] {
  const file = `/words/${language === 'ja-x-easy' ? 'ja-easy' : language}.ts`
  const pages = Object.entries(late).filter(([path]) => path.endsWith(file))
  return [catalogues[language], ...pages.map(([, { words }]) => words)].flatMap(everyText)
}

/** Collects every text of a catalogue, calling its functions with plain examples. */
export function everyText(words: unknown): string[] {
  if (typeof words === 'string') {
    return [words]
  }
  if (typeof words === 'function') {
    return EXAMPLES.flatMap((example) => {
      try {
        return everyText((words as (...args: unknown[]) => unknown)(...example))
      } catch {
        // This example was made for a function with other arguments.
        return []
      }
    })
  }
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(everyText) : []
}

const EXAMPLES: unknown[][] = [
  ['2026-11-20', true],
  [null, false],
  [1, 1, 1, 1],
  [20, 24, 2, 1],
  ['x', 14, 1, 2],
]
