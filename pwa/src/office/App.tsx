/** The office's frame: a dark bar with the place's tasks, who I am and as what, and the page below. */
import { useEffect, useState } from 'preact/hooks'
import { getMe } from '../api/door'
import type { HeldRole, Me } from '../api/schema'
import { type Settings, applySettings, writeSettings } from '../features/settings/settings'
import { usePage } from '../features/history/usePage'
import { Approvals } from './Approvals'
import type { Trouble } from '../features/passport/watch'
import { Board } from './Board'
import { Office, useOffice } from './context'
import { approvalsOf, boardOf, HOME, type Place, usePlace, workersOf } from './places'
import { Sites } from './Sites'
import { State } from './State'
import { wordsOf } from './words'
import { Workers } from './Workers'

const ROLE_OF_COMPANY = new Set(['responsible_person', 'layer_manager', 'proxy_clerk'])
const APPROVING = new Set(['site_manager', 'responsible_person', 'layer_manager'])

export function App({ first }: { first: Settings }) {
  const [settings, setSettings] = useState(first)
  const place = usePlace()
  const t = wordsOf(settings.language)
  const language = settings.language === 'en' ? 'en' : 'ja'
  const { answer: me, trouble } = usePage<Me>('me', getMe, language, null)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${t.app} ${t.office}`
  }, [language, t])

  const speak = () => {
    const next: Settings = { ...settings, language: language === 'en' ? 'ja' : 'en' }
    setSettings(next)
    writeSettings(next)
    applySettings(next)
  }

  return (
    <Office.Provider value={{ t, language }}>
      <header class="oh">
        <a class="brand" href={HOME}>
          {t.app}
        </a>
        <Tasks place={place} roles={me?.roles ?? []} />
        <span class="grow" />
        <button type="button" class="lang" onClick={speak} lang={language === 'en' ? 'ja' : 'en'}>
          {language === 'en' ? '日本語' : 'English'}
        </button>
      </header>
      <Whole me={me} trouble={trouble} place={place} />
    </Office.Provider>
  )
}

function Whole({ me, trouble, place }: { me: Me | null; trouble: Trouble | null; place: Place }) {
  if (typeof trouble === 'object' && trouble?.status === 401) {
    return <SignedOut />
  }
  return me === null && place.page === 'home' ? <State trouble={trouble} /> : <Page place={place} roles={me?.roles ?? null} />
}

function Page({ place, roles }: { place: Place; roles: readonly HeldRole[] | null }) {
  switch (place.page) {
    case 'board':
      return <Board key={place.site} site={place.site} />
    case 'approvals':
      return <Approvals key={place.site} site={place.site} />
    case 'workers':
      return <Workers key={place.company} company={place.company} />
    default:
      return <Places roles={roles} />
  }
}

function Tasks({ place, roles }: { place: Place; roles: readonly HeldRole[] }) {
  const { t } = useOffice()
  if (place.page === 'home') {
    return null
  }
  const number = 'site' in place ? place.site : place.company
  const decides = roles.some((held) => APPROVING.has(held.role))
  const links =
    'site' in place
      ? [
          { page: 'board', to: boardOf(number), word: t.board },
          ...(decides ? [{ page: 'approvals', to: approvalsOf(number), word: t.approvals }] : []),
        ]
      : [{ page: 'workers', to: workersOf(number), word: t.workers }]
  return (
    <nav aria-label={t.menu}>
      {links.map(({ page, to, word }) => (
        <a key={page} href={to} aria-current={page === place.page ? 'page' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  )
}

function Places({ roles }: { roles: readonly HeldRole[] | null }) {
  const { t } = useOffice()
  const held = (roles ?? []).filter(({ number }) => number !== null)
  return (
    <main class="places">
      <h1>{t.places}</h1>
      <p>{roles === null ? t.loading : held.length === 0 ? t.noRole : t.placesWhat}</p>
      <ul>
        {held.map((one) => (
          <li key={`${one.role} ${one.number}`}>
            <b>{one.organisation}</b>
            <span class="num">{one.number}</span>
            {one.lastOn !== null && <span>{t.until(one.lastOn)}</span>}
            <span class="grow" />
            {one.organisationKind === 'site' && <a href={boardOf(one.number ?? '')}>{t.board}</a>}
            {one.organisationKind === 'site' && APPROVING.has(one.role) && <a href={approvalsOf(one.number ?? '')}>{t.approvals}</a>}
            {ROLE_OF_COMPANY.has(one.role) && <a href={workersOf(one.number ?? '')}>{t.workers}</a>}
            {ROLE_OF_COMPANY.has(one.role) && <Sites company={one.number ?? ''} />}
          </li>
        ))}
      </ul>
      <a href="/">{t.toPassport}</a>
    </main>
  )
}

function SignedOut() {
  const { t } = useOffice()
  return (
    <main class="places">
      <h1>{t.office}</h1>
      <p>{t.signedOut}</p>
      <a class="btn" href="/door">
        {t.signIn}
      </a>
    </main>
  )
}
