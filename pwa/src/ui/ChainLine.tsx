/** タッチ → 就業日 → 退職金: how far the day has come, and where it is cut. */
import './ChainLine.css'
import type { ComponentChildren } from 'preact'
import { plain, say, useWords } from '../i18n/words'
import { Node, type Step } from './marks'

export interface Link {
  name: string
  step: Step
  caption: ComponentChildren
}

/** `quiet` where the captions say the state already. */
export function ChainLine({ links, quiet = false }: { links: Link[]; quiet?: boolean }) {
  const t = useWords()
  return (
    <ol class="chain">
      {links.map((link) => (
        <li key={link.name} class={link.step}>
          {link.step === 'stopped' && <Cut />}
          <Node step={link.step} />
          <b>{say(link.name)}</b>
          <span class="num">{link.caption}</span>
          {!quiet && <span class="vh">{plain(t.chain.label[link.step])}</span>}
        </li>
      ))}
    </ol>
  )
}

/** The break line of a working drawing. */
function Cut() {
  return (
    <svg class="cut" width="20" height="26" viewBox="0 0 20 26" aria-hidden="true">
      <path d="M6 0h8v26H6z" fill="var(--stop-tint)" />
      <path d="M6 1c-5 4 4 8 0 12s5 8 0 12M14 1c-5 4 4 8 0 12s5 8 0 12" fill="none" stroke="var(--stop-fill)" stroke-width="2.600" />
    </svg>
  )
}
