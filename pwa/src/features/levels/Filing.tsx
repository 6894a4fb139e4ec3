/** The application for a level that is reached: filed at a touch, and then where it stands. */
import { type Goal, type LevelApplication, type Road, fileApplication, sheetOf } from '../../api/road'
import { Written, say, useWords } from '../../i18n/words'
import { dayInJapan } from '../../i18n/dates'
import { Node, type Step } from '../../ui/marks'
import { Download } from '../data/Download'
import { Hindered } from '../door/Hindered'
import { useDoing } from '../door/useDoing'
import { words } from './words'

interface Props {
  road: Road
  goal: Goal
  application: LevelApplication | null
}

export function Filing({ road, goal, application }: Props) {
  const w = words.use()
  const { busy, hindrance, run } = useDoing()
  const { level } = goal
  const open = application === null || application.state === 'declined'
  const file = () => run((language) => fileApplication(road.field, level, road.criteria.version, language))
  return (
    <>
      {application !== null && <Became application={application} />}
      {open && (
        <div class="filing">
          {hindrance !== null && <Hindered hindrance={hindrance} />}
          <button type="button" class="btn main" disabled={busy} onClick={() => void file()}>
            <span>{say(busy ? w.filing.busy : (application === null ? w.filing.prepare : w.filing.again)(level))}</span>
          </button>
          <p class="cap">{say(w.filing.filled)}</p>
        </div>
      )}
      <section class="panel">
        <ul class="files">
          <Download path={sheetOf(road.field, level)} icon="paper" name={w.filing.sheet} holds={w.filing.sheetFor} />
        </ul>
      </section>
    </>
  )
}

const STEPS: Readonly<Record<LevelApplication['state'], Step>> = { filed: 'waiting', granted: 'done', declined: 'stopped' }

function Became({ application: { state, filedAt, why } }: { application: LevelApplication }) {
  const t = useWords()
  const w = words.use()
  return (
    <section class={`panel became ${state}`}>
      <Node step={STEPS[state]} size={36} />
      <div>
        <h2>{say(w.filing.state[state])}</h2>
        <p class="cap num">{say(t.dateWithYear(dayInJapan(filedAt)))}</p>
        {state === 'filed' && <p>{say(w.filing.waits)}</p>}
        {state === 'granted' && <p>{say(w.filing.granted)}</p>}
        {state === 'declined' && why !== null && (
          <>
            <p class="cap">{say(w.filing.declined)}</p>
            <blockquote>
              <Written text={why} />
            </blockquote>
          </>
        )}
      </div>
    </section>
  )
}

/** Gives the last application for a level of a field. */
export function lastFor(all: LevelApplication[], field: string, level: number): LevelApplication | null {
  const own = all.filter((one) => one.field === field && one.level === level)
  return own.sort((a, b) => Date.parse(b.filedAt) - Date.parse(a.filedAt))[0] ?? null
}
