/** The other ways to the same level, behind one button; each is looked at by a touch. */
import { useState } from 'preact/hooks'
import type { Way } from '../../api/road'
import { say, useWords } from '../../i18n/words'
import { Certificate } from './Certificate'
import { words } from './words'

interface Props {
  ways: Way[]
  shown: number
  show: (index: number) => void
}

export function Ways({ ways, shown, show }: Props) {
  const w = words.use()
  const [open, setOpen] = useState(false)
  if (ways.length < 2) {
    return null
  }
  if (!open && shown === 0) {
    return (
      <button type="button" class="btn quiet wide" onClick={() => setOpen(true)}>
        <span>{say(w.ways.others(ways.length - 1))}</span>
      </button>
    )
  }
  return (
    <ol class="waylist">
      {ways.map((way, index) => (
        <li key={index}>
          <button type="button" aria-pressed={index === shown} onClick={() => show(index)}>
            <b>
              {say(w.ways.name(index + 1))} {index === 0 && <small>{say(w.ways.nearest)}</small>}
            </b>
            <Lacks way={way} />
          </button>
        </li>
      ))}
    </ol>
  )
}

/** What this way still asks, in two lines. */
function Lacks({ way: { days, needs } }: { way: Way }) {
  const t = useWords()
  const w = words.use()
  const missing = needs.flatMap((need) => (need.missing > 0 ? need.entries.filter(({ state }) => state !== 'held') : []))
  return (
    <>
      <span class="cap num">{say(days.missing === 0 ? w.ways.allThere : w.ways.left(t.days(days.missing)))}</span>
      {missing.map(
        ({ names: [first] }) =>
          first && (
            <span key={first.key} class="cap">
              <Certificate one={first} brief />
            </span>
          ),
      )}
    </>
  )
}
