/** The door of the sample: choose who you are. Real logins will stand here too. */
import './DoorPage.css'
import { useEffect, useState } from 'preact/hooks'
import { Refused, getPeople, loginAs } from '../../api/client'
import type { Person } from '../../api/schema'
import { addresses } from '../../addresses'
import { say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { LevelShape } from '../../ui/LevelShape'
import { Shapes } from '../../ui/Shapes'
import { TabBar } from '../../ui/TabBar'
import { NothingKept } from '../passport/NothingKept'
import type { Trouble } from '../passport/watch'

type State = { people: Person[] } | { trouble: Trouble } | 'closed' | 'opening'

function troubleOf(cause: unknown): State {
  if (cause instanceof Refused) {
    return [403, 404].includes(cause.problem.status) ? 'closed' : { trouble: cause.problem }
  }
  return { trouble: navigator.onLine ? 'unreachable' : 'offline' }
}

export function DoorPage({ entered }: { entered: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const [state, setState] = useState<State>('opening')

  const enter = async (person: string) => {
    try {
      await loginAs(person)
      entered()
    } catch (cause) {
      setState(troubleOf(cause))
    }
  }

  useEffect(() => {
    let over = false
    const open = async () => {
      try {
        const people = await getPeople(language)
        if (!over) {
          setState({ people })
        }
      } catch (cause) {
        if (!over) {
          setState(troubleOf(cause))
        }
      }
    }
    void open()
    addEventListener('again', open)
    addEventListener('online', open)
    return () => {
      over = true
      removeEventListener('again', open)
      removeEventListener('online', open)
    }
  }, [language])

  useEffect(() => {
    // A link such as /door?person=…, printed by `make run`, enters at once.
    const person = new URLSearchParams(location.search).get('person')
    if (location.pathname === addresses.door && person !== null) {
      void enter(person)
    }
  }, [])

  return (
    <>
      <header class="bar">
        <p class="brand">{say(t.app)}</p>
        <span class="sample">{t.sample}</span>
      </header>
      <main>
        <Inside state={state} enter={enter} />
      </main>
      <TabBar at={addresses.home} />
    </>
  )
}

function Inside({ state, enter }: { state: State; enter: (person: string) => Promise<void> }) {
  const t = useWords()
  if (state === 'closed') {
    return (
      <section class="panel">
        <h1 class="asking">{say(t.door.closed)}</h1>
        <p>{say(t.door.closedWhy)}</p>
      </section>
    )
  }
  const trouble = typeof state === 'object' && 'trouble' in state ? state.trouble : null
  return (
    <>
      <h1 class={trouble === null ? 'asking' : 'vh'}>{say(t.door.title)}</h1>
      {trouble !== null && <NothingKept trouble={trouble} />}
      {state === 'opening' && <Shapes heights={[84, 84, 84]} />}
      {typeof state === 'object' && 'people' in state && (
        <>
          <p>{say(t.door.lead)}</p>
          <ul class="people">
            {state.people.map((person) => (
              <li key={person.id}>
                <button type="button" onClick={() => void enter(person.id)}>
                  <LevelShape level={person.level} size={44} />
                  <span>
                    <b lang="ja">{say(person.name)}</b>
                    <small>
                      {say(person.trade)} · {say(t.level.name(person.level))}
                    </small>
                    <small>{say(person.story)}</small>
                  </span>
                  <Icon name="next" size={20} />
                </button>
              </li>
            ))}
          </ul>
          <p class="cap">{say(t.door.made)}</p>
        </>
      )}
    </>
  )
}
