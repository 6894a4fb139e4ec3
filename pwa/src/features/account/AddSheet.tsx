/** A further passkey: what it is called, and the phone's own question. */
import { useState } from 'preact/hooks'
import { plain, say } from '../../i18n/words'
import { Sheet } from '../../ui/Sheet'
import { ActTrouble } from './ActTrouble'
import { addPasskey } from './passkey'
import { useAct } from './useAct'
import { words } from './words'

const LONGEST = 60

export function AddSheet({ now, close }: { now: number; close: (done: boolean) => void }) {
  const w = words.use()
  const act = useAct()
  const [name, setName] = useState(deviceName)
  const add = async () => {
    if (await act.run((language) => addPasskey(name.trim() || plain(w.keys.nameless), language))) {
      close(true)
    }
  }
  return (
    <Sheet title={say(w.keys.add)} close={() => close(false)} closeName={plain(w.close)}>
      <form
        class="ask"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <p>{say(w.keys.addNote)}</p>
        <label for="key-name">{say(w.keys.name)}</label>
        <input
          id="key-name"
          type="text"
          maxLength={LONGEST}
          autocomplete="off"
          value={name}
          onInput={(e) => setName(e.currentTarget.value)}
        />
        <ActTrouble act={act} now={now} />
        <button type="submit" class="btn main" disabled={act.state === 'busy'}>
          {say(act.state === 'busy' ? w.busy : w.keys.make)}
        </button>
      </form>
    </Sheet>
  )
}

/** What the browser calls its device; a first proposal for a name. */
function deviceName(): string {
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Mac'].find((name) => navigator.userAgent.includes(name)) ?? ''
}
