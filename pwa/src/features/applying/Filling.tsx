/** A form to fill in: block by block, every field kept as it is left; at its foot it is sent. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { sendApplication, withdrawApplication } from '../../api/applications'
import type { Application, ApplicationForm, ApplicationItem } from '../../api/schema'
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
  const show = (item: ApplicationItem) => (
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
  )
  /** Whether an item that may be left out has something to show. */
  const isOpen = ({ item, isNew }: ApplicationItem) =>
    isNew ||
    faults.has(item) ||
    item in writing.contested ||
    (returned !== null && item in returned.items) ||
    standing(item, seen, {}).value !== null
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
        <Block key={name} name={name} items={items} named={form.language} folds={of > 0} isOpen={isOpen} show={show} />
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

interface BlockProps {
  name: string
  items: readonly ApplicationItem[]
  named: string
  /** Whether what may be left out is folded; not where nothing must be given at all. */
  folds: boolean
  isOpen: (item: ApplicationItem) => boolean
  show: (item: ApplicationItem) => ComponentChildren
}

/** A block: what must be given, and folded below it what may be left out. */
function Block({ name, items, named, folds, isOpen, show }: BlockProps) {
  const w = words.use()
  const musts = folds ? items.filter(({ required }) => required) : items
  const others = folds ? items.filter(({ required }) => !required) : []
  const [unfolded] = useState(() => others.some(isOpen))
  return (
    <section class="panel block" aria-label={name}>
      <h2 lang={named}>{name}</h2>
      {musts.map(show)}
      {others.length > 0 && (
        <details open={unfolded || others.some(isOpen)}>
          <summary>{say(w.optional(others.length))}</summary>
          <div class="block">{others.map(show)}</div>
        </details>
      )}
    </section>
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
