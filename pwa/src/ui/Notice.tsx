/** One line above the page that says what is not as usual; at most one on a screen. */
import './Notice.css'
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon'

interface Props {
  icon: IconName
  /** wait: not as usual · stop: somebody must do something. */
  tone?: 'wait' | 'stop'
  children: ComponentChildren
}

export function Notice({ icon, tone = 'wait', children }: Props) {
  return (
    <div class={`notice ${tone}`} role="status">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}
