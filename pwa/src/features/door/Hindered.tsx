/** What keeps somebody from getting in, and what helps. Said at once, and aloud. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { dayInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { HelpCode, Reason } from '../../ui/Reason'
import { Node } from '../../ui/marks'
import { type Hindrance, findReason } from './hindrance'

const MINUTE_S = 60

interface Props {
  hindrance: Hindrance
  /** Whether something was typed, which stays. */
  typed?: boolean
}

export function Hindered({ hindrance, typed = false }: Props) {
  const t = useWords()
  if (typeof hindrance === 'object' && 'stumble' in hindrance) {
    const { why, what } = t.door.stumbles[hindrance.stumble]
    return (
      <Panel calm mark={<Icon name="face" size={28} />}>
        <p class="because">{say(why)}</p>
        <p>{say(what)}</p>
      </Panel>
    )
  }
  const problem = typeof hindrance === 'object' ? hindrance : null
  const reason = problem === null ? null : findReason(problem)
  if (reason === null) {
    return (
      <Panel calm mark={<Icon name={hindrance === 'offline' ? 'noSignal' : 'fresh'} size={28} />}>
        <p class="because">{say(hindrance === 'offline' ? t.trouble.offline : t.trouble.unreachable)}</p>
        {typed && <p>{say(t.door.kept)}</p>}
        <p>{say(t.door.signal)}</p>
        {problem?.help ? <HelpCode code={problem.help} /> : null}
      </Panel>
    )
  }
  const wait = problem?.retryAfterS
  return (
    <Panel mark={<Node step="stopped" />}>
      <Reason reason={reason} tone="stop" today={dayInJapan(Date.now())} />
      {wait !== undefined && <p class="num">{say(t.door.wait(Math.ceil(wait / MINUTE_S)))}</p>}
    </Panel>
  )
}

function Panel({ mark, calm = false, children }: { mark: ComponentChildren; calm?: boolean; children: ComponentChildren }) {
  const panel = useRef<HTMLDivElement>(null)
  // Whoever pressed the button at the foot sees what came of it.
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={panel} class={calm ? 'hindered calm' : 'hindered'} role="alert">
      {mark}
      <div>{children}</div>
    </div>
  )
}
