/** What a new phone says while there is a wait, and when it is over. */
import { addresses } from '../../addresses'
import type { Instant } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { go, goBack } from '../../routes'
import type { IconName } from '../../ui/Icon'
import { Node } from '../../ui/marks'
import type { PageProps } from '../pages'
import { Thought } from './Thought'
import { WaysList } from './WaysSheet'
import { words } from './words'

const WAITS: readonly IconName[] = ['key', 'paper', 'phone']

interface WaitingProps extends Pick<PageProps, 'choose'> {
  of: number
  opensAt: Instant
  type: () => void
}

export function Waiting({ of, opensAt, choose, type }: WaitingProps) {
  const t = useWords()
  const w = words.use()
  const foot = (
    <>
      <button type="button" class="btn main" onClick={() => go(addresses.door)}>
        <span>{say(w.newPhone.understood)}</span>
      </button>
      <button type="button" class="btn quiet" onClick={type}>
        <span>{say(w.newPhone.type)}</span>
      </button>
    </>
  )
  const when = `${t.dateWithWeekday(dayInJapan(opensAt))} ${timeInJapan(opensAt)}`
  return (
    <Thought title={w.newPhone.waitTitle(when)} at={1} of={of} back={() => goBack(addresses.door)} choose={choose} foot={foot}>
      <div class="waiting" role="status">
        <Node step="waiting" size={84} />
      </div>
      <section class="panel">
        <WaysList ways={w.newPhone.waits} icons={WAITS} />
      </section>
      <p>{say(w.newPhone.old)}</p>
    </Thought>
  )
}

export function Done({ of, choose, entered }: Pick<PageProps, 'choose' | 'entered'> & { of: number }) {
  const w = words.use()
  const foot = (
    <button type="button" class="btn main" onClick={() => entered()}>
      <span>{say(w.newPhone.open)}</span>
    </button>
  )
  return (
    <Thought title={w.newPhone.done} at={of} of={of} choose={choose} foot={foot}>
      <div class="waiting">
        <Node step="done" size={84} />
      </div>
      <p class="lead-in">{say(w.newPhone.doneNote)}</p>
    </Thought>
  )
}
