/** A few ways out, one line each, and a word of comfort. */
import { plain, say, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'

export interface Ways {
  title: string
  ways: { what: string; how: string }[]
  note: string
}

interface Props {
  ways: Ways
  icons: readonly IconName[]
  close: () => void
}

export function WaysSheet({ ways: { title, ways, note }, icons, close }: Props) {
  const t = useWords()
  return (
    <Sheet title={say(title)} close={close} closeName={plain(t.claim.close)}>
      <WaysList ways={ways} icons={icons} />
      <p class="comfort">{say(note)}</p>
    </Sheet>
  )
}

export function WaysList({ ways, icons }: { ways: Ways['ways']; icons: readonly IconName[] }) {
  return (
    <ul class="points">
      {ways.map(({ what, how }, index) => (
        <li key={what}>
          <Icon name={icons[index] ?? 'next'} size={28} />
          <span>
            <b>{say(what)}</b>
            <small>{say(how)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
