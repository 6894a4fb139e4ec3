/** Which certificate it is: searched in the catalogue, or by a name of its own. */
import { useState } from 'preact/hooks'
import type { QualificationName } from '../../api/road'
import { Written, say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Certificate } from './Certificate'
import { Missing } from './Missing'
import type { Which } from './entering'
import { matches } from './matching'
import { words } from './words'

/** As many as a thumb scrolls past. */
const MOST_SHOWN = 12

interface Props {
  catalogue: QualificationName[]
  chosen: Which | null
  choose: (which: Which | null) => void
  missing: boolean
}

export function Choosing({ catalogue, chosen, choose, missing }: Props) {
  const { entering } = words.use()
  const [typed, setTyped] = useState('')
  const own = typed.trim()
  if (chosen !== null) {
    return <Picked chosen={chosen} change={() => choose(null)} />
  }
  const found = own === '' ? [] : catalogue.filter(({ name, ja }) => matches(name, own) || matches(ja, own))
  return (
    <div class="field">
      <label for="qualification">{say(entering.name)}</label>
      <p class="cap">{say(entering.search)}</p>
      <input
        id="qualification"
        type="search"
        autocomplete="off"
        value={typed}
        aria-invalid={missing}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {missing && <Missing text={entering.missing.name} />}
      {own !== '' && (
        <ul class="found">
          {found.slice(0, MOST_SHOWN).map((one) => (
            <li key={one.key}>
              <button type="button" onClick={() => choose(one)}>
                <span>
                  <Certificate one={one} />
                </span>
                <Icon name="add" size={22} />
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => choose({ own })}>
              <span>{say(entering.own(own))}</span>
              <Icon name="add" size={22} />
            </button>
          </li>
        </ul>
      )}
    </div>
  )
}

function Picked({ chosen, change }: { chosen: Which; change: () => void }) {
  const { entering } = words.use()
  return (
    <div class="field">
      <span class="label">{say(entering.name)}</span>
      <div class="picked">
        <b>{'own' in chosen ? <Written text={chosen.own} /> : <Certificate one={chosen} />}</b>
        {'own' in chosen && <span class="cap">{say(entering.ownNote)}</span>}
        <button type="button" class="btn quiet" onClick={change}>
          <span>{say(entering.change)}</span>
        </button>
      </div>
    </div>
  )
}
