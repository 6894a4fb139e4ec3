/** How much of something: a thumb for a gloved finger, the value beside the name, one unit a press of an arrow key. */
import './Slider.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { say } from '../i18n/words'

interface Props {
  name: string
  value: number
  least: number
  most: number
  /** What cannot be passed at present, below `most`. */
  limit?: number
  shown: ComponentChildren
  /** The value as it is read out. */
  spoken: string
  set: (value: number) => void
}

export function Slider({ name, value, least, most, limit = most, shown, spoken, set }: Props) {
  const id = useId()
  const share = (n: number) => `${((n - least) / (most - least || 1)) * 100}%`
  return (
    <div class="slider" style={{ '--at': share(value), '--limit': share(limit) }}>
      <label for={id}>{say(name)}</label>
      <output for={id} class="num">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={1}
        value={value}
        aria-valuetext={spoken}
        onInput={({ currentTarget: range }) => {
          const wanted = Math.min(Number(range.value), limit)
          range.value = String(wanted)
          set(wanted)
        }}
      />
    </div>
  )
}
