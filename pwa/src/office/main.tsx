/** The office's start. */
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/Button.css'
import './office.css'
import { render } from 'preact'
import { applySettings, readSettings } from '../features/settings/settings'
import { App } from './App'

const settings = readSettings()
applySettings(settings)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applySettings(readSettings()))
const place = document.getElementById('app')
if (place) {
  render(<App first={settings} />, place)
}
void navigator.serviceWorker?.register('/sw.js').catch(() => {
  // Without it the office opens only with a network.
})
