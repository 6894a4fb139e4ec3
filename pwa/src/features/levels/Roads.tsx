/** Which of several fields is looked at: each with the level that is held or reached in it. */
import type { Road } from '../../api/road'
import type { Level } from '../../api/schema'
import { Said, plain } from '../../i18n/words'
import { pathTo } from '../../routes'
import { LevelShape } from '../../ui/LevelShape'
import { Link } from '../../ui/Link'
import { words } from './words'

export function Roads({ roads, at }: { roads: Road[]; at: string }) {
  const w = words.use()
  return (
    <nav class="roads" aria-label={plain(w.roads)}>
      {roads.map(({ field, name, held, reached }) => (
        <Link key={field} href={pathTo.road(field)} replace aria-current={field === at ? 'page' : undefined}>
          <LevelShape level={Math.max(held, reached) as Level} size={24} />
          <Said text={name} />
        </Link>
      ))}
    </nav>
  )
}
