/** Worker number, the card's four digits, and a code that is good once. */
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Typed } from '../../api/schema'
import { say } from '../../i18n/words'
import { Hindered } from '../door/Hindered'
import { Working } from '../door/Working'
import type { Hindrance } from '../door/hindrance'
import { NumberField } from './NumberField'
import { CardBack, CardFront, CodeSlip } from './Pictures'
import { canBeNumber } from './numbers'
import type { Typing } from './useTyped'
import { words } from './words'

const LENGTHS = { workerNumber: 14, digits: 4, code: 8 } as const

type Part = keyof Typed
type Missing = 'number' | 'typo' | 'digits' | 'code'

function missingIn(typed: Typed, part: Part): Missing | null {
  if (typed[part].length < LENGTHS[part]) {
    return part === 'workerNumber' ? 'number' : part
  }
  return part === 'workerNumber' && !canBeNumber(typed.workerNumber) ? 'typo' : null
}

interface Props extends Typing {
  id: string
  hindrance: Hindrance | null
  busy: boolean
  send: () => void
  lead?: ComponentChildren
}

export function TypedForm({ id, typed, change, hindrance, busy, send, lead }: Props) {
  const w = words.use()
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const submit = () => {
    setAsked(true)
    const first = (Object.keys(LENGTHS) as Part[]).find((part) => missingIn(typed, part) !== null)
    if (first === undefined) {
      send()
    } else {
      form.current?.querySelector<HTMLInputElement>(`#${first}`)?.focus()
    }
  }
  const field = (part: Part) => {
    const missing = asked ? missingIn(typed, part) : null
    return {
      name: part,
      length: LENGTHS[part],
      value: typed[part],
      change: (digits: string) => change({ [part]: digits }),
      missing: missing === null ? null : w.typed.missing[missing],
    }
  }
  const { number, digits, code } = w.typed
  return (
    <form
      id={id}
      ref={form}
      class="typed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {lead}
      {hindrance !== null && <Hindered hindrance={hindrance} typed />}
      <NumberField
        {...field('workerNumber')}
        label={number.name}
        where={number.where}
        picture={<CardFront />}
        autocomplete="username webauthn"
      />
      <NumberField {...field('digits')} label={digits.name} where={digits.where} picture={<CardBack />} autocomplete="off" />
      <NumberField {...field('code')} label={code.name} where={code.where} picture={<CodeSlip />} autocomplete="one-time-code" />
      <p class="cap">{say(w.typed.kept)}</p>
      <Working busy={busy} />
    </form>
  )
}
