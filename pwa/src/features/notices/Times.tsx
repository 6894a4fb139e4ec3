/** When notices come: the quiet hours, and the hour of what comes once a day. Times are Japan's. */
import type { NoticeSettings } from '../../api/schema'
import { say } from '../../i18n/words'
import { Saved } from './Saved'
import type { Wishing } from './useWish'
import { words } from './words'

type TimeName = 'quietFrom' | 'quietUntil' | 'digestAt'

export function Times({ wish }: { wish: Wishing }) {
  const w = words.use()
  return (
    <section class="panel times">
      <h2>{say(w.times.title)}</h2>
      <fieldset>
        <legend>{say(w.times.quiet)}</legend>
        <div class="span">
          <TimeField name="quietFrom" label={w.times.from} wish={wish} />
          <TimeField name="quietUntil" label={w.times.until} wish={wish} />
        </div>
        <p class="cap">{say(w.times.quietNote)}</p>
      </fieldset>
      <div class="digest">
        <TimeField name="digestAt" label={w.times.digest} wish={wish} />
        <p class="cap">{say(w.times.digestNote)}</p>
      </div>
      <Saved doing={wish.doing('times')} />
    </section>
  )
}

function TimeField({ name, label, wish }: { name: TimeName; label: string; wish: Wishing }) {
  return (
    <label class="time">
      <span>{say(label)}</span>
      <input
        type="time"
        required
        value={wish.shown[name]}
        onInput={({ currentTarget: { value } }) => {
          // While it is being set, a clock may be empty.
          if (value !== '') {
            wish.setTimes({ [name]: value } as Pick<NoticeSettings, TimeName>)
          }
        }}
      />
    </label>
  )
}
