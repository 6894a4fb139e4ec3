/** A page never seen that cannot reach the server: says what is so, what helps, and tries again. */
import '../../ui/Button.css'
import type { ComponentChildren } from 'preact'
import { reasonOf } from '../../api/client'
import { dayInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { HelpCode, Reason } from '../../ui/Reason'
import { type Trouble, isRefusal, tryAgain } from './watch'

interface Props {
  trouble: Trouble
  /** What there is nothing of; the whole phone, if nothing is said. */
  what?: ComponentChildren
}

export function NothingKept({ trouble, what }: Props) {
  const t = useWords()
  const help = typeof trouble === 'object' ? trouble.help : null
  if (isRefusal(trouble)) {
    return (
      <section class="panel" role="status">
        <Reason reason={reasonOf(trouble)} tone="stop" today={dayInJapan(Date.now())} />
      </section>
    )
  }
  return (
    <section class="panel nothing" role="status">
      <Icon name={trouble === 'offline' ? 'noSignal' : 'fresh'} size={44} />
      <p class="lead">
        {say(trouble === 'offline' ? t.trouble.offline : t.trouble.unreachable)}
        <br />
        {what ?? say(t.trouble.nothingKept)}
      </p>
      <p>{say(trouble === 'offline' ? t.trouble.nothingKeptWhy : t.trouble.again)}</p>
      <button type="button" class="btn main" onClick={tryAgain}>
        {say(t.trouble.retry)}
      </button>
      {help ? <HelpCode code={help} /> : null}
    </section>
  )
}
