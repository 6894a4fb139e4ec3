/** What the ministry reckons a level to be worth in a year, and what the own company gives for it. */
import type { Allowance as AllowanceSaid, Pay as PaySaid, PayRow, Road } from '../../api/road'
import type { Level } from '../../api/schema'
import { Said, Written, say, useWords } from '../../i18n/words'
import { LevelShape } from '../../ui/LevelShape'
import { Outside } from './Outside'
import { words } from './words'

const HIGHEST_FIRST: readonly Level[] = [4, 3, 2, 1]

interface Props {
  pay: PaySaid
  road: Road | null
  /** As it stands on the card. */
  level: Level
  allowance: AllowanceSaid | null
}

export function Pay({ pay, road, level, allowance }: Props) {
  const t = useWords()
  const w = words.use()
  const own = road?.pay ?? []
  const published = t.monthWithYear(pay.publishedOn)
  return (
    <section class="panel paypanel">
      <h2>{say(w.pay.title)}</h2>
      <p class="cap num">
        <Said text={own.length > 0 && road !== null ? w.pay.thisField(road.name, published) : w.pay.allFields(published)} />{' '}
        <Said text={w.pay.company(t.monthWithYear(pay.revisedOn))} />
      </p>
      <ol class="pay">
        {HIGHEST_FIRST.map((one) => (
          <Row key={one} level={one} now={one === level} all={rowOf(pay.rows, one)} own={rowOf(own, one)} mixed={own.length > 0} />
        ))}
      </ol>
      {pay.labourRate !== null && (
        <p class="cap num">{say(w.pay.labourRate(pay.labourRate.yen, t.monthWithYear(pay.labourRate.validFrom)))}</p>
      )}
      {allowance !== null && <Allowance allowance={allowance} />}
      <Outside href={pay.url} name={w.pay.source} />
    </section>
  )
}

const rowOf = (rows: PayRow[], level: Level) => rows.find((row) => row.level === level)

interface RowProps {
  level: Level
  now: boolean
  all: PayRow | undefined
  own: PayRow | undefined
  /** Whether some levels have figures of the field: then each says whose its are. */
  mixed: boolean
}

function Row({ level, now, all, own, mixed }: RowProps) {
  const t = useWords()
  const { pay } = words.use()
  const shown = own ?? all
  const figures = ({ low, high }: PayRow) => pay.figure(low, high)
  return (
    <li class={now ? 'me' : ''}>
      <LevelShape level={level} size={34} />
      <span class="of">
        <b class="nb">{say(t.level.name(level))}</b> <span class="cap nb">{say(pay.colour[level])}</span>{' '}
        {now && <b class="mark-here">{say(pay.now)}</b>}
      </span>
      <span class="y num">
        {shown !== undefined && (
          <span class="nb">
            {figures(shown)}
            <small>{say(pay.unit)}</small>
          </span>
        )}
        {mixed && all !== undefined && <span class="cap nb">{say(pay.all(own === undefined ? '' : figures(all)))}</span>}
      </span>
    </li>
  )
}

function Allowance({ allowance: { company, rows, per, since } }: { allowance: AllowanceSaid }) {
  const t = useWords()
  const { pay } = words.use()
  return (
    <div class="allowance">
      <h3>{say(pay.allowance)}</h3>
      <p class="cap num">
        <Written text={company} /> · <span>{say(pay.per[per])}</span> · <span>{say(pay.since(t.dateWithYear(since)))}</span>
      </p>
      <ul>
        {rows.map(({ level, yen }) => (
          <li key={level}>
            <LevelShape level={level} size={24} />
            <b class="num nb">{say(pay.yen(yen))}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
