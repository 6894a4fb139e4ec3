/** One goal of a road: the sign, the lanes, what to do about the slowest, what-if, and the application. */
import { useState } from 'preact/hooks'
import type { Forecast, Goal, LevelApplication, Ready, Road, Way } from '../../api/road'
import type { Day } from '../../api/schema'
import { plain, say } from '../../i18n/words'
import { pathTo } from '../../routes'
import { Link } from '../../ui/Link'
import { Filing, lastFor } from './Filing'
import { Lanes } from './Lanes'
import { Needs } from './Needs'
import { ReadyList } from './ReadyList'
import { Sign } from './Sign'
import { Undecided } from './Undecided'
import { Ways } from './Ways'
import { WhatIf } from './WhatIf'
import { besides } from './choosing'
import { isBeingChecked } from './lanes'
import { forecast, missingOf, paceOn } from './model'
import { words } from './words'

interface Props {
  road: Road
  goal: Goal
  ready: Ready[]
  applications: LevelApplication[]
  today: Day
}

export function GoalView({ road, goal, ready, applications, today }: Props) {
  const w = words.use()
  const [shown, setShown] = useState(0)
  const way = goal.ways[shown] ?? goal.ways[0]
  if (way === undefined) {
    return null
  }
  const missing = missingOf(way)
  const nearest = way === goal.ways[0]
  const then = nearest ? goal.forecast : forecast(missing, paceOn(way, road.pace), road.pace.months, today)
  const application = lastFor(applications, road.field, goal.level)
  const towards = goal.state === 'missing'
  return (
    <>
      <Sign
        road={road}
        goal={goal}
        forecast={then}
        unqualified={missing.qualifications > 0}
        foremanCounts={way.foremanCounts}
        filed={application !== null && application.state !== 'declined'}
      />
      <section class="panel lanespanel">
        <h2 class="vh">{say(w.lanes.label(goal.level))}</h2>
        <Lanes way={way} label={plain(w.lanes.label(goal.level))} slowest={towards ? then.slowest : null} open={goal.state === 'reached'} />
        {towards && <Slowest forecast={then} way={way} />}
        {goal.state === 'undecided' && <Undecided goal={goal} criteria={road.criteria} />}
        <Needs way={way} level={goal.level} />
        <Ways ways={goal.ways} shown={goal.ways.indexOf(way)} show={setShown} />
        <Beside road={road} goal={goal} />
      </section>
      {goal.state === 'reached' && goal.level > road.held && <Filing road={road} goal={goal} application={application} />}
      {towards && <If key={shown} road={road} way={way} forecast={then} today={today} />}
      {goal.level === road.next && <ReadyList ready={ready} today={today} />}
      {towards && <p class="cap later">{say(w.filing.later)}</p>}
    </>
  )
}

function Slowest({ forecast: { slowest }, way }: { forecast: Forecast; way: Way }) {
  const { slowest: said, who } = words.use()
  if (slowest === null) {
    return null
  }
  const { what, how } =
    slowest === 'foremanDays'
      ? said.foremanDays(who[way.foremanCounts ?? 'foreman'])
      : slowest === 'qualifications' && isBeingChecked(way)
        ? said.checking
        : said[slowest]
  return (
    <div class="notice slow">
      <b>{say(what)}</b>
      <span>{say(how)}</span>
    </div>
  )
}

/** Only days can be moved by working otherwise. */
function If({ road, way, forecast: { month }, today }: { road: Road; way: Way; forecast: Forecast; today: Day }) {
  return way.days.missing + way.foremanDays.missing === 0 ? null : <WhatIf way={way} pace={road.pace} month={month} today={today} />
}

function Beside({ road, goal }: { road: Road; goal: Goal }) {
  const w = words.use()
  const beside = besides(road, goal.level)
  return beside === null ? null : (
    <Link class="beside" href={beside.back ? pathTo.road(road.field) : pathTo.road(road.field, beside.level)} replace>
      {say((beside.back ? w.backTo : w.beyond)(beside.level))}
    </Link>
  )
}
