/** One qualification beside its paper, large enough to read; decided by keyboard, then the next one comes. */
import './qualifications.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask, sending } from '../../api/client'
import { dayInJapan } from '../../i18n/dates'
import { type Outcome, Told, useActing } from '../acting'
import { useOffice } from '../context'
import { Line } from '../Fields'
import { useOwn } from '../own'
import { goTo } from '../places'
import { Paper } from './Paper'
import { type Waiting, isOver, pageOf } from './QualificationsPage'
import { en, ja } from './words'

interface Props {
  id: string
  waiting: readonly Waiting[]
  /** What was said of the one before. */
  said: Outcome
  say: (outcome: Outcome) => void
}

export function One({ id, waiting, said, say }: Props) {
  const w = useOwn({ ja, en })
  const at = waiting.findIndex((one) => one.id === id)
  const one = waiting[at]
  const [before, after] = [waiting[at - 1], waiting[at + 1]]
  useKeys({ ArrowLeft: before, ArrowRight: after, Escape: undefined })
  return (
    <main class="board checking">
      <div class="ot">
        <div>
          <p>
            <a href={pageOf(undefined)}>{w.back}</a>
          </p>
          <h1>{one?.workerName ?? w.title}</h1>
        </div>
        <span class="num">{one?.worker}</span>
        <span class="grow" />
        {one !== undefined && (
          <nav class="row" aria-label={w.place(at + 1, waiting.length)}>
            {before !== undefined && <a href={pageOf(before)}>{w.previous}</a>}
            <span class="num">{w.place(at + 1, waiting.length)}</span>
            {after !== undefined && <a href={pageOf(after)}>{w.next}</a>}
          </nav>
        )}
      </div>
      <Told outcome={said} />
      {one === undefined ? (
        <p class="nothing">{w.gone}</p>
      ) : (
        <div class="beside">
          <Deciding one={one} next={after ?? before} say={say} />
          <Paper proof={one.proof} name={one.name} />
        </div>
      )}
    </main>
  )
}

/** Keys that lead elsewhere, but not while something is typed. */
function useKeys(to: Record<string, Waiting | undefined>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement
      const known = event.key in to && !event.altKey && !event.metaKey && !event.ctrlKey
      if (known && !typing && (event.key === 'Escape' || to[event.key] !== undefined)) {
        event.preventDefault()
        goTo(pageOf(to[event.key]))
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function Deciding({ one, next, say }: { one: Waiting; next: Waiting | undefined; say: (outcome: Outcome) => void }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [why, setWhy] = useState('')
  const { busy, outcome, act } = useActing()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  const decide = async (confirmed: boolean) => {
    const body = { worker: one.worker, id: one.id, confirmed, why: confirmed ? '' : why }
    if (await act(() => ask('/v1/qualifications/decisions', { language, ...sending('POST', body) }), '')) {
      say({ done: confirmed ? w.confirmed(one.workerName) : w.refused(one.workerName) })
      goTo(pageOf(next))
    }
  }
  const facts: [string, string][] = [
    [w.issuer, one.issuer],
    [w.issued, t.dayIs(one.issuedOn)],
    [w.expires, one.expiresOn === null ? w.endless : t.dayIs(one.expiresOn)],
    [w.entered, t.dayIs(dayInJapan(one.enteredAt))],
  ]
  return (
    <section class="facts-and" aria-label={one.name}>
      <h2>{one.name}</h2>
      {one.key === null && <p class="quiet-word">{w.named}</p>}
      {isOver(one.expiresOn) && <p class="stands ended">{w.over}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
      <button ref={first} type="button" class="btn main small" disabled={busy} onClick={() => void decide(true)}>
        {w.confirm}
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void decide(false)
        }}
      >
        <Line id="refuse-why" label={w.why} value={why} set={setWhy} />
        <button type="submit" class="btn small" disabled={busy || why.trim() === ''}>
          {w.refuse}
        </button>
      </form>
      <Told outcome={outcome} />
      <p class="quiet-word keys">{w.keys}</p>
    </section>
  )
}
