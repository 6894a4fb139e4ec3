/** The first screen of a way in by typing: three numbers, who gives the code, and what the server says. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import type { Typed } from '../../api/schema'
import { say, useLanguage } from '../../i18n/words'
import { goBack } from '../../routes'
import type { IconName } from '../../ui/Icon'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import type { PageProps } from '../pages'
import { Thought } from './Thought'
import { TypedForm } from './TypedForm'
import { WaysSheet } from './WaysSheet'
import { useOffer } from './useOffer'
import type { Typing } from './useTyped'
import { words } from './words'

const GIVERS: readonly IconName[] = ['office', 'card', 'paper']

interface Props extends Pick<PageProps, 'choose' | 'entered'>, Typing {
  title: string
  at: number
  of: number
  lead?: ComponentChildren
  /** What was said on a later screen about what was typed here. */
  before: Hindrance | null
  show: (typed: Typed, language: string) => Promise<void>
  done: () => void
  turnAside?: (hindrance: Hindrance) => boolean
}

export function TypedStep({ typed, change, title, at, of, lead, before, show, done, turnAside, choose, entered }: Props) {
  const w = words.use()
  const language = useLanguage()
  const [hindrance, setHindrance] = useState(before)
  const [busy, setBusy] = useState(false)
  const [sheet, setSheet] = useState(false)
  useOffer(!busy, entered, (cause) => setHindrance(hindranceOf(cause)))

  const send = async () => {
    if (busy) {
      return
    }
    setBusy(true)
    setHindrance(null)
    try {
      await show(typed, language)
      done()
    } catch (cause) {
      const met = hindranceOf(cause)
      if (turnAside?.(met) !== true) {
        setHindrance(met)
      }
    } finally {
      setBusy(false)
    }
  }
  const foot = (
    <>
      <button type="submit" form="typed" class="btn main" aria-busy={busy}>
        <span>{say(w.typed.next)}</span>
      </button>
      <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => setSheet(true)}>
        <span>{say(w.typed.noCode)}</span>
      </button>
    </>
  )
  return (
    <Thought title={title} at={at} of={of} back={() => goBack(addresses.door)} choose={choose} foot={foot}>
      <TypedForm id="typed" hindrance={hindrance} busy={busy} typed={typed} change={change} send={() => void send()} lead={lead} />
      {sheet && <WaysSheet ways={w.where} icons={GIVERS} close={() => setSheet(false)} />}
    </Thought>
  )
}
