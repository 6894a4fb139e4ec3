/** The fields of the office's forms: a name, a hint, and what is wrong with it. */
import type { ComponentChildren } from 'preact'

interface FieldProps {
  id: string
  label: string
  hint?: string | undefined
  wrong?: string | null
  children: ComponentChildren
}

export function Field({ id, label, hint, wrong = null, children }: FieldProps) {
  return (
    <div class="of">
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && <small>{hint}</small>}
      {wrong !== null && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

interface LineProps extends Omit<FieldProps, 'children'> {
  value: string
  set: (value: string) => void
  type?: 'text' | 'date' | 'time'
  wide?: boolean
  /** A figure: short, and right. */
  figure?: boolean
}

export function Line({ id, label, hint, wrong = null, value, set, type = 'text', wide = false, figure = false }: LineProps) {
  const told = { 'aria-invalid': wrong !== null, 'aria-describedby': wrong === null ? undefined : `${id}-wrong` }
  const shared = {
    id,
    value,
    class: wide ? 'wide' : figure ? 'figure num' : '',
    ...(figure && { inputMode: 'numeric' as const }),
    onInput: (event: InputEvent) => set((event.currentTarget as HTMLInputElement).value),
    ...told,
  }
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      {type === 'date' ? <input type="date" {...shared} /> : type === 'time' ? <input type="time" {...shared} /> : <input {...shared} />}
    </Field>
  )
}

interface PickProps extends Omit<FieldProps, 'children'> {
  value: string
  set: (value: string) => void
  choices: readonly (readonly [string, string])[]
}

export function Pick({ id, label, hint, wrong = null, value, set, choices }: PickProps) {
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)} aria-invalid={wrong !== null}>
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
