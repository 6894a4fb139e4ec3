/** What a field asks for the levels 2, 3 and 4, side by side as it is published; beside what is in force, what changes. */
import './standards.css'
import type { ComponentChildren } from 'preact'
import type { Alternative, Criteria } from '../levels/calls'
import type { Level } from '../../api/schema'
import { LevelShape } from '../../ui/LevelShape'
import { useOwn } from '../own'
import { overlay } from './changes'
import type { WhyNot } from './deciding'
import { EntryList } from './EntryList'
import type { Names } from './names'
import { en, ja } from './words'

interface Props {
  caption: string
  levels: readonly Criteria[]
  /** What is in force, where it is compared. */
  before?: readonly Criteria[] | null
  /** Why a level does not decide. */
  whys?: readonly (readonly WhyNot[])[]
  names: Names
}

export function CriteriaTable({ caption, levels, before = null, whys, names }: Props) {
  const w = useOwn({ ja, en })
  const old = (place: number) => before?.[place] ?? null
  const row = (head: string, cell: (one: Criteria, was: Criteria | null, place: number) => ComponentChildren) => (
    <tr>
      <th scope="row">{head}</th>
      {levels.map((one, place) => (
        <td key={one.level}>{cell(one, old(place), place)}</td>
      ))}
    </tr>
  )
  const has = (is: (one: Criteria) => boolean) => [...levels, ...(before ?? [])].some(is)
  return (
    // On a narrow window it is moved sideways, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="wide-table" tabIndex={0} role="group" aria-label={caption}>
      <table class="lines criteria">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            {levels.map(({ level }) => (
              <th key={level} scope="col">
                <span class="nm">
                  <LevelShape level={level as Level} size={20} /> {w.level(level)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(w.days, (one, was) => (
            <Figure now={sayDays(w, one)} was={was && sayDays(w, was)} assumed={one.assumed.includes('days')} />
          ))}
          {row(w.foremanDays, (one, was) => (
            <Figure now={sayForeman(w, one)} was={was && sayForeman(w, was)} assumed={one.assumed.includes('foreman_days')} />
          ))}
          {has(({ all_of }) => all_of.length > 0) &&
            row(w.allOf, (one, was) => <EntryList entries={one.all_of} before={was?.all_of ?? null} names={names} />)}
          {row(w.anyOf, (one, was) => (
            <AnyOf way={one} was={was} names={names} />
          ))}
          {row(w.includesLower, (one, was) => (
            <Figure now={sayLower(w, one)} was={was && sayLower(w, was)} />
          ))}
          {has(({ alternatives }) => alternatives.length > 0) &&
            row(w.alternatives, (one, was) => <Ways ways={one.alternatives} before={was?.alternatives ?? null} names={names} />)}
          {row(w.complete, (one, was) => (
            <Figure now={sayComplete(w, one)} was={was && sayComplete(w, was)} />
          ))}
          {levels.some(({ note }) => note !== '') && row(w.note, ({ note }) => note)}
          {whys !== undefined && row(w.decides, (_one, _was, place) => <Decides whys={whys[place] ?? []} />)}
        </tbody>
      </table>
    </div>
  )
}

type Words = typeof ja

const sayDays = (w: Words, { days }: Criteria) => w.daysOf(days)
function sayForeman(w: Words, { foreman_days: days, foreman_counts: counts }: Criteria): string {
  const said = days === 0 ? '–' : w.daysOf(days)
  return days > 0 && counts ? w.counted(said, w.counts[counts]) : said
}

const sayLower = (w: Words, one: Criteria) => (one.level === 2 ? '–' : one.includes_lower ? w.includes : w.includesNot)
const sayComplete = (w: Words, { complete }: Alternative) => (complete ? w.isComplete : w.isNotComplete)

function Figure({ now, was, assumed = false }: { now: string; was: string | null; assumed?: boolean }) {
  const w = useOwn({ ja, en })
  const changed = was !== null && was !== now
  return (
    <span class="num">
      {changed ? <b>{now}</b> : now}
      {assumed && <small class="assumed">{w.assumed}</small>}
      {changed && <span class="was"> {w.was(was)}</span>}
    </span>
  )
}

function AnyOf({ way, was, names }: { way: Alternative; was: Alternative | null; names: Names }) {
  const w = useOwn({ ja, en })
  if (way.any_of.length === 0 && (was === null || was.any_of.length === 0)) {
    return <>–</>
  }
  return (
    <>
      <Figure now={w.anyOfHow(way.min_any)} was={was && w.anyOfHow(was.min_any)} />
      <EntryList entries={way.any_of} before={was?.any_of ?? null} names={names} />
    </>
  )
}

function Ways({ ways, before, names }: { ways: readonly Alternative[]; before: readonly Alternative[] | null; names: Names }) {
  const w = useOwn({ ja, en })
  return (
    <ul class="ways">
      {overlay(before, ways).map(({ one, change }) => (
        <li key={JSON.stringify(one)} class={change}>
          {change !== 'same' && <b class="change">{w[change]}</b>} <span class="num">{w.daysOf(one.days)}</span>
          <EntryList entries={one.all_of} before={null} names={names} />
          {one.any_of.length > 0 && <AnyOf way={one} was={null} names={names} />}
          {!one.complete && <small>{w.isNotComplete}</small>}
        </li>
      ))}
    </ul>
  )
}

function Decides({ whys }: { whys: readonly WhyNot[] }) {
  const w = useOwn({ ja, en })
  return whys.length === 0 ? <b>{w.decidesAll}</b> : <>{w.lacks(whys.map((one) => w.whys[one]).join('、'))}</>
}
