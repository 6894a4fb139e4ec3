/** A month: its figures, and its days as a calendar or as a list with three marks a day. */
import type { Month, MonthVisits } from '../../api/schema'
import { getMonth } from '../../api/client'
import { dayParts } from '../../i18n/dates'
import { Said, plain, say, useWords } from '../../i18n/words'
import { type View, pathTo } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Node } from '../../ui/marks'
import { MonthFiles } from '../data/Files'
import { SiteName } from '../passport/Today'
import { Calendar, Legend } from './Calendar'
import { Frame } from './Frame'
import { Leaf, Views } from './Views'
import type { Common } from './common'
import { type DayRow, addMonths, firstMonth, mayStillBeClaimed, rowsOf, spanOf } from './model'
import { usePage } from './usePage'

interface Props extends Common {
  month: Month
  view: View
}

/** The final sizes of figures with calendar, and of a few rows. */
const HEIGHTS = [420, 220]

export function MonthPage({ month, view, ...common }: Props) {
  const t = useWords()
  const { passport, now, language, today, turn } = common
  const shown = usePage<MonthVisits>(`months/${month}`, getMonth(month), language, turn)
  const thisMonth = today.slice(0, 7)
  const to = (n: number) => ({ href: pathTo.month(addMonths(month, n), view), name: t.monthWithYear(addMonths(month, n)) })
  const since = firstMonth(today, passport?.career.since ?? null)
  return (
    <Frame
      title={say(t.tabs.history)}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
      head={
        <>
          <Views month={month} at={view} />
          <Leaf title={t.monthWithYear(month)} before={month > since ? to(-1) : null} after={month < thisMonth ? to(1) : null} />
        </>
      }
    >
      {(answer) => (
        <>
          <Month answer={answer} view={view} {...common} />
          <MonthFiles month={month} />
        </>
      )}
    </Frame>
  )
}

function Month({ answer, view, today, outbox }: { answer: MonthVisits; view: View } & Pick<Common, 'today' | 'outbox'>) {
  const t = useWords()
  const onPhone = new Set(outbox.map(({ claim }) => claim.workDate))
  const rows = rowsOf(answer.days, view === 'list' ? 'all' : 'toLookAt', onPhone)
  const nothing = answer.counted + answer.waiting + answer.stopped === 0
  return (
    <>
      <section class="panel figures">
        <Figures answer={answer} />
        {view === 'calendar' && (
          <>
            <Calendar days={answer.days} today={today} onPhone={onPhone} />
            <Legend days={answer.days} onPhone={onPhone} />
          </>
        )}
      </section>
      {(rows.length > 0 || view === 'list') && (
        <section class="panel">
          <div class="row between wraps">
            <h2>{say(view === 'list' ? t.history.daily : t.history.attention)}</h2>
            <p class="cap">{say(t.history.three)}</p>
          </div>
          {nothing && view === 'list' && <p class="empty">{say(t.history.empty)}</p>}
          <ol class="days">
            {rows.map((row) => (
              <li key={row.day}>
                <Row row={row} onPhone={onPhone.has(row.day)} claimable={mayStillBeClaimed(row.day, today)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function Figures({ answer }: { answer: MonthVisits }) {
  const t = useWords()
  const shown = (['counted', 'waiting', 'stopped'] as const).filter((state) => state === 'counted' || answer[state] > 0)
  return (
    <div class="three">
      {shown.map((state) => (
        <p key={state}>
          <span class={`fig num is-${state}`}>
            {t.figure(answer[state])}
            <small>{say(t.daysUnit(answer[state]))}</small>
          </span>{' '}
          <span class="cap">{say(t.history.day[state])}</span>
        </p>
      ))}
    </div>
  )
}

function Row({ row: { day, state, marks, visits }, onPhone, claimable }: { row: DayRow; onPhone: boolean; claimable: boolean }) {
  const t = useWords()
  const { day: number, weekday } = dayParts(day)
  const [first] = visits
  const reason = visits.find((visit) => visit.reason !== null)?.reason ?? null
  return (
    <Link href={pathTo.day(day)}>
      <span class="d num">
        {number}
        <small>{say(t.weekdays[weekday] ?? '')}</small>
      </span>
      <span class="w">
        {first === undefined ? (
          <b>{say(state === 'off' ? t.day.off : t.day.none)}</b>
        ) : (
          <>
            <b>
              <SiteName site={first.site} />
              {visits.length > 1 && ` +${visits.length - 1}`}
            </b>
            <span class="cap num">{say(spanOf(first, t))}</span>
          </>
        )}
        {first === undefined && !onPhone && claimable && <span class="cap">{say(t.history.claimable)}</span>}
        {onPhone && <span class="cap is-waiting">{say(t.claim.onPhone)}</span>}
        {reason !== null && (
          <span class={`cap is-${visits.some((visit) => visit.state === 'stopped') ? 'stopped' : 'waiting'}`}>
            <Said text={reason.why} />
          </span>
        )}
      </span>
      {marks === null ? (
        <Icon name="next" size={20} />
      ) : (
        <span class="tri">
          {marks.map((step, index) => (
            <Node key={index} step={step} size={20} />
          ))}
          <span class="vh">{plain(t.history.day[state])}</span>
        </span>
      )}
    </Link>
  )
}
