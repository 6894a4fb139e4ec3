/** The sign above the road: the level, and when it is reached, with what that assumes; or why no date can be said. */
import type { Forecast, ForemanCounts, Goal, Road } from '../../api/road'
import { Said, say, useWords } from '../../i18n/words'
import { LevelShape } from '../../ui/LevelShape'
import type { Level } from '../../api/schema'
import { words } from './words'

interface Props {
  road: Road
  goal: Goal
  forecast: Forecast
  /** Whether a qualification is missing, which has no date of its own. */
  unqualified: boolean
  foremanCounts: ForemanCounts | null
  filed: boolean
}

export function Sign(props: Props) {
  const { above, large, below, quiet } = useSaid(props)
  return <Board level={props.goal.level} above={above} large={large} below={below} quiet={quiet === true} />
}

export function TopSign({ road }: { road: Road }) {
  const t = useWords()
  const w = words.use()
  const since = road.heldOn === null ? '' : w.sign.heldSince(t.dateWithYear(road.heldOn))
  return <Board level={4} above={w.sign.top(road.name)} large={w.sign.topName} below={since} />
}

interface Text {
  above: string
  large: string
  below: string
  /** Nothing is promised. */
  quiet?: boolean
}

function Board({ level, above, large, below, quiet = false }: Text & { level: Level }) {
  return (
    <div class={quiet ? 'sign quiet' : 'sign'}>
      <LevelShape level={level} size={64} />
      <div>
        <p>
          <Said text={above} />
        </p>
        <p class="when num">{say(large)}</p>
        <p>{say(below)}</p>
      </div>
    </div>
  )
}

function useSaid({ road, goal, forecast, unqualified, foremanCounts, filed }: Props): Text {
  const t = useWords()
  const { sign: s, who } = words.use()
  const { level } = goal
  const { months } = road.pace
  const towards = { above: s.towards(level, road.name) }
  if (goal.state === 'undecided') {
    return { above: s.undecidedOf(level, road.name), large: s.undecided, below: s.undecidedWhy, quiet: true }
  }
  if (goal.state === 'reached') {
    return filed
      ? { above: s.applied(level, road.name), large: s.filed, below: s.reckoned }
      : { above: s.reachedAt(level, road.name), large: s.reached, below: s.reckoned }
  }
  if (forecast.slowest === 'qualifications') {
    return { ...towards, large: s.onlyQualifications, below: s.daysThere }
  }
  if (forecast.month === null) {
    const below = forecast.slowest === 'foremanDays' ? s.noPace.foremanDays(months, who[foremanCounts ?? 'foreman']) : s.noPace.days(months)
    return { ...towards, large: s.noDate, below, quiet: true }
  }
  return {
    above: s.toReach(level, road.name),
    large: t.road.about(t.monthWithYear(forecast.month)),
    below: unqualified ? s.andQualified(months) : s.samePace(months),
  }
}
