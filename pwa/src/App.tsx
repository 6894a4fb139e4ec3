/** Puts the parts together: who is looking, in which language, at which address. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addresses } from './addresses'
import { finishLeaving, forgetLeaving, hasLeft, leave } from './features/door/leaving'
import { outside, pageAt } from './features/pages'
import { type View, barOf, watchPassport } from './features/passport/watch'
import { type Settings, applySettings, writeSettings } from './features/settings/settings'
import type { Words } from './i18n/ja'
import { type Language, loadWords } from './i18n/languages'
import { Spoken, plain } from './i18n/words'
import { OFFICE, showCount } from './offline/device'
import { wipeSeen } from './offline/kept'
import { takeAll } from './offline/store'
import { go, placeAt, usePath } from './routes'
import { heedWorker, watchForUpdate } from './sw/update'
import { UpdateBar } from './ui/UpdateBar'

const START: View = { stage: 'opening', passport: null, trueAt: null, live: false, trouble: null, landed: false }
const MINUTE_MS = 60_000
/** What nobody waits for comes when the first screen has long been there. */
const LATER_MS = 4_000

interface Props {
  first: Settings
  spoken: { language: Language; words: Words }
}

export function App({ first, spoken: firstSpoken }: Props) {
  const path = usePath()
  const place = placeAt(path)
  const [settings, setSettings] = useState(first)
  const [spoken, setSpoken] = useState(firstSpoken)
  const [view, setView] = useState(START)
  const [visit, setVisit] = useState(0)
  const [update, setUpdate] = useState<(() => void) | null>(null)
  const seen = useRef(view.passport)
  const now = useMinute()
  seen.current = view.passport

  const before = outside.has(place.page)
  const unsent = useUnsent(view.passport?.worker.number ?? null, path)
  const worker = view.live ? (view.passport?.worker.number ?? null) : null
  const who = view.stage === 'office' ? OFFICE : worker
  const unread = view.passport?.unread ?? null
  // Before anything is drawn, so that what is known already is drawn at once.
  useLayoutEffect(() => {
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
    if (worker === null) {
      return undefined
    }
    let over = false
    // What was claimed or read without a network goes out as soon as the server is there.
    import('./features/claims/outbox').then(({ sendAll }) => (over ? undefined : sendAll(worker, settings.language))).catch(ignore)
    import('./features/inbox/reading').then(({ sendRead }) => (over ? undefined : sendRead(worker))).catch(ignore)
    // Whoever never opens the pass where there is a network has one where there is none.
    import('./features/pass/keeping').then(({ renewDaily }) => (over ? undefined : renewDaily(settings.language))).catch(ignore)
    return () => {
      over = true
    }
  }, [worker, settings.language])

  useEffect(() => {
    // Where notices may come, see that they do.
    if (who === null || !('Notification' in globalThis) || Notification.permission !== 'granted') {
      return undefined
    }
    const timer = setTimeout(() => {
      import('./features/notices/keeping').then(({ keepUp }) => keepUp(who, settings.language)).catch(ignore)
    }, LATER_MS)
    return () => clearTimeout(timer)
  }, [who, settings.language])

  useEffect(() => {
    if (unread !== null) {
      void showCount(unread)
    }
  }, [unread])

  useEffect(() => {
    heedWorker((to) => go(to, { replace: to === location.pathname }))
  }, [])

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
        const { language } = part
        void loadWords(language).then(setSpoken)
        if (who !== null) {
          import('./features/notices/keeping').then(({ tellLanguage }) => tellLanguage(language)).catch(ignore)
        }
      }
    },
    [settings, who],
  )

  const restart = useCallback((to: string = addresses.home) => {
    setView(START)
    seen.current = null
    setVisit((n) => n + 1)
    go(to, { replace: true })
  }, [])

  const goOut = useCallback(async () => {
    await leave()
    restart()
  }, [restart])

  const comeIn = useCallback(
    async (to?: string) => {
      forgetLeaving()
      // Whoever comes in is shown nothing of who was here before.
      await wipeSeen()
      restart(to)
    },
    [restart],
  )

  const Page = pageAt(place, view)
  return (
    <Spoken.Provider value={spoken}>
      <div class="phone">
        <Page
          place={place}
          view={view}
          now={now}
          settings={settings}
          choose={choose}
          entered={(to) => void comeIn(to)}
          leave={view.passport === null && barOf(view) === null ? null : goOut}
          unsent={unsent}
        />
      </div>
      {update !== null && <UpdateBar takeOver={update} />}
    </Spoken.Provider>
  )
}

/** Counts the claims that wait on this phone; looked at anew on every page. */
function useUnsent(worker: string | null, path: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let over = false
    takeAll<{ worker: string }>('outbox').then((all) => over || setCount(all.filter((one) => one.worker === worker).length), ignore)
    return () => {
      over = true
    }
  }, [worker, path])
  return count
}

function ignore(): void {
  // It could not be loaded, or the server would not; it is done another time.
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
