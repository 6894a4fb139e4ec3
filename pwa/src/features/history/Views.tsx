/** The switch between the three ways to look at a time: calendar, list, year. And the arrows to the time before and after. */
import type { Month } from '../../api/schema'
import { plain, say, useWords } from '../../i18n/words'
import { type View, pathTo } from '../../routes'
import { Icon, type IconName } from '../../ui/Icon'
import { Link } from '../../ui/Link'

export function Views({ month, at }: { month: Month; at: View | 'year' }) {
  const t = useWords()
  const views: { name: View | 'year'; icon: IconName; href: string }[] = [
    { name: 'calendar', icon: 'calendar', href: pathTo.month(month) },
    { name: 'list', icon: 'list', href: pathTo.month(month, 'list') },
    { name: 'year', icon: 'bars', href: pathTo.year(month) },
  ]
  return (
    <nav class="views" aria-label={plain(t.history.views.label)}>
      {views.map(({ name, icon, href }) => (
        <Link key={name} href={href} replace aria-current={name === at ? 'page' : undefined}>
          <Icon name={icon} size={20} />
          <span>{say(t.history.views[name])}</span>
        </Link>
      ))}
    </nav>
  )
}

interface LeafProps {
  title: string
  before: { href: string; name: string } | null
  after: { href: string; name: string } | null
}

export function Leaf({ title, before, after }: LeafProps) {
  const t = useWords()
  return (
    <div class="leaf">
      {before === null ? (
        <span class="iconbtn" />
      ) : (
        <Link class="iconbtn" href={before.href} replace aria-label={plain(t.history.before(before.name))}>
          <Icon name="back" />
        </Link>
      )}
      <h2 class="num" aria-live="polite">
        {say(title)}
      </h2>
      {after === null ? (
        <span class="iconbtn" />
      ) : (
        <Link class="iconbtn" href={after.href} replace aria-label={plain(t.history.after(after.name))}>
          <Icon name="next" />
        </Link>
      )}
    </div>
  )
}
