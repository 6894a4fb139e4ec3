/** The month as a calendar, Sunday first: disc counted, diamond stopped, dashed ring no record, ring to come. */
import type { ComponentChildren } from 'preact'
import type { Day, DayState, DayVisits } from '../../api/schema'
import { dayParts } from '../../i18n/dates'
import { plain, say, useWords } from '../../i18n/words'
import { pathTo } from '../../routes'
import { Link } from '../../ui/Link'

interface Props {
  days: DayVisits[]
  today: Day
  onPhone: ReadonlySet<Day>
}

/** A day that only this phone knows of looks like one that waits. */
const lookOf = ({ date, state }: DayVisits, onPhone: ReadonlySet<Day>): DayState =>
  onPhone.has(date) && (state === 'none' || state === 'off' || state === 'future') ? 'waiting' : state

export function Calendar({ days, today, onPhone }: Props) {
  const t = useWords()
  const offset = days[0] ? dayParts(days[0].date).weekday : 0
  return (
    <div class="cal">
      {t.weekdays.map((name) => (
        <span key={name} class="wd">
          {say(name)}
        </span>
      ))}
      {days.map((day, index) => {
        const look = lookOf(day, onPhone)
        const style = index === 0 && offset > 0 ? { gridColumnStart: offset + 1 } : undefined
        return (
          <div key={day.date} class={`x ${look}${day.date === today ? ' is-today' : ''}`} style={style}>
            <Mark day={day} look={look} today={today} />
          </div>
        )
      })}
    </div>
  )
}

function Mark({ day, look, today }: { day: DayVisits; look: DayState; today: Day }) {
  const t = useWords()
  const number = dayParts(day.date).day
  const inside: ComponentChildren = (
    <>
      <svg viewBox="0 0 42 42" aria-hidden="true">
        {marks[look]}
      </svg>
      <i>{number}</i>
    </>
  )
  if (day.date > today) {
    return inside
  }
  const label = `${plain(t.date(day.date))} ${plain(t.history.day[look])}`
  return (
    <Link href={pathTo.day(day.date)} aria-label={label} aria-current={day.date === today ? 'date' : undefined}>
      {inside}
    </Link>
  )
}

const marks = {
  counted: <circle cx="21" cy="21" r="19.500" fill="var(--ok-fill)" />,
  waiting: (
    <circle cx="21" cy="21" r="18.500" fill="var(--wait-tint)" stroke="var(--wait-fill)" stroke-width="3" stroke-dasharray="6 3.690" />
  ),
  stopped: <path d="M21 1 41 21 21 41 1 21z" fill="var(--stop-tint)" stroke="var(--stop-fill)" stroke-width="2.500" />,
  none: <circle cx="21" cy="21" r="18.500" fill="none" stroke="var(--ink-2)" stroke-width="2" stroke-dasharray="3 4" />,
  off: null,
  future: <circle cx="21" cy="21" r="18.500" fill="none" stroke="var(--line-strong)" stroke-width="1" />,
} satisfies Record<DayState, ComponentChildren>

const ORDER: DayState[] = ['counted', 'waiting', 'stopped', 'none', 'future']

/** Explains the marks that this month has, and no others. */
export function Legend({ days, onPhone }: { days: DayVisits[]; onPhone: ReadonlySet<Day> }) {
  const t = useWords()
  const there = new Set(days.map((day) => lookOf(day, onPhone)))
  return (
    <ul class="legend" aria-hidden="true">
      {ORDER.filter((state) => there.has(state)).map((state) => (
        <li key={state}>
          <svg viewBox="0 0 42 42" width="18" height="18">
            {marks[state]}
          </svg>
          <span>{say(t.history.day[state])}</span>
        </li>
      ))}
    </ul>
  )
}
