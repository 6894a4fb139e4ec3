/** For whom the pass is, and what they will see: sharing is seen before it is done. */
import type { Audience } from '../../api/schema'
import { say } from '../../i18n/words'
import { audiences } from './keeping'
import { words } from './words'

export function AudienceChoice({ chosen, choose }: { chosen: Audience; choose: (audience: Audience) => void }) {
  const w = words.use()
  return (
    <fieldset class="panel audience">
      <legend>{say(w.audience)}</legend>
      <div class="segments">
        {audiences.map((audience) => (
          <label key={audience}>
            <input class="vh" type="radio" name="audience" checked={audience === chosen} onChange={() => choose(audience)} />
            <span>{say(w.audiences[audience])}</span>
          </label>
        ))}
      </div>
      <p class="cap" aria-live="polite">
        {say(w.sees)}
        <b>{say(w.seen[chosen])}</b>
      </p>
    </fieldset>
  )
}
