/** The level card of whoever the passport is about. */
import type { ComponentChildren } from 'preact'
import type { Passport } from '../../api/schema'
import { addresses } from '../../addresses'
import { Said, plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { LevelCard } from '../../ui/LevelCard'
import { Link } from '../../ui/Link'
import { cardNotice, withReading } from './model'

interface Props {
  passport: Passport
  /** Whether it leads to the pass, and by the name to the settings. */
  show?: boolean
  /** What stands on the card between the level and the name. */
  children?: ComponentChildren
}

export function Card({ passport: { worker, today }, show = false, children }: Props) {
  const t = useWords()
  const language = useLanguage()
  // Who reads kanji reads the name as it is registered.
  const latin = language === 'ja' || language === 'ja-x-easy' || language === 'zh' ? null : worker.nameLatin
  const name = language === 'ja-x-easy' ? withReading(worker.name, worker.nameKana) : worker.name
  const written = latin ?? <span lang="ja">{say(name)}</span>
  return (
    <LevelCard
      level={worker.level}
      label={latin ?? worker.name}
      name={
        show ? (
          <Link href={addresses.settings} aria-label={plain(t.level.toSettings(latin ?? worker.name))}>
            {written}
            <Icon name="next" size={18} />
          </Link>
        ) : (
          written
        )
      }
      trade={worker.trade === null ? say(t.level.noTrade) : <Said text={worker.trade.name} />}
      notice={cardNotice(worker, today.workDate, t)}
      show={show}
    >
      {children}
    </LevelCard>
  )
}
