/** What is told, and how: at once, once a day, or not. What is about the safety of the account always is. */
import type { How, NoticeTopic, TopicName } from '../../api/schema'
import { plain, say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Saved } from './Saved'
import type { Wishing } from './useWish'
import { words } from './words'

const HOWS: readonly How[] = ['atOnce', 'daily', 'off']

/** What concerns whoever works at an office, and what concerns whoever is on the sites. */
const OF_OFFICE: ReadonlySet<TopicName> = new Set(['applications', 'company', 'site', 'news', 'safety'])
const OF_WORKER: ReadonlySet<TopicName> = new Set(['days', 'claims', 'levels', 'applications', 'cards', 'employment', 'news', 'safety'])

export function Topics({ wish, office }: { wish: Wishing; office: boolean }) {
  const w = words.use()
  const mine = office ? OF_OFFICE : OF_WORKER
  return (
    <section class="panel topics">
      <h2>{say(w.topics.title)}</h2>
      <ul>
        {wish.shown.topics
          .filter(({ topic }) => mine.has(topic))
          .map((one) => (one.fixed ? <Fixed key={one.topic} topic={one.topic} /> : <Topic key={one.topic} one={one} wish={wish} />))}
      </ul>
    </section>
  )
}

function Topic({ one: { topic, how }, wish }: { one: NoticeTopic; wish: Wishing }) {
  const w = words.use()
  const { name, holds } = w.topics.topic[topic]
  return (
    <li>
      <label>
        <span>
          <b>{say(name)}</b>
          <small>{say(holds)}</small>
        </span>
        <span class={how === 'off' ? 'select off' : 'select'}>
          <select value={how} onChange={({ currentTarget: { value } }) => wish.setTopic(topic, value as How)}>
            {HOWS.map((value) => (
              <option key={value} value={value}>
                {plain(w.topics.how[value])}
              </option>
            ))}
          </select>
          <Icon name="next" size={18} />
        </span>
      </label>
      <Saved doing={wish.doing(topic)} />
    </li>
  )
}

function Fixed({ topic }: { topic: TopicName }) {
  const w = words.use()
  const { name, holds } = w.topics.topic[topic]
  return (
    <li class="fixed">
      <span>
        <b>{say(name)}</b>
        <small>{say(holds)}</small>
      </span>
      <b class="always">{say(w.topics.always)}</b>
      <p class="cap">{say(w.topics.alwaysWhy)}</p>
    </li>
  )
}
