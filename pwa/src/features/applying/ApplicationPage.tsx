/** One application: written, or where it stands. */
import '../../ui/Fields.css'
import '../../ui/Button.css'
import '../door/DoorPage.css'
import './applying.css'
import { addresses } from '../../addresses'
import { say, useLanguage } from '../../i18n/words'
import { go } from '../../routes'
import { Shapes } from '../../ui/Shapes'
import { Head } from '../history/Frame'
import type { PageProps } from '../pages'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { Filling } from './Filling'
import { Standing } from './Standing'
import { useApplication } from './useApplication'
import { words } from './words'
import { isMineToWrite } from './writing'

export { words }

export function Page({ place, entered }: PageProps) {
  return place.page === 'application' ? <One key={place.id} id={place.id} entered={entered} /> : null
}

const gone = () => go(addresses.applications, { replace: true })

function One({ id, entered }: { id: string; entered: () => void }) {
  const w = words.use()
  const writing = useApplication(id, useLanguage())
  const { seen, form, trouble } = writing
  const open = seen !== null && isMineToWrite(seen)
  return (
    <>
      <Head title={say(seen === null ? w.title : w.kinds[seen.kind].what)} up={addresses.applications} sample={false} />
      <main>
        {seen === null && trouble !== null && <NothingKept trouble={trouble} what={say(w.unseen)} />}
        {seen === null && trouble === null && <Shapes heights={[160, 160]} />}
        {seen !== null && trouble !== null && <TroubleNotice trouble={trouble} trueAt={Date.parse(seen.changedAt)} />}
        {seen !== null && open && form !== null && <Filling writing={writing} seen={seen} form={form} gone={gone} />}
        {seen !== null && !open && <Standing seen={seen} gone={gone} entered={entered} />}
      </main>
    </>
  )
}
