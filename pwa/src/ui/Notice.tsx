/** One line above the page that says what is not as usual; at most one on a screen. */
import './Notice.css'
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon'

export function Notice({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}
