/** One of several answers, and yes or no. */
import type { ApplicationItem } from '../../api/schema'
import { say } from '../../i18n/words'
import type { Told } from './ItemField'
import { words } from './words'
import type { Value } from './writing'

interface Props {
  item: ApplicationItem
  value: Value
  set: (value: Value) => void
  told: Told
}

export function Choices({ item, named, value, set, told }: Props & { named: string }) {
  return (
    <div class="choices">
      {item.choices.map(({ code, name }) => (
        <label key={code} lang={named}>
          <input
            type="radio"
            name={item.item}
            checked={value === code}
            onChange={() => set(code)}
            aria-describedby={told['aria-describedby']}
          />
          {name}
        </label>
      ))}
    </div>
  )
}

export function YesNo({ item, value, set, told }: Props) {
  const w = words.use()
  return (
    <div class="choices yesno">
      {[true, false].map((answer) => (
        <label key={String(answer)}>
          <input
            type="radio"
            name={item.item}
            checked={value === answer}
            onChange={() => set(answer)}
            aria-describedby={told['aria-describedby']}
          />
          <span>{say(answer ? w.yes : w.no)}</span>
        </label>
      ))}
    </div>
  )
}
