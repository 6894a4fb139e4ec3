/** Mail as a further way: an address, confirmed by the mail that goes there. */
import '../../ui/Fields.css'
import { useState } from 'preact/hooks'
import { endMail, putMail } from '../../api/notices'
import type { NoticeSettings } from '../../api/schema'
import { Written, say, useLanguage } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Stopping } from './Stopping'
import { useDoing } from './useDoing'
import { words } from './words'

export function MailWay({ mail }: { mail: NoticeSettings['mail'] }) {
  const w = words.use()
  return (
    <section class="panel way">
      <h2>{say(w.mail.title)}</h2>
      {mail === null ? <Begin /> : <Kept mail={mail} />}
    </section>
  )
}

function Begin() {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const [address, setAddress] = useState('')
  const [always, setAlways] = useState(false)
  const send = (event: Event) => {
    event.preventDefault()
    void doing.run(() => putMail(address.trim(), always, language))
  }
  return (
    <form class="fields" onSubmit={send}>
      <p class="cap">{say(w.mail.note)}</p>
      <div class="field">
        <label for="mail-address">{say(w.mail.address)}</label>
        <input
          id="mail-address"
          type="email"
          required
          autocomplete="email"
          maxLength={254}
          value={address}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
      </div>
      <label class="tick">
        <input type="checkbox" checked={always} onChange={({ currentTarget }) => setAlways(currentTarget.checked)} />
        <span>{say(w.mail.always)}</span>
      </label>
      <button type="submit" class="btn wide" disabled={doing.busy}>
        <span>{say(w.mail.keep)}</span>
      </button>
      <Stopping doing={doing} />
    </form>
  )
}

function Kept({ mail: { address, confirmed } }: { mail: NonNullable<NoticeSettings['mail']> }) {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  return (
    <>
      <ul class="things">
        <li>
          <Icon name="paper" size={28} />
          <div>
            <b class="breaks">
              <Written text={address} />
            </b>
            <span class="cap">{say(confirmed ? w.mail.on : w.mail.waiting)}</span>
          </div>
          <button type="button" class="btn" disabled={doing.busy} onClick={() => void doing.run(() => endMail(language))}>
            <span>{say(w.mail.remove)}</span>
          </button>
        </li>
      </ul>
      {!confirmed && (
        <p class="cap" role="status">
          {say(w.mail.sent)}
        </p>
      )}
      <Stopping doing={doing} />
    </>
  )
}
