/** The start: settings and words first, so that nothing is drawn twice. */
import './ui/tokens.css'
import './ui/base.css'
import { render } from 'preact'
import { App } from './App'
import { firstWord } from './api/early'
import { applySettings, readSettings } from './features/settings/settings'
import { loadWords } from './i18n/languages'
import { findKept } from './offline/kept'

const A_MOMENT_MS = 300

const settings = readSettings()
applySettings(settings)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applySettings(readSettings()))

// Not awaited at the top: a language's words take their dates from this very script, and would wait for its end.
void begin(document.getElementById('app'))

async function begin(place: HTMLElement | null): Promise<void> {
  const [spoken] = await Promise.all([loadWords(settings.language), somethingToShow(settings.language)])
  document.documentElement.lang = spoken.language
  // Unseen, so that the phone finds its letters while the script is on its way.
  document.getElementById('rehearsal')?.remove()
  if (place) {
    render(<App first={settings} spoken={spoken} />, place)
  }
}

/** A screen that has nothing of its own waits a moment for the server, rather than be drawn twice. */
async function somethingToShow(language: string): Promise<void> {
  const moment = new Promise<void>((resolve) => setTimeout(resolve, A_MOMENT_MS))
  await Promise.race([moment, findKept(language).then((kept) => (kept === null ? firstWord() : undefined))])
}
