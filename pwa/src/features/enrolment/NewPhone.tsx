/** A new phone takes the place of a lost one: three numbers, a day's wait, a key. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { askRecovery } from '../../api/door'
import type { Instant } from '../../api/schema'
import { say } from '../../i18n/words'
import { put, remove, take } from '../../offline/store'
import type { Hindrance } from '../door/hindrance'
import type { PageProps } from '../pages'
import { KeyStep } from './KeyStep'
import { Done, Waiting } from './NewPhoneScreens'
import { TypedStep } from './TypedStep'
import { admission } from './admission'
import { isAboutSecret, problemOf } from './secrets'
import { useSteps } from './useSteps'
import { forgetNumber, useTyped } from './useTyped'
import { words } from './words'

export { words }

const OF = 3
/** From when on the new phone may come in, so that who looks again is told at once. */
const OPENS = 'opens-at'
/** After the wait the code is good for a week. */
const LASTS_MS = 7 * 86_400_000

export function Page({ choose, entered, now }: PageProps) {
  const w = words.use()
  const way = useMemo(() => admission(askRecovery), [])
  const [step, go] = useSteps()
  const typing = useTyped()
  const [isIn, setIn] = useState(false)
  const [met, setMet] = useState<Hindrance | null>(null)
  const [opensAt, wait] = useWait()
  /** Whether there is still a wait: as the server has just said, or else by the phone's clock. */
  const [waits, setWaits] = useState<boolean | null>(null)

  const turnAside = (hindrance: Hindrance) => {
    const until = problemOf(hindrance)?.opensAt
    if (until) {
      wait(until)
      setWaits(true)
    }
    return Boolean(until)
  }
  if (isIn) {
    return <Done of={OF} choose={choose} entered={entered} />
  }
  if (opensAt !== null && (waits ?? Date.parse(opensAt) > now)) {
    return <Waiting of={OF} opensAt={opensAt} choose={choose} type={() => setWaits(false)} />
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
      {...typing}
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

function useWait(): [Instant | null, (opensAt: Instant | null) => void] {
  const [opensAt, setOpensAt] = useState<Instant | null>(null)
  useEffect(() => {
    const recall = (kept?: Instant) => {
      if (kept !== undefined && Date.parse(kept) + LASTS_MS > Date.now()) {
        setOpensAt(kept)
      }
    }
    take<Instant>('drafts', OPENS).then(recall, ignore)
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
