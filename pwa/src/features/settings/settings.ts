/** What a person chose for this phone. Kept by the phone; wiped by nobody, for it says nothing about anybody. */
import { type Language, chooseLanguage, isLanguage } from '../../i18n/languages'

export type Look = 'system' | 'light' | 'dark' | 'sun'
export type TextSize = 100 | 125 | 150 | 200

export interface Settings {
  language: Language
  look: Look
  size: TextSize
  /** How often home asked whether notices may come here, and when it was last put off; the phone's clock. */
  asked: { times: number; at: number }
}

export const NEVER_ASKED: Settings['asked'] = { times: 0, at: 0 }

export const looks: readonly Look[] = ['system', 'light', 'dark', 'sun']
export const sizes: readonly TextSize[] = [100, 125, 150, 200]

const KEY = 'settings'

export function readSettings(): Settings {
  const kept = readKept()
  return {
    language: isLanguage(kept.language ?? null) ? (kept.language as Language) : chooseLanguage(navigator.languages),
    look: looks.find((look) => look === kept.look) ?? 'system',
    size: sizes.find((size) => size === kept.size) ?? 100,
    asked: { ...NEVER_ASKED, ...kept.asked },
  }
}

function readKept(): Partial<Settings> {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Partial<Settings>
  } catch {
    return {}
  }
}

export function writeSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // A phone that keeps nothing forgets the choice when the app closes.
  }
}

/** Puts look and text size onto the document. */
export function dress({ look, size }: Settings): void {
  const root = document.documentElement
  if (look === 'system') {
    delete root.dataset['theme']
  } else {
    root.dataset['theme'] = look
  }
  root.dataset['text'] = String(size)
}

/** Dresses the document, and gives the bar of the browser the ground's colour. */
export function applySettings(settings: Settings): void {
  dress(settings)
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--canvas').trim()
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
}
