/** A link inside the app: a plain one for whoever opens it elsewhere, without a reload for everybody else. */
import type { ComponentChildren } from 'preact'
import { go } from '../routes'

interface Props {
  href: string
  /** Whether it takes the place of this page in the history, as a switch of views does. */
  replace?: boolean
  class?: string
  'aria-label'?: string | undefined
  'aria-current'?: 'page' | 'date' | undefined
  children?: ComponentChildren
}

export function Link({ href, replace = false, children, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
          event.preventDefault()
          go(href, { replace })
        }
      }}
    >
      {children}
    </a>
  )
}
