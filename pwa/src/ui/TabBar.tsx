/** The way around. Only what works is offered. */
import './TabBar.css'
import { type Address, addresses } from '../addresses'
import { plain, say, useWords } from '../i18n/words'
import { Icon, type IconName } from './Icon'
import { Link } from './Link'

export function TabBar({ at }: { at: Address }) {
  const t = useWords()
  const tabs: { address: Address; icon: IconName; name: string }[] = [
    { address: addresses.home, icon: 'home', name: t.tabs.home },
    { address: addresses.history, icon: 'calendar', name: t.tabs.history },
    { address: addresses.pass, icon: 'pass', name: t.tabs.pass },
    { address: addresses.road, icon: 'road', name: t.tabs.road },
    { address: addresses.settings, icon: 'settings', name: t.tabs.settings },
  ]
  return (
    <nav class="tabs" aria-label={plain(t.tabs.label)}>
      {tabs.map(({ address, icon, name }) => (
        <Link key={address} href={address} aria-current={at === address ? 'page' : undefined}>
          <Icon name={icon} size={26} />
          <span>{say(name)}</span>
        </Link>
      ))}
    </nav>
  )
}
