/** One certificate: its picture, name, issuer and dates, how far it is checked, and the way to take it back while it waits. */
import { useState } from 'preact/hooks'
import { pictureOf } from '../../api/applications'
import { type HeldQualification, takeBackQualification } from '../../api/road'
import { Written, plain, say, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Hindered } from '../door/Hindered'
import { useDoing } from '../door/useDoing'
import { Certificate } from './Certificate'
import { words } from './words'

const ICONS: Readonly<Record<HeldQualification['state'], IconName>> = {
  waiting: 'clock',
  confirmed: 'check',
  refused: 'paper',
  expired: 'calendar',
}

export function Held({ one }: { one: HeldQualification }) {
  const t = useWords()
  const { mine } = words.use()
  const { issuer, issuedOn, expiresOn, state, why } = one
  return (
    <li class="panel qual">
      <Thumb one={one} />
      <h2>
        <Certificate one={one} />
      </h2>
      <p class="cap">
        <Written text={issuer} />
      </p>
      <p class="cap num">
        <span class="nb">{say(t.dateWithYear(issuedOn))}</span> ·{' '}
        {say(expiresOn === null ? mine.forever : mine.until(t.dateWithYear(expiresOn)))}
      </p>
      <span class={`tag ${state}`}>
        <Icon name={ICONS[state]} size={18} /> <span>{say(mine.state[state])}</span>
      </span>
      <div class="more">
        {why !== null && (
          <blockquote class="why">
            <Written text={why} />
          </blockquote>
        )}
        {(state === 'waiting' || state === 'refused') && <TakeBack one={one} />}
      </div>
    </li>
  )
}

function Thumb({ one: { proof, name } }: { one: HeldQualification }) {
  const { mine } = words.use()
  return (
    <span class="thumb">
      {proof === null ? <Icon name="paper" size={32} /> : <img src={pictureOf(proof)} alt={plain(mine.picture(name))} loading="lazy" />}
    </span>
  )
}

function TakeBack({ one }: { one: HeldQualification }) {
  const { mine } = words.use()
  const [sure, setSure] = useState(false)
  const { busy, hindrance, run } = useDoing()
  const press = () => (sure ? void run((language) => takeBackQualification(one.id, language)) : setSure(true))
  return (
    <>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      <button type="button" class="btn quiet" disabled={busy} onClick={press}>
        <span>{say(sure ? mine.sure : mine.takeBack)}</span>
      </button>
    </>
  )
}
