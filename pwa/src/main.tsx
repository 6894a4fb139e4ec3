/** The start: settings and words first, so that nothing is drawn twice. */
import './ui/tokens.css'
import './ui/base.css'
import { render } from 'preact'
import { App } from './App'
import { applySettings, readSettings } from './features/settings/settings'
import { loadWords } from './i18n/languages'

const settings = readSettings()
applySettings(settings)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applySettings(readSettings()))

const place = document.getElementById('app')
// Not awaited at the top: a language's words take their dates from this very script, and would wait for its end.
void loadWords(settings.language).then((spoken) => {
  document.documentElement.lang = spoken.language
  if (place) {
    render(<App first={settings} spoken={spoken} />, place)
  }
})
