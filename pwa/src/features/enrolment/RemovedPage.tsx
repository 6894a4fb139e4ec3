/** In the way of the passport: the registration of whoever is signed in has ended. */
import { say, useWords } from '../../i18n/words'
import { Hindered } from '../door/Hindered'
import type { PageProps } from '../pages'
import { Thought } from './Thought'
import { problemOf } from './secrets'
import { words } from './words'

export { words }

export function Page({ view, choose, leave }: PageProps) {
  const t = useWords()
  const w = words.use()
  const problem = problemOf(view.trouble)
  const foot = leave !== null && (
    <button type="button" class="btn wide" onClick={() => void leave()}>
      <span>{say(t.leave)}</span>
    </button>
  )
  return (
    <Thought title={w.removed.title} choose={choose} foot={foot}>
      {problem !== null && <Hindered hindrance={problem} />}
      <p>{say(w.removed.note)}</p>
    </Thought>
  )
}
