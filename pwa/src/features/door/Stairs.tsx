/** What a level is for, without a word: days pile up, and on them stand the four levels. */
import { plain, useWords } from '../../i18n/words'
import type { Level } from '../../api/schema'
import { LevelShape } from '../../ui/LevelShape'

const LEVELS: readonly Level[] = [1, 2, 3, 4]

export function Stairs() {
  const t = useWords()
  const names = LEVELS.map((level) => plain(`${t.level.name(level)} ${t.level.word[level]}`))
  return (
    <div class="stairs" role="img" aria-label={names.join(', ')}>
      {LEVELS.map((level) => (
        <span key={level} class={`stair s${level}`}>
          <LevelShape level={level} size={46} />
          <i />
        </span>
      ))}
    </div>
  )
}
