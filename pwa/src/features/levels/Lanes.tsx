/** The way to a level as a road being paved: a lane for days, one for foreman days, one for qualifications, and the goal line. */
import type { ForemanCounts, LaneName, Way } from '../../api/road'
import { say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Certificate } from './Certificate'
import { type LaneShown, lanesOf, pavedOf } from './lanes'
import { words } from './words'

/** Beyond these shares, in permille, there is room for figures on the pavement, or before it. */
const ROOM_ON = 270
const ROOM_BEFORE = 745

interface Props {
  way: Way
  label: string
  slowest: LaneName | null
  /** Whether the goal line is open: nothing is missing, and that is sure. */
  open: boolean
}

export function Lanes({ way, label, slowest, open }: Props) {
  const lanes = lanesOf(way)
  return (
    <div class={open ? 'road open' : 'road'}>
      <ul class="lanes" aria-label={label}>
        {lanes.map((lane) => (
          <Strip key={lane.name} lane={lane} way={way} slowest={lane.name === slowest} />
        ))}
      </ul>
      <span class="goal" aria-hidden="true" />
    </div>
  )
}

export function useLaneName(): (name: LaneName, counts: ForemanCounts | null) => string {
  const { lanes } = words.use()
  return (name, counts) => (name === 'foremanDays' ? lanes.foremanDays[counts ?? 'foreman'] : lanes[name])
}

function Strip({ lane, way, slowest }: { lane: LaneShown; way: Way; slowest: boolean }) {
  const nameOf = useLaneName()
  const paved = pavedOf(lane)
  const places = [paved >= ROOM_ON ? 'done-on' : 'done-before', paved <= ROOM_BEFORE ? 'left-before' : 'left-on']
  return (
    <li
      class={['lane', lane.name, ...places, slowest ? 'slowest' : '', paved === 1000 ? 'full' : '', lane.known ? '' : 'unknown'].join(' ')}
      style={{ '--paved': `${paved / 10}%` }}
    >
      <b class="of">{say(nameOf(lane.name, way.foremanCounts))}</b>
      <div class="strip">
        <span class="paved" aria-hidden="true" />
        <Left lane={lane} />
        {lane.name === 'qualifications' ? <Certificates lane={lane} way={way} /> : <Done lane={lane} />}
      </div>
    </li>
  )
}

function Left({ lane: { name, missing, needed, assumed, known } }: { lane: LaneShown }) {
  const t = useWords()
  const { lanes } = words.use()
  if (needed === 0 || (missing === 0 && !known)) {
    return <p class="left cap">{say(lanes.unknown)}</p>
  }
  if (missing === 0 && assumed) {
    return null
  }
  if (missing === 0) {
    return (
      <p class="left there">
        <Icon name="check" size={22} /> {say(lanes.there)}
      </p>
    )
  }
  return (
    <p class="left num">
      {say(lanes.left)} <b>{say(name === 'qualifications' ? lanes.things(missing) : t.days(missing))}</b>
    </p>
  )
}

function Done({ lane: { done, needed, assumed } }: { lane: LaneShown }) {
  const t = useWords()
  const { lanes } = words.use()
  return (
    <p class="done-of num">
      <b>{t.figure(done)}</b> <span>{say((assumed ? lanes.aboutDays : lanes.ofDays)(needed))}</span>
    </p>
  )
}

/** What is missing, by name, while the lane has room for it; all of it stands in the list below. */
function Certificates({ lane: { done, needed }, way }: { lane: LaneShown; way: Way }) {
  const t = useWords()
  const { lanes } = words.use()
  const first = way.needs.find(({ missing }) => missing > 0)?.entries.find(({ state }) => state !== 'held')?.names[0]
  if (done > 0) {
    return (
      <p class="done-of num">
        <b>{t.figure(done)}</b> <span>{say(lanes.of(needed))}</span>
      </p>
    )
  }
  return first === undefined ? null : (
    <p class="done-of what" aria-hidden="true">
      <Certificate one={first} brief />
    </p>
  )
}
