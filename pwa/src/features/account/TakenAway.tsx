/** Somebody takes this account to another phone: since when, until when it can be stopped, and the one touch that stops it. */
import { stopRecovery } from '../../api/account'
import type { Recovery } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { Mark } from '../../ui/marks'
import { ActTrouble } from './ActTrouble'
import { useAct } from './useAct'
import { words } from './words'

export function TakenAway({ recovery, now }: { recovery: Recovery; now: number }) {
  const t = useWords()
  const w = words.use()
  const act = useAct()
  const at = (instant: string) => `${t.dateWithWeekday(dayInJapan(instant))} ${timeInJapan(instant)}`
  return (
    <section class="panel today stop taken">
      <div class="verdict">
        <Mark kind="stopped" />
        <h2 class="v">{say(w.taken.title)}</h2>
      </div>
      <dl class="facts">
        <div>
          <dt>{say(w.taken.since)}</dt>
          <dd class="num">{say(at(recovery.attestedAt))}</dd>
        </div>
        <div>
          <dt>{say(w.taken.opens)}</dt>
          <dd class="num">
            <b>{say(at(recovery.opensAt))}</b>
          </dd>
        </div>
      </dl>
      <p class="because">{say(w.taken.notMe)}</p>
      <ActTrouble act={act} now={now} />
      <button type="button" class="btn main" disabled={act.state === 'busy'} onClick={() => void act.run(stopRecovery)}>
        {say(act.state === 'busy' ? w.busy : w.taken.stop)}
      </button>
      <p class="cap">{say(w.mayAsk)}</p>
      <p class="cap">{say(w.taken.me)}</p>
    </section>
  )
}
