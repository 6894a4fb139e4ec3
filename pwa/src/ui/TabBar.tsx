/** The way around. Only what works is offered. */
import './TabBar.css'
import { type Address, addresses } from '../addresses'
import { plain, say, useWords } from '../i18n/words'
import { go } from '../routes'
import { Icon, type IconName } from './Icon'

export function TabBar({ at }: { at: Address }) {
  const t = useWords()
  const tabs: { address: Address; icon: IconName; name: string }[] = [
    { address: addresses.home, icon: 'home', name: t.tabs.home },
    { address: addresses.settings, icon: 'settings', name: t.tabs.settings },
  ]
  return (
    <nav class="tabs" aria-label={plain(t.tabs.label)}>
      {tabs.map(({ address, icon, name }) => (
        <a
          key={address}
          href={address}
          aria-current={at === address ? 'page' : undefined}
          onClick={(event) => {
            if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
              event.preventDefault()
              go(address)
            }
          }}
        >
          <Icon name={icon} size={26} />
          <span>{say(name)}</span>
        </a>
      ))}
    </nav>
  )
}
