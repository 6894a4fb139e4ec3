/** Why a day does not count yet, and the remedy: who, what, where, until when. */
import './Reason.css'
import type { Day, Reason as ReasonText } from '../api/schema'
import { daysBetween } from '../i18n/dates'
import { Said, say, useWords } from '../i18n/words'

interface Props {
  reason: ReasonText
  tone: 'stop' | 'wait'
  /** The day from which the remaining days are told. */
  today: Day
}

export function Reason({ reason, tone, today }: Props) {
  const t = useWords()
  const { until } = reason
  const left = until === null ? -1 : daysBetween(today, until)
  return (
    <div class={`why ${tone}`}>
      <p class="because">
        <Said text={reason.why} />
      </p>
      <dl>
        <Row name={t.reason.who} text={reason.who} strong />
        <Row name={t.reason.what} text={reason.what} />
        <Row name={t.reason.where} text={reason.where} />
        {until !== null && (
          <div>
            <dt>{say(t.reason.until)}</dt>
            <dd class="num">
              <b class="nb">{say(t.dateWithWeekday(until))}</b> {left >= 0 && <span class="cap nb">{say(t.reason.left(left))}</span>}
            </dd>
          </div>
        )}
      </dl>
      {reason.help ? <HelpCode code={reason.help} /> : null}
    </div>
  )
}

function Row({ name, text, strong = false }: { name: string; text: string; strong?: boolean }) {
  if (text === '') {
    return null
  }
  const said = <Said text={text} />
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{strong ? <b>{said}</b> : said}</dd>
    </div>
  )
}

/** Six characters, three and three, to be read out to a helper. */
export function HelpCode({ code }: { code: string }) {
  const t = useWords()
  return (
    <p class="help cap num">
      {say(t.reason.help)}{' '}
      <b>
        {code.slice(0, 3)} {code.slice(3)}
      </b>
    </p>
  )
}
