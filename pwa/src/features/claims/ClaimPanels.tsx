/** A claim on its way: 受付 (this phone has it) → 登録 (the register has it) → 算入 (it counts). Never green before the server says so. */
import type { ClaimAnswer, Day, VisitDetail } from '../../api/schema'
import { timeInJapan } from '../../i18n/dates'
import { Written, plain, say, useWords } from '../../i18n/words'
import { go, pathTo } from '../../routes'
import { ChainLine } from '../../ui/ChainLine'
import { Reason } from '../../ui/Reason'
import type { Step } from '../../ui/marks'
import { Verdict } from '../../ui/Verdict'
import { type Unsent, drop } from './outbox'
import { words } from './words'

function Words({ received, registered, counted }: Record<'received' | 'registered' | 'counted', Step>) {
  const t = useWords()
  const link = (name: string, step: Step) => ({ name, step, caption: say(t.chain.label[step]) })
  return (
    <ChainLine links={[link(t.claim.received, received), link(t.claim.registered, registered), link(t.claim.counted, counted)]} quiet />
  )
}

export function ClaimOnPhone({ unsent, today }: { unsent: Unsent; today: Day }) {
  const t = useWords()
  const w = words.use()
  const { claim, siteName, state, reason } = unsent
  const stopped = state === 'impossible'
  return (
    <Verdict
      kind={stopped ? 'stopped' : 'waiting'}
      title={claim.kind === 'missedDay' ? t.day.claimed : plain(w.wrong.title)}
      sentence={say(stopped ? t.claim.impossible : t.claim.onPhone)}
      land={false}
      lines={
        <p class="at where num">
          <span>{siteName === null ? claim.site : <Written text={siteName} />}</span>
          {claim.entryAt ? <span>{timeInJapan(claim.entryAt)} –</span> : null}
          {claim.exitAt ? <span>{timeInJapan(claim.exitAt)}</span> : null}
        </p>
      }
    >
      {!stopped && <Words received="waiting" registered="later" counted="later" />}
      {!stopped && <p class="cap note">{say(t.claim.onPhoneNote)}</p>}
      {reason !== null && <Reason reason={reason} tone="stop" today={today} />}
      <div class="acts">
        {stopped && (
          <button
            type="button"
            class="btn wide"
            onClick={() => go((claim.kind === 'missedDay' ? pathTo.claim : pathTo.wrong)(claim.workDate))}
          >
            {say(t.claim.again)}
          </button>
        )}
        <button type="button" class="btn wide" onClick={() => void drop(unsent.id)}>
          {say(t.claim.drop)}
        </button>
      </div>
    </Verdict>
  )
}

export function ClaimRegistered({ visit, today }: { visit: VisitDetail; today: Day }) {
  const t = useWords()
  const reason = visit.chain.find((step) => step.reason !== null)?.reason ?? null
  const stopped = visit.state === 'stopped'
  return (
    <section class={`panel today ${stopped ? 'stop' : 'wait'}`}>
      <h2>{say(t.day.claimed)}</h2>
      <Words received="done" registered="done" counted={stopped ? 'stopped' : 'waiting'} />
      {reason !== null && <Reason reason={reason} tone={stopped ? 'stop' : 'wait'} today={today} />}
    </section>
  )
}

/** What was said to be wrong and waits, or what the prime contractor did not accept, in the prime's own words. */
export function ClaimAnswered({ claim, today }: { claim: ClaimAnswer; today: Day }) {
  const w = words.use()
  const refused = claim.state === 'refused'
  return (
    <section class={`panel today ${refused ? 'stop' : 'wait'}`}>
      <h2>{say(w.answer.about[claim.kind])}</h2>
      <p class="lead">{say(refused ? w.answer.refused : w.answer.waiting)}</p>
      {claim.answer !== null && (
        <blockquote class="answer">
          <p>
            <Written text={claim.answer} />
          </p>
        </blockquote>
      )}
      {refused && <p class="cap note">{say(w.answer.refusedNote)}</p>}
      {claim.reason !== null && <Reason reason={claim.reason} tone="wait" today={today} />}
    </section>
  )
}

/** The claims of a day that its visits do not show: what is wrong and waits, and what was refused. */
export function toldApart(claims: ClaimAnswer[]): ClaimAnswer[] {
  const since = new Map<string, ClaimAnswer>()
  for (const claim of claims) {
    // Newest first: a newer claim of the same site and kind speaks for the older ones.
    const key = `${claim.site.number} ${claim.kind}`
    since.set(key, since.get(key) ?? claim)
  }
  return [...since.values()].filter(({ kind, state }) => state === 'refused' || (state === 'waiting' && kind !== 'missedDay'))
}
