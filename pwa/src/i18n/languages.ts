/** Which languages there are, which one to use, and how to load it. Japanese is always there. */
import { type Words, ja } from './ja'

export type Language = 'ja' | 'ja-x-easy' | 'en' | 'vi' | 'zh' | 'id' | 'my'

/** Each language by its own name. */
export const languages: Readonly<Record<Language, string>> = {
  ja: '日本語',
  'ja-x-easy': 'やさしい ｜日本語《にほんご》',
  en: 'English',
  vi: 'Tiếng Việt',
  zh: '简体中文',
  id: 'Bahasa Indonesia',
  my: 'မြန်မာဘာသာ',
}

const load: Readonly<Record<Language, () => Promise<Words>>> = {
  ja: () => Promise.resolve(ja),
  'ja-x-easy': async () => (await import('./ja-easy')).words,
  en: async () => (await import('./en')).words,
  vi: async () => (await import('./vi')).words,
  zh: async () => (await import('./zh')).words,
  id: async () => (await import('./id')).words,
  my: async () => (await import('./my')).words,
}

export function isLanguage(text: string | null): text is Language {
  return text !== null && text in languages
}

const BY_BASE: Readonly<Record<string, Language>> = { ja: 'ja', en: 'en', vi: 'vi', zh: 'zh', id: 'id', in: 'id', my: 'my' }

/** Takes the first of the browser's wishes that we have; whoever wishes none of them reads Japanese. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = BY_BASE[wish.toLowerCase().split('-')[0] ?? '']
    if (found !== undefined) {
      return found
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
