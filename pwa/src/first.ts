/**
 * What stands in the page itself and runs before the app's script has come: the look, so that nothing flickers; the
 * chosen language's words, fetched beside the script; and the first question to the server.
 */
import { addresses, atDoor } from './addresses'
import { askEarly } from './api/early'
import { mayBeIn } from './api/session'
import { hasLeft } from './features/door/leaving'
import { dress, readSettings } from './features/settings/settings'

/** Filled in by the build: where the words of each language lie; Japanese is in the script. */
declare const WORDS_OF_THIS_BUILD: Readonly<Record<string, readonly string[]>>

try {
  const settings = readSettings()
  dress(settings)
  WORDS_OF_THIS_BUILD[settings.language]?.forEach(fetchBeside)
  askFirst(settings.language)
} catch {
  // Whatever the phone refuses here, the app's script does later.
}

function fetchBeside(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }))
}

/** Asks what the first screen will ask. */
function askFirst(language: string): void {
  const path = location.pathname
  if (!navigator.onLine) {
    return
  }
  if (!atDoor(path) && mayBeIn() && !hasLeft()) {
    askEarly('/v1/passport', language)
  } else if (path === addresses.home || path === addresses.door) {
    askEarly('/v1/sample/people', language)
  }
}
