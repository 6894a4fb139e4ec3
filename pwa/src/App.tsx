/** Puts the parts together: who is looking, in which language, at which address. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { addresses } from './addresses'
import { DoorPage } from './features/door/DoorPage'
import { finishLeaving, forgetLeaving, hasLeft, leave } from './features/door/leaving'
import { HomePage } from './features/passport/HomePage'
import { type View, watchPassport } from './features/passport/watch'
import { SettingsPage } from './features/settings/SettingsPage'
import { type Settings, applySettings, writeSettings } from './features/settings/settings'
import type { Words } from './i18n/ja'
import { type Language, loadWords } from './i18n/languages'
import { Spoken, plain } from './i18n/words'
import { go, useAddress } from './routes'
import { watchForUpdate } from './sw/update'
import { UpdateBar } from './ui/UpdateBar'

const START: View = { stage: 'opening', passport: null, trueAt: null, live: false, trouble: null, landed: false }
const MINUTE_MS = 60_000

interface Props {
  first: Settings
  spoken: { language: Language; words: Words }
}

export function App({ first, spoken: firstSpoken }: Props) {
  const address = useAddress()
  const [settings, setSettings] = useState(first)
  const [spoken, setSpoken] = useState(firstSpoken)
  const [view, setView] = useState(START)
  const [visit, setVisit] = useState(0)
  const [update, setUpdate] = useState<(() => void) | null>(null)
  const seen = useRef(view.passport)
  const now = useMinute()
  seen.current = view.passport

  const before = address === addresses.door
  useEffect(() => {
    if (before) {
      // Whoever stands before the door asks for nobody's passport.
      return undefined
    }
    if (!hasLeft()) {
      return watchPassport(settings.language, seen.current, setView)
    }
    setView({ ...START, stage: 'door' })
    void finishLeaving()
    addEventListener('online', finishLeaving)
    return () => removeEventListener('online', finishLeaving)
  }, [settings.language, visit, before])

  useEffect(() => {
    void watchForUpdate((takeOver) => setUpdate(() => takeOver))
  }, [])

  useEffect(() => {
    document.documentElement.lang = spoken.language
    document.title = plain(spoken.words.app)
  }, [spoken])

  const choose = useCallback(
    (part: Partial<Settings>) => {
      const next = { ...settings, ...part }
      setSettings(next)
      writeSettings(next)
      applySettings(next)
      if (part.language) {
        void loadWords(part.language).then(setSpoken)
      }
    },
    [settings],
  )

  const restart = useCallback(() => {
    setView(START)
    seen.current = null
    setVisit((n) => n + 1)
    go(addresses.home, { replace: true })
  }, [])

  const goOut = useCallback(async () => {
    await leave()
    restart()
  }, [restart])

  const comeIn = useCallback(() => {
    forgetLeaving()
    restart()
  }, [restart])

  const atDoor = view.stage === 'door' || before
  return (
    <Spoken.Provider value={spoken}>
      <div class="phone">{page()}</div>
      {update !== null && <UpdateBar takeOver={update} />}
    </Spoken.Provider>
  )

  function page() {
    if (address === addresses.settings) {
      return <SettingsPage settings={settings} choose={choose} leave={view.passport === null ? null : () => void goOut()} />
    }
    return atDoor ? <DoorPage entered={comeIn} /> : <HomePage view={view} now={now} />
  }
}

/** The phone's clock, looked at once a minute; it chooses words such as "today". */
function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
