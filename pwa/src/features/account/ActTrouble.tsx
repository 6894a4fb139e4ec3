/** What stopped something that was asked for, and what to do: the server's reason with its help code, or the phone's own. */
import { reasonOf } from '../../api/client'
import { addresses } from '../../addresses'
import { workDateAt } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { Link } from '../../ui/Link'
import { Reason } from '../../ui/Reason'
import type { Act } from './useAct'
import { words } from './words'

export function ActTrouble({ act: { stopped }, now }: { act: Act; now: number }) {
  const t = useWords()
  const w = words.use()
  if (stopped === null) {
    return null
  }
  if (typeof stopped === 'object') {
    return (
      <div role="alert">
        <Reason reason={reasonOf(stopped)} tone="stop" today={workDateAt(now)} />
      </div>
    )
  }
  const away = stopped === 'offline' || stopped === 'unreachable'
  return (
    <div class="why stop" role="alert">
      <p class="because">{say(away ? t.trouble[stopped] : w.noAnswer[stopped])}</p>
      {away && <p>{say(w.notDone)}</p>}
      {stopped === 'noKey' && (
        <Link class="btn wide" href={addresses.door}>
          {say(w.door)}
        </Link>
      )}
    </div>
  )
}
