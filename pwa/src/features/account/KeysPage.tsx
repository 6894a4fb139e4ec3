/** Passkeys, and where one is signed in: what opens my passport, and what is open now. */
import './account.css'
import '../../ui/Things.css'
import '../../ui/Button.css'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { type Keys, getKeys, signOutElsewhere, signOutThere, stopPasskey } from '../../api/account'
import type { Passkey, Session } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Said, plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { ActTrouble } from './ActTrouble'
import { AddSheet } from './AddSheet'
import { useAct } from './useAct'
import { words } from './words'

export { words }

const HEIGHTS = [240, 200]

export function Page({ view, now }: PageProps) {
  const w = words.use()
  const { passport, live } = view
  const shown = usePage<Keys>('keys', getKeys, useLanguage(), live ? passport : null)
  return (
    <Frame
      title={say(w.keys.title)}
      up={addresses.settings}
      at={addresses.settings}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
    >
      {({ passkeys, sessions }) => (
        <>
          <Passkeys passkeys={passkeys} now={now} />
          <Places sessions={sessions} now={now} />
        </>
      )}
    </Frame>
  )
}

function Passkeys({ passkeys, now }: { passkeys: Passkey[]; now: number }) {
  const w = words.use()
  const [stopping, setStopping] = useState<Passkey | null>(null)
  const [adding, setAdding] = useState(false)
  const [said, setSaid] = useState('')
  const stopped = (done: boolean) => {
    setStopping(null)
    setSaid(done ? w.keys.stopped : '')
  }
  const added = (done: boolean) => {
    setAdding(false)
    setSaid(done ? w.keys.added : '')
  }
  return (
    <>
      <section class="panel">
        <h2>{say(w.keys.passkeys)}</h2>
        <p class="cap">{say(w.keys.what)}</p>
        <ul class="things">
          {passkeys.map((one) => (
            <PasskeyRow key={one.id} passkey={one} last={passkeys.length === 1} stop={() => setStopping(one)} />
          ))}
        </ul>
        <p class="done" role="status">
          {say(said)}
        </p>
        {passkeys.length === 1 && <p class="cap">{say(w.keys.last)}</p>}
        <button type="button" class="btn wide" onClick={() => setAdding(true)}>
          <Icon name="add" />
          <span>{say(w.keys.add)}</span>
        </button>
      </section>
      {stopping !== null && <StopSheet passkey={stopping} now={now} close={stopped} />}
      {adding && <AddSheet now={now} close={added} />}
    </>
  )
}

function PasskeyRow({
  passkey: { name, createdAt, usedAt, synced, this: here },
  last,
  stop,
}: {
  passkey: Passkey
  last: boolean
  stop: () => void
}) {
  const t = useWords()
  const w = words.use()
  return (
    <li>
      <Icon name="key" size={28} />
      <div>
        <b>
          <Said text={name} />
        </b>{' '}
        {here && <span class="mark-here">{say(w.keys.inUse)}</span>}
        <span class="cap num">{say(w.keys.addedOn(t.date(dayInJapan(createdAt))))}</span>
        <span class="cap num">{say(w.keys.usedOn(t.date(dayInJapan(usedAt))))}</span>
        {synced && <span class="cap">{say(w.keys.synced)}</span>}
      </div>
      {!last && (
        <button type="button" class="btn" aria-label={`${plain(w.keys.stop)} ${name}`} onClick={stop}>
          {say(w.keys.stop)}
        </button>
      )}
    </li>
  )
}

function StopSheet({ passkey, now, close }: { passkey: Passkey; now: number; close: (done: boolean) => void }) {
  const w = words.use()
  const act = useAct()
  return (
    <Sheet title={say(w.keys.stopTitle)} close={() => close(false)} closeName={plain(w.close)}>
      <div class="ask">
        <p class="lead">
          <Said text={passkey.name} />
        </p>
        <p>{say(w.keys.stopNote)}</p>
        {passkey.this && <p class="because">{say(w.keys.stopThis)}</p>}
        <ActTrouble act={act} now={now} />
        <button
          type="button"
          class="btn main"
          disabled={act.state === 'busy'}
          onClick={() => void act.run((language) => stopPasskey(passkey.id, language)).then((done) => done && close(true))}
        >
          {say(act.state === 'busy' ? w.busy : w.keys.stopIt)}
        </button>
        <p class="cap">{say(w.mayAsk)}</p>
        <button type="button" class="btn wide" onClick={() => close(false)}>
          {say(w.keep)}
        </button>
      </div>
    </Sheet>
  )
}

function Places({ sessions, now }: { sessions: Session[]; now: number }) {
  const w = words.use()
  const act = useAct()
  const others = sessions.filter((one) => !one.this)
  return (
    <section class="panel">
      <h2>{say(w.places.title)}</h2>
      <ul class="things">
        {sessions.map((one) => (
          <Place
            key={one.id}
            session={one}
            busy={act.state === 'busy'}
            out={() => void act.run((language) => signOutThere(one.id, language))}
          />
        ))}
      </ul>
      <p class="done" role="status">
        {act.state === 'done' && say(w.places.out)}
      </p>
      {others.length === 0 && <p class="cap">{say(w.places.onlyHere)}</p>}
      <ActTrouble act={act} now={now} />
      {others.length > 0 && (
        <button type="button" class="btn wide" disabled={act.state === 'busy'} onClick={() => void act.run(signOutElsewhere)}>
          <Icon name="leave" />
          <span>{say(w.places.allOut)}</span>
        </button>
      )}
    </section>
  )
}

function Place({ session: { device, signedInAt, this: here }, busy, out }: { session: Session; busy: boolean; out: () => void }) {
  const t = useWords()
  const w = words.use()
  const since = `${t.date(dayInJapan(signedInAt))} ${timeInJapan(signedInAt)}`
  const name = device ?? w.places.unknown
  return (
    <li>
      <Icon name="phone" size={28} />
      <div>
        <b>{say(name)}</b> {here && <span class="mark-here">{say(w.places.here)}</span>}
        <span class="cap num">{say(w.places.since(since))}</span>
      </div>
      {!here && (
        <button
          type="button"
          class="btn"
          disabled={busy}
          aria-label={`${plain(w.places.signOut)} ${plain(name)} ${plain(since)}`}
          onClick={out}
        >
          {say(w.places.signOut)}
        </button>
      )}
    </li>
  )
}
