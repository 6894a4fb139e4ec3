/** A new site of a prime contractor; what is typed stays on the device until it is registered. */
import { useState } from 'preact/hooks'
import { ask, read, sending } from '../../api/client'
import { useDraft } from '../../features/claims/useDraft'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { SiteForm } from './SiteForm'
import { EMPTY, bodyOf, wrongIn } from './draft'
import { en, ja } from './words'

export function Page({ number }: PageProps) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [draft, change, forget] = useDraft(`new site of ${number}`, EMPTY)
  const [asked, setAsked] = useState(false)
  const { busy, outcome, act } = useActing()
  if (draft === null) {
    return null
  }
  const wrong = asked ? wrongIn(draft) : {}
  const send = async () => {
    setAsked(true)
    const [first] = Object.keys(wrongIn(draft))
    if (first !== undefined) {
      document.getElementById(first)?.focus()
      return
    }
    let made = ''
    const register = async () => {
      const answer = await ask('/v1/sites', { language, ...sending('POST', { ...bodyOf(draft), prime: number }) })
      made = (await read<{ number: string }>(answer)).number
    }
    if (await act(register, w.made)) {
      await forget()
      goTo(pathOf('site', made, 'form'))
    }
  }
  return (
    <main class="column">
      <h1>{w.newTitle}</h1>
      <form
        class="office-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <SiteForm draft={draft} change={change} wrong={wrong} />
        <Told outcome={outcome} />
        <p class="row">
          <button type="submit" class="btn main small" disabled={busy}>
            {w.create}
          </button>
          <small>{w.kept}</small>
        </p>
      </form>
    </main>
  )
}
