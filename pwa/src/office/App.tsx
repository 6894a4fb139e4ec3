/** The office's frame: a dark bar with the place's tasks, who I am and as what, and the page below. */
import { useEffect, useState } from 'preact/hooks'
import { logout } from '../api/client'
import { getMe } from '../api/door'
import type { HeldRole, Me } from '../api/schema'
import { type Settings, applySettings, writeSettings } from '../features/settings/settings'
import { wipeSeen } from '../offline/kept'
import { empty } from '../offline/store'
import { Office, useOffice } from './context'
import { type OfficePage, PAGES } from './pages'
import { HOME, type Of, type Place, goTo, pathOf, usePlace } from './places'
import { Sites } from './Sites'
import { State } from './State'
import { useSeen } from './useSeen'
import { wordsOf } from './words'

const NOBODY: readonly HeldRole[] = []

export function App({ first }: { first: Settings }) {
  const [settings, setSettings] = useState(first)
  const place = usePlace()
  const t = wordsOf(settings.language)
  const language = settings.language === 'en' ? 'en' : 'ja'
  const { answer: me, trouble } = useSeen<Me>('me', getMe, language)
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
  const out = typeof trouble === 'object' && trouble?.status === 401

  return (
    <Office.Provider value={{ t, language, roles: me?.roles ?? NOBODY }}>
      <header class="oh">
        <a class="brand" href={HOME}>
          {t.app}
        </a>
        <Tasks place={place} roles={me?.roles ?? []} />
        <span class="grow" />
        {me !== null && <Who place={place} roles={me.roles} />}
        <button type="button" class="lang" onClick={speak} lang={language === 'en' ? 'ja' : 'en'}>
          {language === 'en' ? '日本語' : 'English'}
        </button>
        {me !== null && (
          <button type="button" onClick={() => void leave()}>
            {t.signOut}
          </button>
        )}
      </header>
      {out ? (
        <SignedOut />
      ) : me === null && place.page === 'home' ? (
        <State trouble={trouble} />
      ) : (
        <Whole place={place} roles={me?.roles ?? null} />
      )}
    </Office.Provider>
  )
}

/** Signs out, and forgets what this device kept of the office. */
async function leave(): Promise<void> {
  await logout().catch(() => {
    // Without a network the session stays; what is kept here goes all the same.
  })
  await wipeSeen()
  await empty('pages', 'drafts')
  location.assign('/door')
}

function Whole({ place, roles }: { place: Place; roles: readonly HeldRole[] | null }) {
  if (!('of' in place)) {
    return <Places roles={roles} />
  }
  const found = PAGES.find(({ page, of }) => page === place.page && of === place.of)
  return found === undefined ? (
    <Places roles={roles} />
  ) : (
    <found.Page key={`${place.number} ${place.page}`} number={place.number} id={place.id} />
  )
}

/** The pages that somebody is offered at a place. Of a site, also whoever has a role at its company. */
function offered(of: Of, number: string, roles: readonly HeldRole[]): OfficePage[] {
  const here = roles.filter(
    (held) => held.number === number || (of === 'site' && held.organisationKind === 'company') || held.organisationKind === 'register',
  )
  const held = new Set(here.map(({ role }) => role))
  return PAGES.filter((page) => page.of === of && page.roles.some((role) => held.has(role)))
}

function Tasks({ place, roles }: { place: Place; roles: readonly HeldRole[] }) {
  const { t } = useOffice()
  if (!('of' in place)) {
    return null
  }
  return (
    <nav aria-label={t.menu}>
      {offered(place.of, place.number, roles).map(({ page, of, word }) => (
        <a key={page} href={pathOf(of, place.number, page)} aria-current={page === place.page ? 'page' : undefined}>
          {t.pages[word]}
        </a>
      ))}
    </nav>
  )
}

/** As what one is here, and the way to another place where there are several. */
function Who({ place, roles }: { place: Place; roles: readonly HeldRole[] }) {
  const { t } = useOffice()
  const here =
    'of' in place ? roles.find((held) => (place.of === 'register' ? held.number === null : held.number === place.number)) : undefined
  const [only] = roles
  const held = here ?? (roles.length === 1 ? only : undefined)
  return (
    <span class="who">
      {held === undefined ? '' : `${held.organisation ?? t.register}　${t.roles[held.role]}`}
      {roles.length > 1 && (
        <button type="button" onClick={() => goTo(HOME)}>
          {t.otherPlace}
        </button>
      )}
    </span>
  )
}

function Places({ roles }: { roles: readonly HeldRole[] | null }) {
  const { t, language } = useOffice()
  const held = byPlace(roles ?? [])
  return (
    <main class="places">
      <h1>{t.places}</h1>
      <p>{roles === null ? t.loading : held.length === 0 ? t.noRole : t.placesWhat}</p>
      <ul>
        {held.map(([key, [one, ...others]]) => (
          <li key={key}>
            <b>{one.organisation ?? t.register}</b>
            <span class="num">{one.number}</span>
            <span>{[one, ...others].map(({ role }) => t.roles[role]).join(language === 'ja' ? '・' : ', ')}</span>
            {one.lastOn !== null && <span>{t.until(one.lastOn)}</span>}
            <span class="grow" />
            {offered(one.organisationKind, one.number ?? '', [one, ...others]).map(({ page, of, word }) => (
              <a key={page} href={pathOf(of, one.number ?? '', page)}>
                {t.pages[word]}
              </a>
            ))}
            {one.organisationKind === 'company' && <Sites company={one.number ?? ''} />}
          </li>
        ))}
      </ul>
      <p class="row">
        <a href="/applications">{t.myApplications}</a>
        <a href="/">{t.toPassport}</a>
      </p>
    </main>
  )
}

/** Roles put together by the place where they are held. */
function byPlace(roles: readonly HeldRole[]): [string, [HeldRole, ...HeldRole[]]][] {
  const places = new Map<string, [HeldRole, ...HeldRole[]]>()
  for (const held of roles) {
    if (held.role !== 'worker' && held.role !== 'foreman') {
      const key = `${held.organisationKind} ${held.number}`
      places.set(key, [...(places.get(key) ?? []), held] as [HeldRole, ...HeldRole[]])
    }
  }
  return [...places]
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
