/** A list of qualifications that is written: each a name, or several of which one is enough. */
import { useState } from 'preact/hooks'
import type { Entry } from '../levels/calls'
import { useOwn } from '../own'
import { namesIn } from './changes'
import { idOf } from './draft'
import type { Names } from './names'
import { NamePicker } from './NamePicker'
import { useWrong } from './wrong'
import { en, ja } from './words'

interface Props {
  place: string
  label: string
  entries: readonly Entry[]
  names: Names
  set: (entries: readonly Entry[]) => void
}

export function EntriesField({ place, label, entries, names, set }: Props) {
  const w = useOwn({ ja, en })
  const wrong = useWrong(place)
  const taken = entries.flatMap(namesIn)
  const put = (at: number, left: readonly string[]) => set(left.length === 0 ? entries.toSpliced(at, 1) : entries.with(at, [...left]))
  return (
    <div class="of entries-of" role="group" aria-label={label}>
      <b class="label">{label}</b>
      <ul class="entries">
        {entries.map((entry, at) => (
          <OneEntry
            key={namesIn(entry).join()}
            place={`${place}[${at}]`}
            entry={entry}
            names={names}
            taken={taken}
            put={(left) => put(at, left)}
          />
        ))}
      </ul>
      <NamePicker
        id={idOf(place)}
        label={`${label}：${w.addName}`}
        names={names}
        without={taken}
        pick={(name) => set([...entries, name])}
      />
      {wrong !== null && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

interface OneProps {
  place: string
  entry: Entry
  names: Names
  taken: readonly string[]
  put: (left: readonly string[]) => void
}

function OneEntry({ place, entry, names, taken, put }: OneProps) {
  const w = useOwn({ ja, en })
  const [adding, setAdding] = useState(false)
  const wrong = useWrong(place)
  const several = namesIn(entry)
  return (
    <li class={wrong === null ? '' : 'stop'}>
      {several.map((name, nth) => (
        <span key={name} class="one">
          <span>
            {nth > 0 && <i>{w.or}</i>} {names.said(name)}
          </span>
          {nth === several.length - 1 && !adding && (
            <button type="button" class="incell quiet-word" onClick={() => setAdding(true)}>
              {w.addTo}
            </button>
          )}
          <button
            type="button"
            class="incell"
            aria-label={`${w.remove}：${names.said(name)}`}
            onClick={() => put(several.toSpliced(nth, 1))}
          >
            {w.remove}
          </button>
        </span>
      ))}
      {adding && (
        <NamePicker
          id={idOf(`${place}.more`)}
          label={`${w.addTo}：${names.said(several[0] ?? '')}`}
          names={names}
          without={taken}
          pick={(name) => {
            setAdding(false)
            put([...several, name])
          }}
        />
      )}
    </li>
  )
}
