/** Several entries of the same fields: schooling, qualifications, courses, awards. */
import type { ApplicationItem } from '../../api/schema'
import { say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { words } from './words'
import type { Value } from './writing'

type Entry = Readonly<Record<string, string>>

interface Props {
  item: ApplicationItem
  named: string
  value: Value
  set: (value: Value) => void
}

export function Entries({ item, named, value, set }: Props) {
  const w = words.use()
  const entries = (Array.isArray(value) ? value : []) as readonly Entry[]
  const put = (next: readonly Entry[]) => set(next.length === 0 ? null : [...next])
  return (
    <div class="several">
      {entries.map((entry, index) => (
        <div class="one" key={index} role="group" aria-label={`${item.name} ${index + 1}`}>
          {item.fields.map(({ code, name }) => (
            <div class="field" key={code}>
              <label for={`${item.item}-${index}-${code}`} lang={named}>
                {name}
              </label>
              <input
                id={`${item.item}-${index}-${code}`}
                {...(code.endsWith('_on') && { type: 'date' })}
                value={entry[code] ?? ''}
                onInput={(event) => put(entries.with(index, { ...entry, [code]: event.currentTarget.value }))}
              />
            </div>
          ))}
          <button type="button" class="btn quiet" onClick={() => put(entries.toSpliced(index, 1))}>
            <span>{say(w.remove)}</span>
          </button>
        </div>
      ))}
      <button type="button" class="btn wide" onClick={() => put([...entries, {}])}>
        <Icon name="add" />
        <span>{say(w.add)}</span>
      </button>
    </div>
  )
}
