/** The card in the colour of the level: pattern, shape, number and word together, then name and trade. */
import './LevelCard.css'
import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses'
import type { Level } from '../api/schema'
import { plain, say, useWords } from '../i18n/words'
import { Icon } from './Icon'
import { LevelShape } from './LevelShape'
import { Link } from './Link'

interface Props {
  level: Level
  /** The name as a label reads it, and as the card sets it. */
  label: string
  name: ComponentChildren
  trade: ComponentChildren
  /** One line above the name, such as the end of the card. */
  notice?: string | null
  /** Whether it leads to the pass. */
  show?: boolean
  /** What stands between the level and the name. */
  children?: ComponentChildren
}

export function LevelCard({ level, label, name, trade, notice = null, show = false, children }: Props) {
  const t = useWords()
  return (
    <section class={`levelcard lv${level}`} aria-label={plain(t.level.card(level, label))}>
      <LevelShape level={level} size={62} />
      <div>
        <p class="lvname">{say(t.level.name(level))}</p>
        <p class="sub">{say(t.level.word[level])}</p>
      </div>
      {show && (
        <Link href={addresses.pass} class="show">
          <Icon name="code" size={28} />
          <span>{say(t.tabs.pass)}</span>
        </Link>
      )}
      {children}
      <div class="who">
        {notice !== null && <p class="ends num">{say(notice)}</p>}
        <p class="name">{name}</p>
        <p class="trade">{trade}</p>
      </div>
    </section>
  )
}
