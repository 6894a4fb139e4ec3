/** Something is lost: the phone, the card, or the account itself to somebody else. What helps now, and who does it. */
import './account.css'
import '../../ui/Things.css'
import '../../ui/Button.css'
import { addresses } from '../../addresses'
import { say } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { RowLink } from '../../ui/Rows'
import { TabBar } from '../../ui/TabBar'
import { Head } from '../history/Frame'
import type { PageProps } from '../pages'
import { isOpen } from '../passport/model'
import { LostCard } from './LostCard'
import { TakenAway } from './TakenAway'
import { words } from './words'

export { words }

export function Page({ view, now, leave }: PageProps) {
  const w = words.use()
  const { passport } = view
  const recovery = isOpen(passport?.recovery, now) ? passport?.recovery : null
  return (
    <>
      <Head title={say(w.lost.title)} up={addresses.settings} sample={passport?.sample === true} />
      <main>
        {recovery ? <TakenAway recovery={recovery} now={now} /> : null}
        <LostPhone signedIn={leave !== null} />
        <LostCard view={view} now={now} />
      </main>
      <TabBar at={addresses.settings} />
    </>
  )
}

function LostPhone({ signedIn }: { signedIn: boolean }) {
  const w = words.use()
  return (
    <section class="panel lost">
      <h2>
        <Icon name="phone" size={28} />
        {say(w.phone.title)}
      </h2>
      <p>{say(w.phone.safe)}</p>
      <ol class="steps">
        {w.phone.steps.map(({ when, what }) => (
          <li key={when}>
            <b>{say(when)}</b>
            <span>{say(what)}</span>
          </li>
        ))}
      </ol>
      <p class="cap">{say(w.phone.why)}</p>
      <p class="cap">{say(w.phone.noCalls)}</p>
      <ul class="rows">
        {signedIn && <RowLink href={addresses.keys} icon="key" name={w.places.title} holds={w.phone.out} />}
        <RowLink href={addresses.newPhone} icon="phone" name={w.phone.newPhone} holds={w.phone.withCode} />
      </ul>
    </section>
  )
}
