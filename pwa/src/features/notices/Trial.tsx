/** A notice on request, and what became of it: it came, it is on its way, or it could not be brought. */
import { useEffect, useState } from 'preact/hooks'
import { askNotices, sendTrial } from '../../api/notices'
import type { Notices } from '../../api/schema'
import { say, useLanguage } from '../../i18n/words'
import { ARRIVED } from '../../sw/update'
import { Stopping } from './Stopping'
import { useDoing } from './useDoing'
import { words } from './words'

/** So long it may be on its way before the server is asked where it is. */
const A_WHILE_MS = 12_000

type Outcome = 'sent' | 'arrived' | 'silent' | 'waiting' | 'failed'

export function Trial() {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const send = async () => {
    setOutcome(null)
    if ((await doing.run(() => sendTrial(language))) === null) {
      // It may be here before the server has said that it was sent.
      setOutcome((known) => known ?? 'sent')
    }
  }
  useEffect(() => {
    if (!doing.busy && outcome !== 'sent') {
      return undefined
    }
    const arrived = () => setOutcome('arrived')
    addEventListener(ARRIVED, arrived)
    const timer = setTimeout(() => {
      askNotices(language).then(
        (said) => setOutcome((known) => (known === 'sent' ? became(said) : known)),
        () => setOutcome((known) => (known === 'sent' ? 'waiting' : known)),
      )
    }, A_WHILE_MS)
    return () => {
      removeEventListener(ARRIVED, arrived)
      clearTimeout(timer)
    }
  }, [doing.busy, outcome])
  return (
    <>
      <button type="button" class="btn wide" disabled={doing.busy} onClick={() => void send()}>
        <span>{say(w.trial.send)}</span>
      </button>
      <p class={outcome === 'arrived' ? 'became arrived' : 'became'} role="status">
        {outcome !== null && say(w.trial.outcome[outcome])}
      </p>
      <Stopping doing={doing} />
    </>
  )
}

/** Reads what became of the newest trial; silent: it was taken over for the phone, which has not shown it. */
export function became({ notices }: Notices): Outcome {
  const newest = notices.find(({ kind }) => kind === 'trial')
  const states = newest?.deliveries.filter(({ channel }) => channel === 'push').map(({ state }) => state) ?? []
  if (states.includes('delivered')) {
    return 'silent'
  }
  return states.length > 0 && states.every((state) => state === 'gone' || state === 'failed') ? 'failed' : 'waiting'
}
