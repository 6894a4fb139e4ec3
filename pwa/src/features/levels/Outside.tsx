/** A link out of the app: it says where it leads. */
import { Said } from '../../i18n/words'
import { Icon } from '../../ui/Icon'

export function Outside({ href, name }: { href: string; name?: string }) {
  const host = URL.canParse(href) ? new URL(href).host : href
  return (
    <a class="outside" href={href} target="_blank" rel="noreferrer">
      <span>
        {name !== undefined && <Said text={name} />} <small>{host}</small>
      </span>
      <Icon name="next" size={18} />
    </a>
  )
}
