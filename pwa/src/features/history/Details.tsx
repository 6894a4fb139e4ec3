/** Everything else that is kept about a day: the record, the three clocks, the evidence, and what was corrected. */
import type { ComponentChildren } from 'preact'
import type { Correction, VisitDetail } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Said, Written, say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { SiteName } from '../passport/Today'
import { allEvidence } from './evidence'
import { exactTime } from './model'

const time = (at: string | null) => (at === null ? null : exactTime(at))

export function Details({ visit }: { visit: VisitDetail }) {
  const t = useWords()
  const { record, times, evidence, recognisedOn, approvedOn } = visit
  const day = (on: string | null) => (on === null ? say(t.day.notYet) : say(t.dateWithWeekday(on)))
  return (
    <details class="panel details">
      <summary>
        <h2>{say(t.day.details)}</h2>
        <Icon name="next" size={20} />
      </summary>
      <dl class="facts">
        <Fact name={t.day.entryAt}>{time(times.entryAt)}</Fact>
        <Fact name={t.day.exitAt}>{time(times.exitAt)}</Fact>
        <Fact name={t.day.actedAt}>{time(times.actedAt)}</Fact>
        <Fact name={t.day.receivedAt}>{time(times.receivedAt)}</Fact>
        {record !== null && (
          <>
            <Fact name={t.day.employer}>{record.employer === '' ? null : <Written text={record.employer} />}</Fact>
            <Fact name={t.day.prime}>{record.prime === '' ? null : <Written text={record.prime} />}</Fact>
            <Fact name={t.day.tier}>{say(t.day.tierOf(record.tier))}</Fact>
            <Fact name={t.day.position}>{say(t.yearPage.position[record.position] ?? record.position)}</Fact>
            <Fact name={t.day.trade}>{record.trade === null ? null : <Said text={record.trade.name} />}</Fact>
            <Fact name={t.day.content}>{record.content === '' ? null : <Written text={record.content} />}</Fact>
            <Fact name={t.day.recognisedOn}>{day(recognisedOn)}</Fact>
            <Fact name={t.day.approvedOn}>{day(approvedOn)}</Fact>
          </>
        )}
        <Fact name={t.day.evidence(evidence.grade)}>
          {allEvidence(evidence, t).map((line) => (
            <span key={line} class="line">
              {say(line)}
            </span>
          ))}
        </Fact>
      </dl>
    </details>
  )
}

/** A line with a name; left out where there is nothing to say. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return children === null ? null : (
    <div>
      <dt>{say(name)}</dt>
      <dd class="num">{children}</dd>
    </div>
  )
}

const span = (entry: string | null, exit: string | null) => [entry, exit].map((at) => (at === null ? '' : timeInJapan(at))).join(' – ')

export function Corrections({ corrections }: { corrections: Correction[] }) {
  const t = useWords()
  if (corrections.length === 0) {
    return null
  }
  return (
    <section class="panel">
      <h2>{say(t.day.corrections)}</h2>
      {corrections.map((one) => (
        <dl class="facts" key={one.correctedAt}>
          <Fact name={t.claim.site}>
            <SiteName site={one.site} />
          </Fact>
          <Fact name={t.day.before}>{span(one.entryAtBefore, one.exitAtBefore)}</Fact>
          <Fact name={t.day.after}>{one.takenAway ? say(t.day.takenAway) : span(one.entryAt, one.exitAt)}</Fact>
          <Fact name={t.day.by}>
            <Written text={one.by} /> {say(t.date(dayInJapan(one.correctedAt)))}
          </Fact>
          <Fact name={t.day.why}>{one.why === '' ? null : <Written text={one.why} />}</Fact>
        </dl>
      ))}
    </section>
  )
}
