/** A year: its months as bars, each a way to the month, and the totals by trade and position. */
import type { Year } from '../../api/schema'
import { getYear } from '../../api/client'
import { Said, say, useWords } from '../../i18n/words'
import { pathTo } from '../../routes'
import { Link } from '../../ui/Link'
import { YearFiles } from '../data/Files'
import { Frame } from './Frame'
import { Leaf, Views } from './Views'
import type { Common } from './common'
import { firstMonth } from './model'
import { usePage } from './usePage'

const HEIGHTS = [90, 560]

export function YearPage({ year, passport, now, language, today, turn }: Common & { year: string }) {
  const t = useWords()
  const shown = usePage<Year>(`years/${year}`, getYear(year), language, turn)
  const thisYear = today.slice(0, 4)
  const firstYear = firstMonth(today, passport?.career.since ?? null).slice(0, 4)
  const to = (n: number) => ({ href: pathTo.year(String(Number(year) + n)), name: t.year(String(Number(year) + n)) })
  const month = year === thisYear ? today.slice(0, 7) : `${year}-12`
  return (
    <Frame
      title={say(t.tabs.history)}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
      head={
        <>
          <Views month={month} at="year" />
          <Leaf title={t.year(year)} before={year > firstYear ? to(-1) : null} after={year < thisYear ? to(1) : null} />
        </>
      }
    >
      {(answer) => (
        <>
          <Totals answer={answer} thisMonth={today.slice(0, 7)} />
          <YearFiles year={year} />
        </>
      )}
    </Frame>
  )
}

function Totals({ answer, thisMonth }: { answer: Year; thisMonth: string }) {
  const t = useWords()
  return (
    <>
      <section class="panel figures">
        <div class="three">
          <p>
            <span class="fig num is-counted">
              {t.figure(answer.days)}
              <small>{say(t.daysUnit(answer.days))}</small>
            </span>{' '}
            <span class="cap">{say(t.yearPage.counted)}</span>
          </p>
        </div>
        {answer.days === 0 && <p class="empty">{say(t.yearPage.empty)}</p>}
        <Bars months={answer.months.filter(({ month }) => month <= thisMonth)} />
      </section>
      <Sums
        title={t.yearPage.trades}
        sums={answer.trades.map(({ trade, days }) => ({ name: trade?.name ?? null, days }))}
        unknown={t.level.noTrade}
        note={answer.trades.length > 1 ? t.yearPage.both : null}
      />
      <Sums
        title={t.yearPage.positions}
        sums={answer.positions.map(({ position, days }) => ({ name: t.yearPage.position[position] ?? position, days }))}
        unknown=""
        note={null}
      />
    </>
  )
}

function Bars({ months }: { months: Year['months'] }) {
  const t = useWords()
  const most = Math.max(...months.map(({ days }) => days), 1)
  return (
    <ol class="yearbars">
      {months.map(({ month, days }) => (
        <li key={month}>
          <Link href={pathTo.month(month)}>
            <span class="m num">{say(t.month(month))}</span>
            <span class="bar-of" aria-hidden="true">
              <span style={{ width: `${(days / most) * 100}%` }} />
            </span>
            <span class="n num">{say(t.days(days))}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

interface SumsProps {
  title: string
  sums: { name: string | null; days: number }[]
  unknown: string
  note: string | null
}

function Sums({ title, sums, unknown, note }: SumsProps) {
  const t = useWords()
  if (sums.length === 0) {
    return null
  }
  return (
    <section class="panel">
      <h2>{say(title)}</h2>
      <dl class="sums">
        {sums.map(({ name, days }) => (
          <div key={name ?? ''}>
            <dt>{name === null ? say(unknown) : <Said text={name} />}</dt>
            <dd class="num">{say(t.days(days))}</dd>
          </div>
        ))}
      </dl>
      {note !== null && <p class="cap">{say(note)}</p>}
    </section>
  )
}
