/** A form to fill in: block by block, every field kept as it is left; at its foot it is sent. */
import { useState } from 'preact/hooks'
import { sendApplication, withdrawApplication } from '../../api/applications'
import type { Application, ApplicationForm } from '../../api/schema'
import { say, useLanguage } from '../../i18n/words'
import { Hindered } from '../door/Hindered'
import { Working } from '../door/Working'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import { AskingConsent } from './AskingConsent'
import { ItemField, idOf } from './ItemField'
import type { Writing } from './useApplication'
import { words } from './words'
import { faultsOf, progressOf, returnedOf, standing } from './writing'

interface Props {
  writing: Writing
  seen: Application
  form: ApplicationForm
  gone: () => void
}

export function Filling({ writing, seen, form, gone }: Props) {
  const w = words.use()
  const language = useLanguage()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const faults = faultsOf(seen, tried)
  const returned = returnedOf(seen)
  const { of, done } = progressOf(form, seen, writing.unsaved)

  const send = async () => {
    setBusy(true)
    setHindrance(null)
    setTried(true)
    try {
      const saved = await writing.save()
      const [first] = faultsOf(saved, true).keys()
      if (first === undefined && saved !== null) {
        writing.show(await sendApplication(seen.id, saved.turn, saved.formVersion, language))
        scrollTo(0, 0)
      } else if (first !== undefined) {
        reach(first)
      }
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  const proxied = seen.consent !== 'notNeeded'
  return (
    <form
      class="fields applying"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {returned !== null && (
        <section class="panel">
          <h2>{say(w.returned)}</h2>
          {returned.why !== '' && (
            <p>
              {say(w.wasReturned)}: {returned.why}
            </p>
          )}
        </section>
      )}
      {form.blocks.map(({ name, items }) => (
        <section key={name} class="panel block" aria-label={name}>
          <h2 lang={form.language}>{name}</h2>
          {items.map((item) => (
            <ItemField
              key={item.item}
              item={item}
              named={form.language}
              given={standing(item.item, seen, writing.unsaved)}
              change={(to) => writing.change(item.item, to)}
              fault={item.item in writing.unsaved ? null : (faults.get(item.item) ?? null)}
              returned={returned?.items[item.item] ?? null}
              contested={writing.contested[item.item] ?? null}
              settle={(mine) => writing.settle(item.item, mine)}
              limits={form.pictures}
            />
          ))}
        </section>
      ))}
      {proxied && <AskingConsent seen={seen} saved={writing.save} />}
      {hindrance !== null && <Hindered hindrance={hindrance} typed />}
      {tried && faults.size > 0 && (
        <p class="missing" role="status">
          {say(w.lacking(faults.size))}
        </p>
      )}
      <Kept writing={writing} of={of} done={done} />
      <button type="submit" class="btn main" aria-busy={busy} disabled={busy}>
        <span>{say(w.send)}</span>
      </button>
      <Working busy={busy} />
      <TakeBack id={seen.id} word={seen.state === 'draft' ? w.drop : w.withdraw} gone={gone} />
    </form>
  )
}

/** How much is done, and where what is written lies. */
function Kept({ writing, of, done }: { writing: Writing; of: number; done: number }) {
  const w = words.use()
  const open = Object.keys(writing.unsaved).length > 0
  const word = !open ? w.saved : writing.trouble === null ? w.saving : w.keptHere
  return (
    <p class="cap kept num" role="status">
      {say(w.progress(done, of))} · {say(word)}
    </p>
  )
}

export function TakeBack({ id, word, gone }: { id: string; word: string; gone: () => void }) {
  const w = words.use()
  const language = useLanguage()
  const [sure, setSure] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const act = async () => {
    if (!sure) {
      setSure(true)
      return
    }
    try {
      await withdrawApplication(id, language)
      gone()
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    }
  }
  return (
    <>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      <button type="button" class="btn quiet wide" onClick={() => void act()} onBlur={() => setSure(false)}>
        <span>{say(sure ? w.sure : word)}</span>
      </button>
    </>
  )
}

function reach(item: string): void {
  const field = document.getElementById(idOf(item))
  field?.scrollIntoView({ block: 'center' })
  const inside = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input, select, textarea, button') : field
  inside?.focus({ preventScroll: true })
}
