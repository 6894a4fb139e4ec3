/** A day as its chain: what came in, what became of it, where it is cut and who mends it; and everything kept about it. */
import type { Day, DayDetail, VisitDetail } from '../../api/schema'
import { getDay } from '../../api/client'
import { dayInJapan, daysBetween, timeInJapan } from '../../i18n/dates'
import { Said, say, useWords } from '../../i18n/words'
import { pathTo } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { ClaimOnPhone, ClaimRegistered } from '../claims/ClaimPanels'
import { ClaimSheet } from '../claims/ClaimSheet'
import { SiteName } from '../passport/Today'
import { Chain } from './Chain'
import { Corrections, Details } from './Details'
import { Frame } from './Frame'
import type { Common } from './common'
import { usePage } from './usePage'

interface Props extends Common {
  day: Day
  claiming: boolean
}

const HEIGHTS = [76, 420]

export function DayPage({ day, claiming, ...common }: Props) {
  const t = useWords()
  const { passport, now, language, outbox, today, turn } = common
  const shown = usePage<DayDetail>(`days/${day}`, getDay(day), language, turn)
  const onPhone = outbox.filter(({ claim }) => claim.workDate === day)
  return (
    <>
      <Frame
        title={<span class="num">{say(t.dateWithWeekday(day))}</span>}
        up={pathTo.month(day)}
        sample={passport?.sample === true}
        shown={shown}
        now={now}
        heights={HEIGHTS}
        head={onPhone.map((one) => (
          <ClaimOnPhone key={one.id} unsent={one} today={today} />
        ))}
      >
        {(answer) => <OneDay answer={answer} today={today} claimable={passport !== null} onPhone={onPhone.length > 0} />}
      </Frame>
      {claiming && passport !== null && <ClaimSheet key={day} day={day} today={today} passport={passport} outbox={outbox} />}
    </>
  )
}

function OneDay({ answer, today, claimable, onPhone }: { answer: DayDetail; today: Day; claimable: boolean; onPhone: boolean }) {
  return (
    <>
      {answer.visits.length === 0 && !onPhone && <NoRecord answer={answer} today={today} claimable={claimable} />}
      {answer.visits.map((visit) => (
        <Visit key={visit.site.number} visit={visit} day={answer.workDate} today={today} />
      ))}
      <Corrections corrections={answer.corrections} />
    </>
  )
}

function Visit({ visit, day, today }: { visit: VisitDetail; day: Day; today: Day }) {
  const t = useWords()
  const { times, record } = visit
  const claimed = visit.evidence.presented === 'claim' && visit.state !== 'counted'
  return (
    <>
      <section class="panel">
        <p class="lead">
          <SiteName site={visit.site} />
        </p>
        <p class="cap num pieces">
          {times.entryAt !== null && <span>{say(t.today.entry(timeInJapan(times.entryAt)))}</span>}
          {times.exitAt !== null && <span>{say(t.today.exit(timeInJapan(times.exitAt), dayInJapan(times.exitAt) > day))}</span>}
          {record?.trade ? <Said text={record.trade.name} /> : null}
        </p>
      </section>
      {claimed ? <ClaimRegistered visit={visit} today={today} /> : <Chain visit={visit} today={today} />}
      <Details visit={visit} />
    </>
  )
}

function NoRecord({ answer: { workDate, state, enterUntil }, today, claimable }: { answer: DayDetail; today: Day; claimable: boolean }) {
  const t = useWords()
  const over = daysBetween(today, enterUntil) < 0
  const future = workDate > today
  const words = state === 'off' ? { said: t.day.off, note: t.day.offNote } : { said: t.day.none, note: t.day.noneNote }
  return (
    <section class="panel norecord">
      <p class="lead">{say(future ? t.day.future : words.said)}</p>
      {!future && (
        <>
          {!over && <p>{say(words.note)}</p>}
          {claimable && !over && (
            <Link class="btn main" href={pathTo.claim(workDate)}>
              <Icon name="add" />
              <span>{say(t.day.claim)}</span>
            </Link>
          )}
          <p class="cap num">{say((over ? t.day.over : t.day.until)(t.dateWithWeekday(enterUntil)))}</p>
        </>
      )}
    </section>
  )
}
