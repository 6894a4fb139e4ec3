/** What became of the day: one mark, one sentence, and under it what belongs to it. */
import './Verdict.css'
import type { ComponentChildren } from 'preact'
import { Mark, type MarkKind } from './marks'

const tone: Readonly<Record<MarkKind, string>> = { counted: ' ok', waiting: ' wait', stopped: ' stop', none: '', rest: '' }

interface Props {
  kind: MarkKind
  title: string
  sentence: ComponentChildren
  land: boolean
  /** Lines beside the mark, under the sentence. */
  lines: ComponentChildren
  children?: ComponentChildren
}

export function Verdict({ kind, title, sentence, land, lines, children }: Props) {
  return (
    <section class={`panel today${tone[kind]}`} aria-label={title}>
      <div class="verdict">
        <Mark kind={kind} land={land} />
        <div>
          <p class="v" role="status">
            {sentence}
          </p>
          {lines}
        </div>
      </div>
      {children}
    </section>
  )
}
