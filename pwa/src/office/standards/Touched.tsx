/** Whom a version touches: how many reach each level before and after, and how many rise or fall. */
import type { Level } from '../../api/schema'
import { LevelShape } from '../../ui/LevelShape'
import type { Version } from '../levels/calls'
import { useOwn } from '../own'
import { en, ja } from './words'

export function Touched({ touched, state }: Pick<Version, 'touched' | 'state'>) {
  const w = useOwn({ ja, en })
  if (touched === null) {
    return state === 'proposed' ? (
      <p class="under" role="status">
        {w.touched}：{w.counting}
      </p>
    ) : null
  }
  return (
    <dl class="touched">
      <div>
        <dt>{w.touched}</dt>
        <dd class="num">{w.people(touched.people)}</dd>
      </div>
      <div>
        <dt>{w.rising}</dt>
        <dd class="num">{w.people(touched.rising)}</dd>
      </div>
      <div class={touched.falling > 0 ? 'stop' : ''}>
        <dt>{w.falling}</dt>
        <dd class="num">{w.people(touched.falling)}</dd>
      </div>
      {([2, 3, 4] as const).map((level) => (
        <Reached key={level} level={level} before={touched.reachedBefore[level] ?? 0} after={touched.reached[level] ?? 0} />
      ))}
    </dl>
  )
}

function Reached({ level, before, after }: { level: Level; before: number; after: number }) {
  const w = useOwn({ ja, en })
  return (
    <div>
      <dt class="nm">
        <LevelShape level={level} size={20} /> {w.level(level)}
      </dt>
      <dd class="num">
        {w.people(before)} → {w.people(after)}
      </dd>
    </div>
  )
}
