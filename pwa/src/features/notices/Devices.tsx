/** Where notices come: my devices, since when, when one was last reached, and how to take one out. */
import type { ToldDevice } from '../../api/schema'
import { addresses } from '../../addresses'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { RowLink } from '../../ui/Rows'
import { Stopping } from './Stopping'
import { removeDevice } from './keeping'
import { useDoing } from './useDoing'
import { words } from './words'

export function Devices({ devices, here }: { devices: ToldDevice[]; here: string | null }) {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const others = devices.some(({ id }) => id !== here)
  if (devices.length === 0 && !doing.done) {
    return null
  }
  return (
    <section class="panel devices">
      <h2>{say(w.devices.title)}</h2>
      <ul class="things">
        {devices.map((one) => (
          <Row
            key={one.id}
            device={one}
            here={one.id === here}
            busy={doing.busy}
            remove={() => void doing.run(() => removeDevice(one.id, language))}
          />
        ))}
      </ul>
      <p class="done" role="status">
        {doing.done && say(w.devices.removed)}
      </p>
      <Stopping doing={doing} />
      {others && (
        <>
          <p class="cap">{say(w.devices.note)}</p>
          <ul class="rows">
            <RowLink href={addresses.keys} icon="key" name={w.devices.signOut} />
          </ul>
        </>
      )}
    </section>
  )
}

function Row({ device, here, busy, remove }: { device: ToldDevice; here: boolean; busy: boolean; remove: () => void }) {
  const t = useWords()
  const w = words.use()
  const name = device.name ?? w.devices.unknown
  const at = device.reachedAt === null ? null : `${t.date(dayInJapan(device.reachedAt))} ${timeInJapan(device.reachedAt)}`
  return (
    <li>
      <Icon name="phone" size={28} />
      <div>
        <b>{say(name)}</b> {here && <span class="mark-here">{say(w.devices.here)}</span>}
        <span class="cap num">{say(w.devices.since(t.date(dayInJapan(device.since))))}</span>
        <span class="cap num">{say(at === null ? w.devices.never : w.devices.reached(at))}</span>
      </div>
      {!here && (
        <button type="button" class="btn" disabled={busy} aria-label={`${plain(w.devices.remove)} ${plain(name)}`} onClick={remove}>
          <span>{say(w.devices.remove)}</span>
        </button>
      )}
    </li>
  )
}
