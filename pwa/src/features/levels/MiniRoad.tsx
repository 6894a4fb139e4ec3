/** Home's view of the road seen last: its lanes as bars, what is left of each, and the month. Nothing where no road is known. */
import './MiniRoad.css'
import type { Goal, LaneName, Road, RoadAnswer, Way } from '../../api/road'
import { plain, say, useWords } from '../../i18n/words'
import { pathTo } from '../../routes'
import { LevelShape } from '../../ui/LevelShape'
import { Link } from '../../ui/Link'
import { goalAt, roadAt } from './choosing'
import { type LaneShown, lanesOf, pavedOf } from './lanes'
import { useSeen } from './seen'
import { useKeptRoad } from './useKeptRoad'

interface Props {
  live: boolean
  /** Counted days of the career: with another figure the road is asked for anew. */
  days: number
}

export function MiniRoad({ live, days }: Props) {
  const answer = useKeptRoad(live, days)
  const seen = useSeen()
  return answer === null || seen === undefined ? null : <OfAnswer answer={answer} seen={seen} />
}

function OfAnswer({ answer, seen }: { answer: RoadAnswer; seen: string | null }) {
  const road = roadAt(answer, null, seen)
  const goal = road === null ? null : goalAt(road, null)
  const way = goal?.ways[0]
  return road === null || goal === null || way === undefined ? null : <OfGoal road={road} goal={goal} way={way} />
}

function OfGoal({ road, goal, way }: { road: Road; goal: Goal; way: Way }) {
  const t = useWords()
  const lanes = lanesOf(way)
  const open = lanes.filter(({ missing }) => missing > 0)
  return (
    <Link href={pathTo.road(road.field)} class="panel mini">
      <div class="mini-head">
        <h2>{say(t.road.next)}</h2>
        <When goal={goal} />
      </div>
      <div class="mini-road" aria-hidden="true">
        <div class={goal.state === 'reached' ? 'bars open' : 'bars'}>
          {lanes.map((lane) => (
            <span key={lane.name} style={{ '--paved': `${pavedOf(lane) / 10}%` }} />
          ))}
        </div>
        <LevelShape level={goal.level} size={38} />
      </div>
      <span class="vh">{plain(t.level.name(goal.level))}</span>
      {open.length > 0 && (
        <p class="cap num lefts">
          {open.map((lane) => (
            <Left key={lane.name} lane={lane} way={way} />
          ))}
        </p>
      )}
    </Link>
  )
}

function When({ goal: { state, level, forecast } }: { goal: Goal }) {
  const t = useWords()
  if (state === 'missing' && forecast.month !== null && forecast.slowest !== 'qualifications') {
    return (
      <p class="when num">
        {say(t.road.earliest)} <b class="nb">{say(t.road.about(t.monthWithYear(forecast.month)))}</b>
      </p>
    )
  }
  return (
    <p class="when num">
      <b>{say(instead())}</b>
    </p>
  )

  function instead(): string {
    if (state === 'reached') {
      return t.road.reached(level)
    }
    if (state === 'undecided') {
      return t.road.undecided
    }
    return forecast.slowest === 'qualifications' ? t.road.onlyQualifications : t.road.noDate
  }
}

/** What is left of a lane, its figure in bold. */
function Left({ lane: { name, missing }, way }: { lane: LaneShown; way: Way }) {
  const t = useWords()
  const figure = t.figure(missing)
  const said: Readonly<Record<LaneName, (n: string) => string>> = {
    days: t.road.days,
    foremanDays: t.road.foremanDays[way.foremanCounts ?? 'foreman'],
    qualifications: t.road.qualifications,
  }
  const [before, after] = said[name]('\n').split('\n')
  return (
    <span>
      {say(before ?? '')}
      <b>{figure}</b>
      {say(after ?? '')}
    </span>
  )
}
