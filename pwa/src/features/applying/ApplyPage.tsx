/** Somebody who is in no register yet: a name, a key on this phone, what is accepted; then the applications. */
import '../../ui/Fields.css'
import './applying.css'
import { useMemo, useRef, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { askApplicant } from '../../api/applications'
import { say } from '../../i18n/words'
import { goBack } from '../../routes'
import { Icon } from '../../ui/Icon'
import type { PageProps } from '../pages'
import { ConsentStep } from '../enrolment/ConsentStep'
import { KeyStep } from '../enrolment/KeyStep'
import { Thought } from '../enrolment/Thought'
import { admission } from '../enrolment/admission'
import { useSteps } from '../enrolment/useSteps'
import { words as enrolment } from '../enrolment/words'
import { words as own } from './words'

/** This page's words, and those of the first login, whose screens it shares. */
export const words = {
  ...own,
  load: async (language: Parameters<typeof own.load>[0]) => void (await Promise.all([own.load(language), enrolment.load(language)])),
}

const OF = 3

export function Page({ choose, entered }: PageProps) {
  const w = own.use()
  const way = useMemo(() => admission(askApplicant), [])
  const [step, next] = useSteps()
  const [name, setName] = useState('')
  const [isIn, setIn] = useState(false)
  const done = () => entered(addresses.applications)
  if (isIn) {
    return <ConsentStep at={3} of={OF} worker={false} choose={choose} leave={null} done={done} />
  }
  if (step === 1 && name !== '') {
    const come = async (language: string, signal: AbortSignal) => {
      if (!way.isOpen()) {
        await way.show(name, language)
      }
      await way.come(language, signal)
    }
    return <KeyStep at={2} of={OF} said={w.apply.key} back={() => history.back()} choose={choose} come={come} done={() => setIn(true)} />
  }
  return <NameStep name={name} setName={setName} choose={choose} next={() => next(1)} />
}

interface NameProps extends Pick<PageProps, 'choose'> {
  name: string
  setName: (name: string) => void
  next: () => void
}

function NameStep({ name, setName, choose, next }: NameProps) {
  const w = own.use()
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const missing = asked && name.trim() === ''
  const foot = (
    <button type="submit" form="apply" class="btn main">
      <span>{say(w.apply.next)}</span>
    </button>
  )
  return (
    <Thought title={w.apply.title} at={1} of={OF} back={() => goBack(addresses.door)} choose={choose} foot={foot}>
      <ul class="what-for">
        {[w.apply.worker, w.apply.company].map(({ what, how }, index) => (
          <li key={what}>
            <Icon name={index === 0 ? 'person' : 'office'} size={28} />
            <span>
              <b>{say(what)}</b>
              <small>{say(how)}</small>
            </span>
          </li>
        ))}
      </ul>
      <form
        id="apply"
        class="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (name.trim() === '') {
            field.current?.focus()
          } else {
            next()
          }
        }}
      >
        <div class="field">
          <label for="apply-name">{say(w.apply.name)}</label>
          <p class="cap" id="apply-name-about">
            {say(w.apply.nameHow)}
          </p>
          <input
            id="apply-name"
            ref={field}
            maxLength={80}
            autocomplete="name"
            value={name}
            aria-invalid={missing}
            aria-describedby="apply-name-about"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          {missing && (
            <p class="missing" role="alert">
              {say(w.apply.nameMissing)}
            </p>
          )}
        </div>
      </form>
    </Thought>
  )
}
