/** An application that is not written here: how far it is, its receipt, what was done with it, and what comes next. */
import type { Application } from '../../api/schema'
import { Written, plain, say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { grouped } from '../enrolment/numbers'
import { Qr } from './AskingConsent'
import { TakeBack } from './Filling'
import { words } from './words'
import { isOpen } from './writing'

const IN_REVIEW = new Set(['sent', 'lookedAt'])
type StepName = keyof ReturnType<typeof words.use>['steps']

export function Standing({ seen, gone, entered }: { seen: Application; gone: () => void; entered: (() => void) | null }) {
  const t = useWords()
  const w = words.use()
  const { receipt, steps, state } = seen
  const made = seen.kind.startsWith('worker') ? seen.worker : seen.company
  const word = isOpen(seen) && seen.proxy !== null ? w.filedBy(seen.proxy.name) : w.states[state as keyof typeof w.states]
  return (
    <>
      <section class={`panel verdict-of ${state}`}>
        <p class="lead" role="status">
          {say(word)}
        </p>
        {isOpen(seen) && <p>{say(w.consents[seen.consent])}</p>}
        {IN_REVIEW.has(state) && <p>{say(w.twoLook)}</p>}
        {state === 'approved' && made !== null && (
          <p>
            <b>
              <Written text={made.name} />
            </b>
            <br />
            <span class="cap">{say(w.numberOf)}</span> <span class="num">{grouped(made.number)}</span>
          </p>
        )}
        {state === 'approved' && entered !== null && seen.kind.startsWith('worker') && (
          <button type="button" class="btn main" onClick={() => entered()}>
            <span>{say(w.nowWorker)}</span>
          </button>
        )}
        {state === 'approved' && seen.kind.startsWith('company') && (
          <a class="btn main" href="/office">
            <Icon name="office" />
            <span>{say(w.nowCompany)}</span>
          </a>
        )}
      </section>
      {receipt !== null && (
        <section class="panel receipt">
          <h2>{say(w.receipt)}</h2>
          <Qr text={receipt} label={plain(w.receipt)} />
          <p class="num number">{receipt}</p>
          <p class="cap">{say(w.receiptHow)}</p>
        </section>
      )}
      {steps.length > 0 && (
        <ol class="panel taken">
          {steps.map(({ step, at, why, items }) => (
            <li key={at}>
              <b>{say(w.steps[step as StepName])}</b> <span class="cap num">{say(t.dateWithWeekday(at.slice(0, 10)))}</span>
              {why !== '' && <p>{why}</p>}
              {step === 'refused' && Object.values(items).map((one) => <p key={one}>{one}</p>)}
            </li>
          ))}
        </ol>
      )}
      {IN_REVIEW.has(state) && seen.mayFile && <TakeBack id={seen.id} word={w.withdraw} gone={gone} />}
    </>
  )
}
