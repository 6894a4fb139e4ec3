/** What became of a change: kept by the server, or why not. */
import { say } from '../../i18n/words'
import { Stopping } from './Stopping'
import type { Doing } from './useDoing'
import { words } from './words'

export function Saved({ doing }: { doing: Doing | null }) {
  const w = words.use()
  return (
    <>
      <p class="done" role="status">
        {doing?.done === true && say(w.saved)}
      </p>
      {doing !== null && <Stopping doing={doing} />}
    </>
  )
}
