/** What stopped something about notices: the server's reason, the network, or this phone; and that nothing has changed. */
import { say } from '../../i18n/words'
import { Hindered } from '../door/Hindered'
import type { Doing } from './useDoing'
import { words } from './words'

export function Stopping({ doing: { stopped } }: { doing: Doing }) {
  const w = words.use()
  if (stopped === null) {
    return null
  }
  if (typeof stopped === 'object' && 'own' in stopped) {
    const { why, what } = w.own[stopped.own]
    return (
      <div class="why wait own" role="alert">
        <p class="because">{say(why)}</p>
        <p>{say(what)}</p>
      </div>
    )
  }
  return (
    <div class="stopping">
      <Hindered hindrance={stopped} />
      <p class="cap">{say(w.notDone)}</p>
    </div>
  )
}
