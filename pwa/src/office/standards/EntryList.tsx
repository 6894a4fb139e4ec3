/** Qualifications that a level asks for, each on a line; what comes and what goes is said in words too. */
import type { Entry } from '../levels/calls'
import { useOwn } from '../own'
import { namesIn, overlay } from './changes'
import type { Names } from './names'
import { en, ja } from './words'

interface Props {
  entries: readonly Entry[]
  /** What is in force, where it is compared. */
  before: readonly Entry[] | null
  names: Names
}

export function EntryList({ entries, before, names }: Props) {
  const w = useOwn({ ja, en })
  return (
    <ul class="entries">
      {overlay(before, entries).map(({ one, change }) => (
        <li key={JSON.stringify(one)} class={change}>
          {change !== 'same' && <b class="change">{w[change]}</b>}
          <span>{namesIn(one).map(names.said).join(` ${w.or} `)}</span>
        </li>
      ))}
    </ul>
  )
}
