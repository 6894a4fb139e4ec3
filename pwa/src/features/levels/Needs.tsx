/** The certificates that a way asks for, each with where it stands. */
import type { Entry, EntryState, Need, Way } from '../../api/road'
import { say, useWords } from '../../i18n/words'
import { Node, type Step } from '../../ui/marks'
import { Certificate } from './Certificate'
import { words } from './words'

const STEPS: Readonly<Record<EntryState, Step>> = { held: 'done', waiting: 'waiting', expired: 'stopped', missing: 'later' }

export function Needs({ way: { needs, needsComplete }, level }: { way: Way; level: number }) {
  const w = words.use()
  if (needs.length === 0) {
    return null
  }
  return (
    <div class="needs">
      <h3>{say(w.needs.title)}</h3>
      {needs.map((need, index) => (
        <One key={index} need={need} level={level} />
      ))}
      {!needsComplete && <p class="cap">{say(w.needs.incomplete)}</p>}
    </div>
  )
}

function One({ need, level }: { need: Need; level: number }) {
  const w = words.use()
  const choice = need.count < need.entries.length
  return (
    <div>
      {(choice || need.fromLevel < level) && (
        <p class="cap num">
          {choice && say(w.needs.someOf(need.count))}
          {choice && need.fromLevel < level && ' · '}
          {need.fromLevel < level && say(w.needs.fromLevel(need.fromLevel))}
        </p>
      )}
      <ul>
        {need.entries.map((entry) => (
          <Line key={entry.names.map(({ key }) => key).join(' ')} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

function Line({ entry: { names, state, expiresOn } }: { entry: Entry }) {
  const t = useWords()
  const w = words.use()
  return (
    <li class={state}>
      <Node step={STEPS[state]} size={24} />
      <span class="names">
        {names.map((one, index) => (
          <span key={one.key}>
            {index > 0 && <i>{say(w.needs.or)} </i>}
            <Certificate one={one} />
          </span>
        ))}
      </span>
      <span class="cap num state">
        {say(w.needs.state[state])}
        {expiresOn !== null && state === 'held' && <> · {say(w.needs.until(t.dateWithYear(expiresOn)))}</>}
      </span>
    </li>
  )
}
