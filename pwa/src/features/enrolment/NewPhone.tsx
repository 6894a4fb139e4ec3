/** A new phone takes the place of a lost one: three numbers, a day's wait, a key. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { askRecovery } from '../../api/door'
import type { Instant } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { put, remove, take } from '../../offline/store'
import { go as goTo, goBack } from '../../routes'
import type { IconName } from '../../ui/Icon'
import { Node } from '../../ui/marks'
import type { Hindrance } from '../door/hindrance'
import type { PageProps } from '../pages'
import { KeyStep } from './KeyStep'
import { Thought } from './Thought'
import { forgetNumber } from './TypedForm'
import { TypedStep } from './TypedStep'
import { WaysList } from './WaysSheet'
import { admission } from './admission'
import { isAboutSecret, problemOf } from './secrets'
import { useSteps } from './useSteps'
import { words } from './words'

export { words }

const OF = 3
const WAITS: readonly IconName[] = ['key', 'paper', 'phone']
/** From when on the new phone may come in, so that who looks again is told at once. */
const OPENS = 'opens-at'

export function Page({ choose, entered, now }: PageProps) {
  const w = words.use()
  const way = useMemo(() => admission(askRecovery), [])
  const [step, go] = useSteps()
  const [isIn, setIn] = useState(false)
  const [met, setMet] = useState<Hindrance | null>(null)
  const [opensAt, wait] = useWait()
  const [typing, setTyping] = useState(false)

  const turnAside = (hindrance: Hindrance) => {
    const until = problemOf(hindrance)?.opensAt
    if (until) {
      wait(until)
      setTyping(false)
    }
    return Boolean(until)
  }
  if (isIn) {
    return <Done choose={choose} entered={entered} />
  }
  if (opensAt !== null && Date.parse(opensAt) > now && !typing) {
    return <Waiting opensAt={opensAt} choose={choose} type={() => setTyping(true)} />
  }
  if (step === 1 && way.isOpen()) {
    return (
      <KeyStep
        at={2}
        of={OF}
        back={() => history.back()}
        choose={choose}
        come={way.come}
        done={() => {
          forgetNumber()
          wait(null)
          setIn(true)
        }}
        turnBack={(hindrance) => {
          const mine = isAboutSecret(hindrance)
          if (mine && !turnAside(hindrance)) {
            setMet(hindrance)
          }
          if (mine) {
            history.back()
          }
          return mine
        }}
      />
    )
  }
  return (
    <TypedStep
      title={w.newPhone.title}
      at={1}
      of={OF}
      lead={<p class="lead-in">{say(opensAt !== null && Date.parse(opensAt) <= now ? w.newPhone.over : w.newPhone.before)}</p>}
      before={met}
      show={way.show}
      done={() => {
        setMet(null)
        go(1)
      }}
      turnAside={turnAside}
      choose={choose}
      entered={entered}
    />
  )
}

function Waiting({ opensAt, choose, type }: { opensAt: Instant; type: () => void } & Pick<PageProps, 'choose'>) {
  const t = useWords()
  const w = words.use()
  const foot = (
    <>
      <button type="button" class="btn main" onClick={() => goTo(addresses.door)}>
        {say(w.newPhone.understood)}
      </button>
      <button type="button" class="btn quiet" onClick={type}>
        <span>{say(w.newPhone.type)}</span>
      </button>
    </>
  )
  const when = `${t.dateWithWeekday(dayInJapan(opensAt))} ${timeInJapan(opensAt)}`
  return (
    <Thought title={w.newPhone.waitTitle(when)} at={1} of={OF} back={() => goBack(addresses.door)} choose={choose} foot={foot}>
      <div class="waiting" role="status">
        <Node step="waiting" size={84} />
      </div>
      <section class="panel">
        <WaysList ways={w.newPhone.waits} icons={WAITS} />
      </section>
      <p>{say(w.newPhone.old)}</p>
    </Thought>
  )
}

function Done({ choose, entered }: Pick<PageProps, 'choose' | 'entered'>) {
  const w = words.use()
  const foot = (
    <button type="button" class="btn main" onClick={entered}>
      {say(w.newPhone.open)}
    </button>
  )
  return (
    <Thought title={w.newPhone.done} at={3} of={OF} choose={choose} foot={foot}>
      <div class="waiting">
        <Node step="done" size={84} />
      </div>
      <p class="lead-in">{say(w.newPhone.doneNote)}</p>
    </Thought>
  )
}

function useWait(): [Instant | null, (opensAt: Instant | null) => void] {
  const [opensAt, setOpensAt] = useState<Instant | null>(null)
  useEffect(() => {
    take<Instant>('drafts', OPENS).then((kept) => kept !== undefined && setOpensAt(kept), ignore)
  }, [])
  const wait = (until: Instant | null) => {
    setOpensAt(until)
    const kept = until === null ? remove('drafts', OPENS) : put('drafts', OPENS, until)
    kept.catch(ignore)
  }
  return [opensAt, wait]
}

function ignore(): void {
  // A phone that keeps nothing is told again when it asks.
}
