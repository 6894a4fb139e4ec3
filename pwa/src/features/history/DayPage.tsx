/** A day as its chain: what came in, what became of it, where it is cut and who mends it; and everything kept about it. */
import type { Day, DayDetail, Passport, VisitDetail, Worker } from '../../api/schema'
import { getDay } from '../../api/client'
import { dayInJapan, daysBetween, timeInJapan } from '../../i18n/dates'
import { Said, say, useWords } from '../../i18n/words'
import { type DaySheet, pathTo } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { ClaimAnswered, ClaimOnPhone, ClaimRegistered, toldApart } from '../claims/ClaimPanels'
import { ClaimSheet } from '../claims/ClaimSheet'
import { WrongSheet } from '../claims/WrongSheet'
import { words } from '../claims/words'
import { correctable } from '../claims/wrong'
import { SiteName } from '../passport/Today'
import { Chain } from './Chain'
import { Corrections, Details } from './Details'
import { Frame } from './Frame'
import { TellCompany } from './TellCompany'
import type { Common } from './common'
import { usePage } from './usePage'

interface Props extends Common {
  day: Day
  sheet: DaySheet | null
}

const HEIGHTS = [76, 420]

export function DayPage({ day, sheet, ...common }: Props) {
  const t = useWords()
  const { passport, now, language, outbox, today, turn } = common
  const shown = usePage<DayDetail>(`days/${day}`, getDay(day), language, turn)
  // What the register has already is not shown as waiting here, too.
  const there = new Set(shown.answer?.claims.map(({ id }) => id))
  const onPhone = outbox.filter(({ id, claim }) => claim.workDate === day && !there.has(id))
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
        {(answer) => <OneDay answer={answer} today={today} passport={passport} onPhone={onPhone.length > 0} />}
      </Frame>
      {sheet === 'wrong' && passport !== null && shown.answer !== null && (
        <WrongSheet key={day} answer={shown.answer} passport={passport} outbox={outbox} />
      )}
      {sheet === 'claim' && passport !== null && <ClaimSheet key={day} day={day} today={today} passport={passport} outbox={outbox} />}
    </>
  )
}

interface OneDayProps {
  answer: DayDetail
  today: Day
  passport: Passport | null
  onPhone: boolean
}

function OneDay({ answer, today, passport, onPhone }: OneDayProps) {
  const w = words.use()
  const mayBeWrong = passport !== null && correctable(answer).length > 0 && daysBetween(today, answer.enterUntil) >= 0
  return (
    <>
      {answer.visits.length === 0 && !onPhone && <NoRecord answer={answer} today={today} claimable={passport !== null} />}
      {toldApart(answer.claims).map((claim) => (
        <ClaimAnswered key={claim.id} claim={claim} today={today} />
      ))}
      {answer.visits.map((visit) => (
        <Visit key={visit.site.number} visit={visit} day={answer.workDate} today={today} me={passport?.worker ?? null} />
      ))}
      {mayBeWrong && !onPhone && (
        <Link class="btn wide quiet" href={pathTo.wrong(answer.workDate)}>
          <span>{say(w.wrong.open)}</span>
        </Link>
      )}
      <Corrections corrections={answer.corrections} />
    </>
  )
}

function Visit({ visit, day, today, me }: { visit: VisitDetail; day: Day; today: Day; me: Worker | null }) {
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
      {claimed ? (
        <ClaimRegistered visit={visit} today={today} />
      ) : (
        <Chain visit={visit} today={today} tell={me !== null && <TellCompany day={day} site={visit.site.number} me={me} />} />
      )}
      <Details visit={visit} />
    </>
  )
}

function NoRecord({ answer: { workDate, state, enterUntil }, today, claimable }: { answer: DayDetail; today: Day; claimable: boolean }) {
  const t = useWords()
  const over = daysBetween(today, enterUntil) < 0
  const future = workDate > today
  const text = state === 'off' ? { said: t.day.off, note: t.day.offNote } : { said: t.day.none, note: t.day.noneNote }
  return (
    <section class="panel norecord">
      <p class="lead">{say(future ? t.day.future : text.said)}</p>
      {!future && (
        <>
          {!over && <p>{say(text.note)}</p>}
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
