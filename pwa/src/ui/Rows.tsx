/** Rows that lead elsewhere: an icon, a name, what is found there. */
import './Rows.css'
import type { ComponentChildren } from 'preact'
import { say } from '../i18n/words'
import { Icon, type IconName } from './Icon'
import { Link } from './Link'

interface Props {
  href: string
  icon: IconName
  name: string
  holds?: ComponentChildren
}

export function RowLink({ href, icon, name, holds }: Props) {
  return (
    <li>
      <Link href={href}>
        <Icon name={icon} size={28} />
        <span>
          <b>{say(name)}</b>
          {holds !== undefined && <small>{typeof holds === 'string' ? say(holds) : holds}</small>}
        </span>
        <Icon name="next" size={20} />
      </Link>
    </li>
  )
}
