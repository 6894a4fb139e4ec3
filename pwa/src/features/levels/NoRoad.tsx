/** No field follows from the trades, and none was chosen. */
import { say } from '../../i18n/words'
import { words } from './words'

export function NoRoad({ choose }: { choose: () => void }) {
  const w = words.use()
  return (
    <section class="panel noroad">
      <h2>{say(w.none.title)}</h2>
      <p>{say(w.none.why)}</p>
      <p>{say(w.none.what)}</p>
      <button type="button" class="btn main" onClick={choose}>
        <span>{say(w.fields.title)}</span>
      </button>
    </section>
  )
}
