/** What is still to be got ready, each with why, who, what, where and until when. */
import type { Ready } from '../../api/road'
import type { Day } from '../../api/schema'
import { Said, say } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Reason } from '../../ui/Reason'
import { words } from './words'

/** The rest is behind a touch. */
const AT_ONCE = 3

const ICONS: Readonly<Record<Ready['about'], IconName>> = {
  qualification: 'pass',
  days: 'calendar',
  trade: 'settings',
  experience: 'paper',
  evaluation: 'office',
}

export function ReadyList({ ready, today }: { ready: Ready[]; today: Day }) {
  const w = words.use()
  if (ready.length === 0) {
    return null
  }
  const rest = ready.slice(AT_ONCE)
  return (
    <section class="panel readylist">
      <h2>
        {say(w.ready.title)} <span class="num">{ready.length}</span>
      </h2>
      <List ready={ready.slice(0, AT_ONCE)} today={today} />
      {rest.length > 0 && (
        <details>
          <summary>{say(w.ready.more(rest.length))}</summary>
          <List ready={rest} today={today} />
        </details>
      )}
    </section>
  )
}

function List({ ready, today }: { ready: Ready[]; today: Day }) {
  const w = words.use()
  return (
    <ul>
      {ready.map(({ about, subject, reason }, index) => (
        <li key={index}>
          <h3>
            <Icon name={ICONS[about]} size={24} />
            <span>
              {say(w.ready.about[about])}
              {subject !== null && (
                <small>
                  <Said text={subject} />
                </small>
              )}
            </span>
          </h3>
          <Reason reason={reason} tone="wait" today={today} />
        </li>
      ))}
    </ul>
  )
}
