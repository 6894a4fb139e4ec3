/** Says that a new version waits; nothing changes before the person wants it. */
import './UpdateBar.css'
import './Button.css'
import { say, useWords } from '../i18n/words'

export function UpdateBar({ takeOver }: { takeOver: () => void }) {
  const t = useWords()
  return (
    <div class="update" role="status">
      <span>{say(t.update.ready)}</span>
      <button type="button" class="btn" onClick={takeOver}>
        {say(t.update.act)}
      </button>
    </div>
  )
}
