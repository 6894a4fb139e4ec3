/** The level card of whoever the passport is about. */
import type { ComponentChildren } from 'preact'
import type { Passport } from '../../api/schema'
import { Said, say, useLanguage, useWords } from '../../i18n/words'
import { LevelCard } from '../../ui/LevelCard'
import { cardNotice, withReading } from './model'

interface Props {
  passport: Passport
  /** Whether it leads to the pass. */
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
  return (
    <LevelCard
      level={worker.level}
      label={latin ?? worker.name}
      name={latin ?? <span lang="ja">{say(name)}</span>}
      trade={worker.trade === null ? say(t.level.noTrade) : <Said text={worker.trade.name} />}
      notice={cardNotice(worker, today.workDate, t)}
      show={show}
    >
      {children}
    </LevelCard>
  )
}
