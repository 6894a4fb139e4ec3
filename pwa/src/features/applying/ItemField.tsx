/** One item of a form: its name, its hint, the field for its kind of value, and what is wrong with it. */
import type { ComponentChildren } from 'preact'
import type { ApplicationChange, ApplicationItem, PictureLimits, Reason } from '../../api/schema'
import { Said, say } from '../../i18n/words'
import { Choices, YesNo } from './Choices'
import { Picture } from './Picture'
import { Entries } from './Entries'
import { Trades } from './Trades'
import { words } from './words'
import type { Value } from './writing'

export interface ItemProps {
  item: ApplicationItem
  /** The language in which the form is named. */
  named: string
  given: ApplicationChange
  change: (to: ApplicationChange) => void
  fault: Reason | null
  /** Why a reviewer gave it back. */
  returned: string | null
  contested: ApplicationChange | null
  settle: (mine: boolean) => void
  limits: PictureLimits
}

/** Kinds that are several controls under one name. */
const GROUPS = new Set(['choice', 'choices', 'yesNo', 'rows', 'trades', 'proof'])

export const idOf = (item: string) => `item-${item}`

export function ItemField(props: ItemProps) {
  const { item, named, given, change, fault, returned, contested, settle, limits } = props
  const w = words.use()
  const id = idOf(item.item)
  const grouped = GROUPS.has(item.kind)
  const told = { 'aria-invalid': fault !== null, 'aria-describedby': `${id}-about` }
  const name = (
    <>
      <span lang={named}>{item.name}</span>
      {item.required && <span class="must">{say(w.must)}</span>}
    </>
  )
  const about = (
    <div id={`${id}-about`}>
      {item.help !== '' && (
        <p class="cap" lang={named}>
          {item.help}
        </p>
      )}
      {item.isNew && <p class="cap">{say(w.isNew)}</p>}
      {item.standing !== null && (
        <p class="cap">
          {say(w.registered)}: <span lang={named}>{item.standing}</span>
        </p>
      )}
      {returned !== null && <p class="note">{returned}</p>}
      {fault !== null && (
        <p class="missing" role="alert">
          <Said text={fault.why} />
        </p>
      )}
    </div>
  )
  const laid = item.kind !== 'proof' && item.proofs.length > 0 && (item.mustBeProven === false || given.proof !== null)
  return (
    <Whole grouped={grouped} id={id} name={name}>
      {about}
      <Control
        item={item}
        id={id}
        named={named}
        value={given.value}
        set={(value) => change({ ...given, value })}
        told={told}
        limits={limits}
      />
      {laid && (
        <Picture item={item} proof={given.proof ?? null} set={(proof) => change({ ...given, proof })} limits={limits} named={named} small />
      )}
      {contested !== null && <Contested item={item} mine={contested.value} settle={settle} />}
    </Whole>
  )
}

function Whole({ grouped, id, name, children }: { grouped: boolean; id: string; name: ComponentChildren; children: ComponentChildren }) {
  return grouped ? (
    <fieldset class="field" id={id}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  ) : (
    <div class="field">
      <label for={id}>{name}</label>
      {children}
    </div>
  )
}

export interface Told {
  'aria-invalid': boolean
  'aria-describedby': string
}

interface ControlProps {
  item: ApplicationItem
  id: string
  named: string
  value: Value
  set: (value: Value) => void
  told: Told
  limits: PictureLimits
}

function Control({ item, id, named, value, set, told, limits }: ControlProps) {
  switch (item.kind) {
    case 'choice':
      return <Choices item={item} named={named} value={value} set={set} told={told} />
    case 'yesNo':
      return <YesNo item={item} value={value} set={set} told={told} />
    case 'prefecture':
      return <Prefecture item={item} id={id} named={named} value={value} set={set} told={told} />
    case 'trades':
      return <Trades item={item} value={value} set={set} told={told} />
    case 'rows':
      return <Entries item={item} named={named} value={value} set={set} />
    case 'proof':
      return <Picture item={item} proof={typeof value === 'string' ? value : null} set={set} limits={limits} named={named} />
    default:
      return <Line item={item} id={id} value={value} set={set} told={told} />
  }
}

const TYPES: Readonly<Record<string, object>> = {
  kana: { lang: 'ja', autocomplete: 'off' },
  latin: { autocapitalize: 'characters', autocomplete: 'off' },
  date: { type: 'date' },
  past: { type: 'date' },
  birth: { type: 'date' },
  phone: { type: 'tel', inputMode: 'tel' },
  mail: { type: 'email', inputMode: 'email' },
  postcode: { inputMode: 'numeric' },
  whole: { inputMode: 'numeric' },
  yen: { inputMode: 'numeric' },
  company: { inputMode: 'numeric' },
}
const FIGURES = new Set(['whole', 'yen'])

type LineProps = Omit<ControlProps, 'named' | 'limits'>

function Line({ item, id, value, set, told }: LineProps) {
  const shown = value === null ? '' : String(value)
  const take = (typed: string) => set(typed === '' ? null : FIGURES.has(item.kind) ? figureOf(typed) : typed)
  if (item.kind === 'lines') {
    return <textarea id={id} rows={4} value={shown} onInput={(event) => take(event.currentTarget.value)} {...told} />
  }
  return <input id={id} value={shown} onInput={(event) => take(event.currentTarget.value)} {...TYPES[item.kind]} {...told} />
}

/** Reads a figure as people type it: full width, with commas; what is none stays as it was typed, and the server says so. */
function figureOf(typed: string): number | string {
  const plain = typed.normalize('NFKC').replace(/[,\s円]/g, '')
  return /^\d{1,15}$/.test(plain) ? Number(plain) : typed
}

function Prefecture({ item, id, named, value, set, told }: Omit<ControlProps, 'limits'>) {
  const w = words.use()
  return (
    <select
      id={id}
      value={value === null ? '' : String(value)}
      onChange={(event) => set(Number(event.currentTarget.value) || null)}
      {...told}
    >
      <option value="">{w.choose.replace(/｜([^《]+)《[^》]+》/g, '$1')}</option>
      {item.choices.map(({ code, name }) => (
        <option key={code} value={code} lang={named}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** What another device wrote stands in the field; what was written here is offered beside it. */
function Contested({ item, mine, settle }: { item: ApplicationItem; mine: Value; settle: (mine: boolean) => void }) {
  const w = words.use()
  const said = item.choices.find(({ code }) => code === mine)?.name ?? String(mine ?? '–')
  return (
    <div class="note" role="alert">
      <p>{say(w.elsewhere)}</p>
      <button type="button" class="btn wide" onClick={() => settle(true)}>
        <span>
          {say(w.useMine)}: {said}
        </span>
      </button>
      <button type="button" class="btn quiet wide" onClick={() => settle(false)}>
        <span>{say(w.useTheirs)}</span>
      </button>
    </div>
  )
}
