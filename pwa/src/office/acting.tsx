/** Something that is done at a desk: one thing at a time, and what came of it said with who can mend it. */
import { useState } from 'preact/hooks'
import type { Reason } from '../api/schema'
import { Refused, reasonOf } from '../api/client'
import { CHANGED } from '../features/history/usePage'
import { useOffice } from './context'

export type Outcome = { done: string } | { refused: Reason; at: string | null; opensAt: string | null } | { lost: true } | null

export interface Acting {
  busy: boolean
  outcome: Outcome
  /** Does it, tells what was done, and lets the page read anew; gives whether it was done. */
  act: (what: () => Promise<unknown>, done: string) => Promise<boolean>
}

export function useActing(): Acting {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const act = async (what: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setOutcome(null)
    try {
      await what()
      setOutcome({ done })
      dispatchEvent(new Event(CHANGED))
      return true
    } catch (cause) {
      if (cause instanceof Refused) {
        const { at, opensAt } = cause.problem
        setOutcome({ refused: reasonOf(cause.problem), at: at ?? null, opensAt: opensAt ?? null })
      } else {
        setOutcome({ lost: true })
      }
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, outcome, act }
}

export function Told({ outcome }: { outcome: Outcome }) {
  const { t } = useOffice()
  return (
    <div class="told" role="status">
      {outcome !== null && 'done' in outcome && outcome.done !== '' && <p class="done">{outcome.done}</p>}
      {outcome !== null && 'lost' in outcome && <p class="refused">{t.trouble}</p>}
      {outcome !== null && 'refused' in outcome && <Why reason={outcome.refused} opensAt={outcome.opensAt} />}
    </div>
  )
}

/** A refusal in one line: why, who, what, where, until when. */
export function Why({ reason, opensAt = null }: { reason: Reason; opensAt?: string | null }) {
  const { t } = useOffice()
  const until = reason.until ?? opensAt?.slice(0, 10) ?? null
  return (
    <p class="refused">
      <b>{reason.why}</b> {reason.who} — {reason.what}（{reason.where}）
      {until !== null && <span class="num">{opensAt === null ? t.until(until) : t.from(until)}</span>}
    </p>
  )
}
