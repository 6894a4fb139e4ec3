/** Every field that may be chosen, by name; and a chosen one is taken away again. */
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { type FieldName, type Road, chooseField, dropField } from '../../api/road'
import { Said, plain, say, useWords } from '../../i18n/words'
import { go, pathTo } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { Hindered } from '../door/Hindered'
import { useDoing } from '../door/useDoing'
import { matches } from './matching'
import { words } from './words'

export function FieldSheet({ choices, close }: { choices: FieldName[]; close: () => void }) {
  const w = words.use()
  const t = useWords()
  const { busy, hindrance, run } = useDoing()
  const [typed, setTyped] = useState('')
  const found = choices.filter(({ name }) => matches(name, typed))
  const choose = async (code: string) => {
    if (await run((language) => chooseField(code, language))) {
      close()
      go(pathTo.road(code), { replace: true })
      scrollTo(0, 0)
    }
  }
  return (
    <Sheet title={say(w.fields.title)} close={close} closeName={plain(t.claim.close)}>
      <div class="fields finding">
        <div class="field">
          <label for="field-name">{say(w.fields.search)}</label>
          <input
            id="field-name"
            type="search"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <p class="cap num" role="status">
            {say(found.length === 0 ? w.fields.none : w.fields.found(found.length))}
          </p>
        </div>
        {hindrance !== null && <Hindered hindrance={hindrance} />}
        <ul class="found">
          {found.map(({ code, name, tradesKnown }) => (
            <li key={code}>
              <button type="button" disabled={busy} onClick={() => void choose(code)}>
                <span>
                  <b>
                    <Said text={name} />
                  </b>
                  {!tradesKnown && <small>{say(w.fields.partly)}</small>}
                </span>
                <Icon name="add" size={22} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}

export function Drop({ road }: { road: Road }) {
  const w = words.use()
  const { busy, hindrance, run } = useDoing()
  const drop = async () => {
    if (await run((language) => dropField(road.field, language))) {
      go(addresses.road, { replace: true })
    }
  }
  return (
    <>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      <button type="button" class="btn quiet" disabled={busy} onClick={() => void drop()}>
        <span>{say(w.fields.drop(road.name))}</span>
      </button>
    </>
  )
}
