/** A field of a claim with its label, and what is missing in it. */
import type { ComponentChildren } from 'preact'
import { say, useWords } from '../../i18n/words'
import type { Missing } from './claims'
import { words } from './words'

interface FieldProps {
  name: string
  label: string
  hint?: string
  missing: Missing[]
  children: ComponentChildren
}

export function Field({ name, label, hint, missing, children }: FieldProps) {
  return (
    <div class="field">
      <label for={`claim-${name}`}>
        {say(label)} {hint !== undefined && <small>{say(hint)}</small>}
      </label>
      {children}
      <IsMissing name={name} missing={missing} />
    </div>
  )
}

export function IsMissing({ name, missing }: { name: string; missing: Missing[] }) {
  const t = useWords()
  const w = words.use()
  const found = missing.find((one) => one === name)
  return found === undefined ? null : (
    <p class="missing" id={`claim-${found}-missing`} role="alert">
      {say(found === 'kind' || found === 'note' ? w.wrong.missing[found] : t.claim.missing[found])}
    </p>
  )
}

/** Ties a field to what is missing in it, for whoever hears the page. */
export function told(name: Missing, missing: Missing[]) {
  return missing.includes(name) ? { 'aria-invalid': true, 'aria-describedby': `claim-${name}-missing` } : {}
}
