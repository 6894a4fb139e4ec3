/** Digits, set in groups while they are typed; of any script, with whatever stands between, typed or pasted. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { say } from '../../i18n/words'
import { digitsIn, grouped, placeAfter } from './numbers'

interface Props {
  name: string
  label: string
  where: string
  picture: ComponentChildren
  length: number
  value: string
  change: (digits: string) => void
  autocomplete: string
  missing: string | null
}

export function NumberField({ name, label, where, picture, length, value, change, autocomplete, missing }: Props) {
  /** What an input method is still composing; it is left alone until it is done. */
  const [composing, setComposing] = useState<string | null>(null)
  const take = (input: HTMLInputElement) => {
    const before = digitsIn(input.value.slice(0, input.selectionStart ?? input.value.length)).length
    const digits = digitsIn(input.value).slice(0, length)
    const shown = grouped(digits)
    input.value = shown
    const place = placeAfter(shown, before)
    input.setSelectionRange(place, place)
    setComposing(null)
    change(digits)
  }
  const about = missing === null ? `${name}-where` : `${name}-where ${name}-missing`
  return (
    <div class="number">
      {picture}
      <label for={name}>{say(label)}</label>
      <p class="cap" id={`${name}-where`}>
        {say(where)}
      </p>
      <input
        id={name}
        name={name}
        type="text"
        data-length={length}
        inputMode="numeric"
        autocomplete={autocomplete}
        enterkeyhint="next"
        value={composing ?? grouped(value)}
        aria-invalid={missing !== null}
        aria-describedby={about}
        onInput={(event) => (event.isComposing ? setComposing(event.currentTarget.value) : take(event.currentTarget))}
        onCompositionEnd={(event) => take(event.currentTarget)}
      />
      {missing !== null && (
        <p class="missing" id={`${name}-missing`} role="alert">
          {say(missing)}
        </p>
      )}
    </div>
  )
}
