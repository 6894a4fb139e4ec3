/** One of the papers that are accepted, in full. */
import type { ConsentKind } from '../../api/schema'
import { say } from '../../i18n/words'
import { VERSIONS } from './consents'
import { words } from './words'

export function Paper({ kind }: { kind: ConsentKind }) {
  const w = words.use()
  return (
    <div class="paper">
      <p class="cap">{say(w.consents.version(VERSIONS[kind]))}</p>
      {w.papers[kind].map(({ head, lines }) => (
        <section key={head}>
          <h3>{say(head)}</h3>
          {lines.map((line) => (
            <p key={line}>{say(line)}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
