/** What I hold: each certificate with where its checking stands, and a way to enter another. */
import '../history/history.css'
import '../../ui/Button.css'
import '../../ui/Fields.css'
import '../../ui/Things.css'
import './levels.css'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { type HeldQualification, getQualifications } from '../../api/road'
import { say, useLanguage } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { words as applying } from '../applying/words'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { Entering } from './Entering'
import { Held } from './Held'
import { words as own } from './words'

export const words = [own, applying]

interface Mine {
  qualifications: HeldQualification[]
}

export function Page({ view, now }: PageProps) {
  const w = own.use()
  const shown = usePage<Mine>('qualifications', getQualifications, useLanguage(), view.live ? view.passport : null)
  const [entering, setEntering] = useState(false)
  return (
    <Frame
      title={say(w.mine.title)}
      up={addresses.road}
      at={addresses.road}
      sample={view.passport?.sample === true}
      shown={shown}
      now={now}
      heights={[120, 120, 120]}
    >
      {({ qualifications }) => (
        <>
          <Counts all={qualifications} />
          <ul class="quals">
            {qualifications.map((one) => (
              <Held key={one.id} one={one} />
            ))}
          </ul>
          {qualifications.some(({ state }) => state === 'waiting') && <p class="cap">{say(w.mine.waitingNote)}</p>}
          <button type="button" class="btn main" onClick={() => setEntering(true)}>
            <Icon name="add" />
            <span>{say(w.mine.add)}</span>
          </button>
          {entering && <Entering close={() => setEntering(false)} title={say(w.mine.add)} />}
        </>
      )}
    </Frame>
  )
}

function Counts({ all }: { all: HeldQualification[] }) {
  const w = own.use()
  if (all.length === 0) {
    return (
      <section class="panel">
        <h2>{say(w.mine.none)}</h2>
        <p>{say(w.mine.noneHow)}</p>
      </section>
    )
  }
  return (
    <p class="cap counts num">
      <b>{say(w.mine.count(all.length))}</b> <span>{say(w.mine.confirmed(all.filter(({ state }) => state === 'confirmed').length))}</span>
    </p>
  )
}
