/** LINE as a further way: tied by a code that its owner sends to our account there. */
import { useState } from 'preact/hooks'
import { askLineCode, endLine } from '../../api/notices'
import type { LineCode } from '../../api/schema'
import { timeInJapan } from '../../i18n/dates'
import { say, useLanguage } from '../../i18n/words'
import { Stopping } from './Stopping'
import { useDoing } from './useDoing'
import { words } from './words'

const HALF = 4

export function LineWay({ linked }: { linked: boolean }) {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const [code, setCode] = useState<LineCode | null>(null)
  const show = async () => setCode(await askLineCode(language))
  return (
    <section class="panel way">
      <h2>{say(w.line.title)}</h2>
      <p class={linked ? '' : 'cap'}>{say(linked ? w.line.linked : w.line.note)}</p>
      {!linked && code !== null && (
        <p class="code num" role="status">
          <span class="cap">{say(w.line.code)}</span>
          <b>
            {code.code.slice(0, HALF)} {code.code.slice(HALF)}
          </b>
          <span class="cap">{say(w.line.until(timeInJapan(code.expiresAt)))}</span>
        </p>
      )}
      <button type="button" class="btn wide" disabled={doing.busy} onClick={() => void doing.run(linked ? () => endLine(language) : show)}>
        <span>{say(linked ? w.line.remove : w.line.get)}</span>
      </button>
      <Stopping doing={doing} />
    </section>
  )
}
