/** Which languages there are, which one to use, and how to load it. Japanese is always there. */
import { type Words, ja } from './ja'

export type Language = 'ja' | 'ja-x-easy' | 'en'

/** Each language by its own name. */
export const languages: Readonly<Record<Language, string>> = {
  ja: '日本語',
  'ja-x-easy': 'やさしい ｜日本語《にほんご》',
  en: 'English',
}

const load: Readonly<Record<Language, () => Promise<Words>>> = {
  ja: () => Promise.resolve(ja),
  'ja-x-easy': async () => (await import('./ja-easy')).words,
  en: async () => (await import('./en')).words,
}

export function isLanguage(text: string | null): text is Language {
  return text !== null && text in languages
}

/** Takes the first of the browser's wishes that we have; whoever wishes none of them reads Japanese. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const base = wish.toLowerCase().split('-')[0] ?? ''
    if (base === 'ja' || base === 'en') {
      return base
    }
  }
  return 'ja'
}

/** Loads a catalogue; where it cannot be had (an old phone, no network), Japanese stands in. */
export async function loadWords(language: Language): Promise<{ language: Language; words: Words }> {
  try {
    return { language, words: await load[language]() }
  } catch {
    return { language: 'ja', words: ja }
  }
}
