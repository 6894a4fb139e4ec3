/** The day from above to below: touch, work day, retirement expected, retirement confirmed; cut where it stops. */
import type { ComponentChildren } from 'preact'
import type { Day, Step as StepAnswer, StepName, VisitDetail } from '../../api/schema'
import { plain, say, useWords } from '../../i18n/words'
import { Reason } from '../../ui/Reason'
import { Node } from '../../ui/marks'
import { evidenceWords } from './evidence'
import { exactTime } from './model'

interface Props {
  visit: VisitDetail
  today: Day
  /** What one can do where it stopped. */
  tell: ComponentChildren
}

export function Chain({ visit, today, tell }: Props) {
  const t = useWords()
  const steps = visit.chain
  return (
    <section class="panel chainbox">
      <h2 class="vh">{plain(t.day.chain)}</h2>
      <ol class="chainv">
        {steps.map((step, index) => (
          <li key={step.step} class={`${step.state}${steps[index + 1]?.state === 'stopped' ? ' broken' : ''}`}>
            <Node step={step.state} size={44} />
            <div>
              <h3>{say(nameOf(step))}</h3>
              {captionOf(step)}
              {step.reason !== null && <Reason reason={step.reason} tone={step.state === 'stopped' ? 'stop' : 'wait'} today={today} />}
              {step.state === 'stopped' && step.reason !== null && tell}
              <span class="vh">{plain(t.chain.label[step.state])}</span>
            </div>
            {steps[index + 1]?.state === 'stopped' && <Break />}
          </li>
        ))}
      </ol>
    </section>
  )

  function nameOf({ step, state }: StepAnswer): string {
    const said = { stopped: t.chain.stopped, waiting: t.chain.waiting, done: null, later: null }[state]
    return said === null ? t.day.steps[step] : t.day.state(t.day.steps[step], said)
  }

  function captionOf({ step, state, at }: StepAnswer): ComponentChildren {
    const captions: Record<StepName, ComponentChildren> = {
      tap: (
        <>
          {at !== null && <p class="cap num">{say(t.day.received(exactTime(at)))}</p>}
          <p class="cap">
            {say(evidenceWords(visit.evidence, t))} <b>{say(t.day.evidence(visit.evidence.grade))}</b>
          </p>
        </>
      ),
      workDay: state === 'done' ? <p class="cap">{say(t.day.counted)}</p> : null,
      retirementExpected: state === 'later' ? <p class="cap">{say(t.day.expectedLater)}</p> : null,
      retirementConfirmed: state === 'later' ? <p class="cap">{say(t.day.confirmedLater)}</p> : null,
    }
    return captions[step]
  }
}

/** The break line of a working drawing. */
function Break() {
  return (
    <svg class="brk" width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
      <path d="M0 6h34v8H0z" fill="var(--surface)" />
      <path d="M2 6c5-6 10 5 15 0s10 5 15 0M2 15c5-6 10 5 15 0s10 5 15 0" fill="none" stroke="var(--stop-fill)" stroke-width="3" />
    </svg>
  )
}
