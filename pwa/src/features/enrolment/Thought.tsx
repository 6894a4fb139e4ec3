/** One thought a screen: the way back, how far one is, one sentence, and at the foot what is to be done. */
import './enrolment.css'
import '../../ui/Button.css'
import '../door/DoorPage.css'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { plain, say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { LanguageButton } from '../door/LanguageButton'
import type { PageProps } from '../pages'
import { words } from './words'

interface Props extends Pick<PageProps, 'choose'> {
  title: string
  /** Which screen of how many; none where there is one alone. */
  at?: number
  of?: number
  back?: (() => void) | null
  children: ComponentChildren
  foot: ComponentChildren
}

/** Every thought but the first is read from its beginning; on opening, the page itself is. */
let anyBefore = false

export function Thought({ title, at, of, back = null, choose, children, foot }: Props) {
  const t = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (anyBefore) {
      head.current?.focus({ preventScroll: true })
    }
    anyBefore = true
  }, [])
  return (
    <>
      <header class="bar inner">
        {back === null ? (
          <p class="brand alone">{say(t.app)}</p>
        ) : (
          <button type="button" class="iconbtn" aria-label={plain(t.back)} onClick={back}>
            <Icon name="back" />
          </button>
        )}
        <span class="grow" />
        <LanguageButton choose={choose} />
      </header>
      <main class="thought">
        {at !== undefined && of !== undefined && <Progress at={at} of={of} />}
        <h1 ref={head} tabIndex={-1}>
          {say(title)}
        </h1>
        {children}
        <div class="space" />
        <div class="feet">{foot}</div>
      </main>
    </>
  )
}

function Progress({ at, of }: { at: number; of: number }) {
  const w = words.use()
  return (
    <div class="progress" role="img" aria-label={plain(w.progress(at, of))}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index + 1 < at ? 'done' : index + 1 === at ? 'on' : ''} />
      ))}
    </div>
  )
}
