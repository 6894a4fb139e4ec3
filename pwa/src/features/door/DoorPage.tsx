/** The door: in with this phone's key, in for the first time, or in with a new phone; sample people below, where there are any. */
import './DoorPage.css'
import '../../ui/Button.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { loginAs } from '../../api/client'
import { say, useLanguage, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import type { PageProps } from '../pages'
import { Hindered } from './Hindered'
import { LanguageButton } from './LanguageButton'
import { SamplePeople } from './SamplePeople'
import { Stairs } from './Stairs'
import { Working } from './Working'
import { type Hindrance, hindranceOf } from './hindrance'
import { canHoldKeys, signInWithKey } from './passkey'
import { usePeople } from './usePeople'

export function DoorPage({ choose, entered }: Pick<PageProps, 'choose' | 'entered'>) {
  const t = useWords()
  const language = useLanguage()
  const [people, trouble] = usePeople(language)
  const [stumble, setStumble] = useState<Hindrance | null>(null)
  const [busy, setBusy] = useState(false)
  const away = useRef(new AbortController())

  const go = async (enter: () => Promise<void>) => {
    if (busy) {
      return
    }
    setBusy(true)
    setStumble(null)
    try {
      await enter()
      entered()
    } catch (cause) {
      setStumble(hindranceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  const withKey = () => void go(() => signInWithKey(language, away.current.signal))
  const as = (person: string) => void go(() => loginAs(person))

  useEffect(() => {
    // A link such as /door?person=…, printed by `make run`, enters at once.
    const person = new URLSearchParams(location.search).get('person')
    if (location.pathname === addresses.door && person !== null) {
      as(person)
    }
    return () => away.current.abort()
  }, [])

  const hindrance = stumble ?? trouble
  return (
    <>
      <header class="bar">
        <p class="brand">{say(t.app)}</p>
        <span class="grow" />
        <LanguageButton choose={choose} />
      </header>
      <main class="door">
        <Stairs />
        <h1>{say(t.door.title)}</h1>
        <p class="means">{say(t.door.levels)}</p>
        {hindrance !== null && <Hindered hindrance={hindrance} />}
        {hindrance !== null && mayLackKey(hindrance) && <p class="nokey">{say(t.door.noKey)}</p>}
        {canHoldKeys() ? (
          <div class="withkey">
            <button type="button" class="btn main" aria-describedby="withkey" aria-busy={busy} onClick={withKey}>
              <Icon name="face" size={28} />
              <span>{say(t.door.signIn)}</span>
            </button>
            <p class="cap" id="withkey">
              {say(t.door.signInHow)}
            </p>
            <Working busy={busy} />
          </div>
        ) : (
          <Hindered hindrance={{ stumble: 'none' }} />
        )}
        <ul class="ways-in">
          <Way to={addresses.firstLogin} icon="card" {...t.door.first} />
          <Way to={addresses.newPhone} icon="phone" {...t.door.newPhone} />
          <Way to={addresses.apply} icon="paper" {...t.door.apply} />
        </ul>
        {people.length > 0 && <SamplePeople people={people} enter={as} />}
        <p class="doorfoot">
          <Link href={addresses.settings} class="quiet">
            <span>{say(t.door.look)}</span>
          </Link>
        </p>
      </main>
    </>
  )
}

function Way({ to, icon, what, how }: { to: string; icon: IconName; what: string; how: string }) {
  return (
    <li>
      <Link href={to}>
        <Icon name={icon} size={28} />
        <span>
          <b>{say(what)}</b>
          <small>{say(how)}</small>
        </span>
        <Icon name="next" size={20} />
      </Link>
    </li>
  )
}

/** A phone without any key of ours is told from a person who pressed "cancel" by nobody. */
function mayLackKey(hindrance: Hindrance): boolean {
  if (typeof hindrance === 'string') {
    return false
  }
  return 'stumble' in hindrance ? ['cancelled', 'late'].includes(hindrance.stumble) : hindrance.code === 'passkey_unknown'
}
