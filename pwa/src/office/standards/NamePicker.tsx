/** A qualification, searched while its name is typed: arrows walk, Enter takes, Escape closes. */
import { useMemo, useState } from 'preact/hooks'
import { useOwn } from '../own'
import { find } from './finding'
import type { Names } from './names'
import { en, ja } from './words'

interface Props {
  id: string
  label: string
  names: Names
  /** Official names that are taken already. */
  without: readonly string[]
  pick: (official: string) => void
}

export function NamePicker({ id, label, names, without, pick }: Props) {
  const w = useOwn({ ja, en })
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useMemo(() => (open ? find(names.all, typed, without) : []), [open, names, typed, without])
  const take = (name: string | undefined) => {
    if (name !== undefined) {
      pick(name)
      setTyped('')
      setOpen(false)
      setAt(0)
    }
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.isComposing) {
      return
    }
    if (step !== undefined) {
      event.preventDefault()
      setOpen(true)
      setAt(Math.min(Math.max(at + (open ? step : 0), 0), Math.max(found.length - 1, 0)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(found[at]?.ja)
    } else if (event.key === 'Escape') {
      setOpen(false)
    }
  }
  return (
    <div class="picker">
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-found`}
        aria-activedescendant={open && found.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        placeholder={w.findName}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div class="choices" id={`${id}-found`} role="listbox" aria-label={label} hidden={!open}>
        {found.map(({ key, ja: official, name }, place) => (
          // The keys are the field's; a choice is no stop of its own.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={key}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(official)}
          >
            {name}
          </div>
        ))}
        {open && found.length === 0 && (
          <div class="quiet-word" role="option" aria-selected={false} aria-disabled="true" tabIndex={-1}>
            {w.nothingNamed}
          </div>
        )}
      </div>
    </div>
  )
}
