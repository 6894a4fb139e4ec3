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

const spoken = await loadWords(settings.language)
document.documentElement.lang = spoken.language
const place = document.getElementById('app')
if (place) {
  render(<App first={settings} spoken={spoken} />, place)
}
