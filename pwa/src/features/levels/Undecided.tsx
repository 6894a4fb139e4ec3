/** A goal that cannot be decided here: why, and whose word decides. */
import type { Goal, RoadCriteria } from '../../api/road'
import { Written, say } from '../../i18n/words'
import { Outside } from './Outside'
import { words } from './words'

export function Undecided({ goal, criteria }: { goal: Goal; criteria: RoadCriteria }) {
  const w = words.use()
  return (
    <div class="undecided">
      <h3>{say(w.undecided.title)}</h3>
      <ul class="points">
        {goal.why.map((doubt) => (
          <li key={doubt}>{say(w.undecided.why[doubt])}</li>
        ))}
      </ul>
      <p>{say(w.undecided.lead)}</p>
      <Authority criteria={criteria} />
    </div>
  )
}

function Authority({ criteria: { evaluators, authority } }: { criteria: RoadCriteria }) {
  const w = words.use()
  return (
    <div class="authority">
      <h4>{say(w.undecided.ask)}</h4>
      {evaluators.length === 0 && <p>{say(w.standard.noEvaluator)}</p>}
      {evaluators.map((name) => (
        <p key={name}>
          <b>
            <Written text={name} />
          </b>
        </p>
      ))}
      <Outside href={authority} name={w.standard.authority} />
    </div>
  )
}
