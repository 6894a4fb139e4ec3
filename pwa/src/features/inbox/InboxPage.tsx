/** News: what happened to me in the last 30 days, newest first; each leads to the page that says more. */
import './inbox.css'
import { useEffect, useRef } from 'preact/hooks'
import { addresses } from '../../addresses'
import { getInbox } from '../../api/account'
import type { Day, Inbox, InboxItem } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Said, say, useLanguage, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Node, type Step } from '../../ui/marks'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { markRead } from './reading'
import { words } from './words'

export { words }

const HEIGHTS = [76, 76, 76]

export function Page({ view, now }: PageProps) {
  const w = words.use()
  const { passport, live } = view
  const shown = usePage<Inbox>('inbox', getInbox, useLanguage(), live ? passport : null)
  const fresh = useFresh(shown.answer, passport?.worker.number ?? null)
  return (
    <Frame
      title={say(w.title)}
      up={addresses.home}
      at={addresses.home}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
    >
      {(answer) => <News items={answer.items} fresh={fresh} today={dayInJapan(now)} />}
    </Frame>
  )
}

/**
 * What was new when this page was opened, or has come since, stays marked until one leaves it.
 *
 * The server is told at once: whoever looks at the list has seen it.
 */
function useFresh(answer: Inbox | null, worker: string | null): ReadonlySet<string> {
  const fresh = useRef(new Set<string>())
  answer?.items.filter(({ read }) => !read).forEach(({ id }) => fresh.current.add(id))
  const newest = answer !== null && answer.unread > 0 ? answer.items[0]?.id : undefined
  useEffect(() => {
    if (worker !== null && newest !== undefined) {
      void markRead(worker, newest)
    }
  }, [worker, newest])
  return fresh.current
}

function News({ items, fresh, today }: { items: InboxItem[]; fresh: ReadonlySet<string>; today: Day }) {
  const t = useWords()
  const w = words.use()
  if (items.length === 0) {
    return (
      <section class="panel nothing">
        <Icon name="bell" size={44} />
        <p class="lead">{say(w.none)}</p>
        <p>{say(w.noneNote)}</p>
      </section>
    )
  }
  const days = [...new Set(items.map(({ at }) => dayInJapan(at)))]
  return (
    <>
      {days.map((day) => (
        <section class="panel news" key={day}>
          <h2 class="num">{say(day === today ? w.today : t.dateWithWeekday(day))}</h2>
          <ol>
            {items
              .filter(({ at }) => dayInJapan(at) === day)
              .map((item) => (
                <Item key={item.id} item={item} isNew={fresh.has(item.id)} />
              ))}
          </ol>
        </section>
      ))}
      <p class="cap keptfor">{say(w.keptFor)}</p>
    </>
  )
}

function Item({ item: { kind, text, at, address }, isNew }: { item: InboxItem; isNew: boolean }) {
  const w = words.use()
  const step = STEPS[kind]
  return (
    <li>
      <Link href={address} class={isNew ? 'new' : ''}>
        {step === undefined ? <Icon name={ICONS[kind] ?? 'bell'} size={28} /> : <Node step={step} />}
        <span class="w">
          <Said text={text} />
          <span class="cap num">
            {isNew && <b class="tag">{say(w.unread)}</b>} {timeInJapan(at)}
          </span>
        </span>
        <Icon name="next" size={20} />
      </Link>
    </li>
  )
}

/** What is about a day carries the mark that the day has. */
const STEPS: Readonly<Record<string, Step>> = {
  day_counted: 'done',
  day_healed: 'done',
  claim_approved: 'done',
  day_claimed: 'waiting',
  day_held: 'stopped',
  claim_refused: 'stopped',
}

const ICONS: Readonly<Record<string, IconName>> = {
  day_changed: 'list',
  day_corrected: 'list',
  card_issued: 'card',
  card_revoked: 'card',
  assignment_made: 'list',
  passkey_added: 'key',
  passkey_stopped: 'key',
  recovery_begun: 'phone',
  recovery_cancelled: 'phone',
  recovery_finished: 'phone',
  level_reached: 'bars',
  level_near: 'bars',
  level_reported: 'bars',
  level_declined: 'bars',
  qualification_confirmed: 'paper',
  qualification_refused: 'paper',
  experience_certified: 'paper',
}
