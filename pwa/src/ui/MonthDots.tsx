/** The month as dots, Sunday first: disc counted, ring with disc today, diamond stopped, dash no record, point day off, ring to come. */
import './MonthDots.css'
import type { Day, DayState } from '../api/schema'
import { dayParts } from '../i18n/dates'

interface Props {
  days: { date: Day; state: DayState }[]
  today: Day
  label: string
}

export function MonthDots({ days, today, label }: Props) {
  const first = days[0]
  const offset = first ? dayParts(first.date).weekday : 0
  return (
    <div class="dots" role="img" aria-label={label}>
      {days.map(({ date, state }, index) => (
        <svg
          key={date}
          viewBox="0 0 18 18"
          aria-hidden="true"
          style={index === 0 && offset > 0 ? { gridColumnStart: offset + 1 } : undefined}
        >
          {date === today ? todayDots[state] : dots[state]}
        </svg>
      ))}
    </div>
  )
}

const dots = {
  counted: <circle cx="9" cy="9" r="8.500" fill="var(--ok-fill)" />,
  waiting: (
    <>
      <circle cx="9" cy="9" r="7.500" fill="none" stroke="var(--wait-fill)" stroke-width="2.500" stroke-dasharray="3.500 2.390" />
      <circle cx="9" cy="9" r="3" fill="var(--wait-fill)" />
    </>
  ),
  stopped: (
    <>
      <path d="M9 0 18 9 9 18 0 9z" fill="var(--stop-fill)" />
      <path d="M9 4.500v5.500M9 11.700v1.900" stroke="var(--on-fill)" stroke-width="2" />
    </>
  ),
  none: <path d="M3.500 9h11" stroke="var(--ink-2)" stroke-width="3" />,
  off: <circle cx="9" cy="9" r="2" fill="var(--line-strong)" />,
  future: <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line-strong)" stroke-width="1.200" />,
} satisfies Record<DayState, unknown>

const ring = <circle cx="9" cy="9" r="8" fill="none" stroke="var(--ink)" stroke-width="2" />

const todayDots = {
  ...dots,
  counted: (
    <>
      <circle cx="9" cy="9" r="5.500" fill="var(--ok-fill)" />
      {ring}
    </>
  ),
  none: ring,
  off: (
    <>
      {dots.off}
      {ring}
    </>
  ),
  future: ring,
} satisfies Record<DayState, unknown>
