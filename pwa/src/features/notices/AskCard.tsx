/** Home's question, once a day was counted: may notices come here? With the reason, and a way to put it off. */
import './notices.css'
import '../../ui/Button.css'
import { useState } from 'preact/hooks'
import { say, useLanguage } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Node } from '../../ui/marks'
import { NEVER_ASKED, type Settings } from '../settings/settings'
import { Stopping } from './Stopping'
import { findStanding, turnOn } from './keeping'
import { useDoing } from './useDoing'
import { words } from './words'

export { words }

export const isOff = async () => (await findStanding()) === 'off'

export interface CardProps {
  /** Who is told here. */
  who: string
  asked: Settings['asked']
  put: (asked: Settings['asked']) => void
  close: () => void
}

export function AskCard({ who, asked, put, close }: CardProps) {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const [on, setOn] = useState(false)
  const putOff = () => put({ times: asked.times + 1, at: Date.now() })
  const allow = async () => {
    const stopped = await doing.run(() => turnOn(who, language))
    setOn(stopped === null)
    if (stopped === null) {
      put(NEVER_ASKED)
    } else if (typeof stopped === 'object' && 'own' in stopped) {
      putOff()
    }
  }
  if (on) {
    return (
      <section class="panel asking ok" role="status">
        <Node step="done" size={36} />
        <div>
          <p class="lead">{say(w.here.on)}</p>
          <p class="cap">{say(w.ask.change)}</p>
        </div>
      </section>
    )
  }
  return (
    <section class="panel asking" aria-labelledby="asking">
      <Icon name="bell" size={36} />
      <div>
        <h2 class="lead" id="asking">
          {say(w.ask.title)}
        </h2>
        <p>{say(w.here.why)}</p>
      </div>
      <Stopping doing={doing} />
      <div class="two">
        <button
          type="button"
          class="btn"
          onClick={() => {
            putOff()
            close()
          }}
        >
          <span>{say(w.ask.later)}</span>
        </button>
        <button type="button" class="btn strong" disabled={doing.busy} onClick={() => void allow()}>
          <span>{say(doing.busy ? w.here.busy : w.ask.yes)}</span>
        </button>
      </div>
    </section>
  )
}
