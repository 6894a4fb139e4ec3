/** Grants or declines what is chosen; the good ones are kept, the bad ones named with who can mend them. */
import './levels.css'
import { useState } from 'preact/hooks'
import { CHANGED } from '../../features/history/usePage'
import { dayInJapan } from '../../i18n/dates'
import { Why } from '../acting'
import { useOffice } from '../context'
import { Line } from '../Fields'
import { useOwn } from '../own'
import { type Answered, answerAll } from './answering'
import { type Application, answer } from './calls'
import { en, ja } from './words'

interface Props {
  chosen: readonly Application[]
  /** Says how many are chosen. */
  counted?: boolean
  answered: (ids: readonly string[]) => void
}

export function Answering({ chosen, counted = false, answered }: Props) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [evaluatedOn, setEvaluatedOn] = useState(() => dayInJapan(Date.now()))
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<(Answered & { granted: boolean }) | null>(null)
  const say = async (granted: boolean) => {
    setBusy(true)
    const body = { granted, evaluatedOn, why: granted ? '' : why }
    const found = await answerAll(chosen, (one) => answer(one, body, language))
    setSaid({ ...found, granted })
    setBusy(false)
    setWhy(found.refused.length > 0 || found.lost ? why : '')
    answered(found.done)
    dispatchEvent(new Event(CHANGED))
  }
  const none = busy || chosen.length === 0
  return (
    <section class="begin">
      <div class="under">
        {counted && <span class="num chosen">{t.marked(chosen.length)}</span>}
        <Line id="evaluated-on" label={w.evaluatedOn} type="date" value={evaluatedOn} set={setEvaluatedOn} />
        <button type="button" class="btn main small" disabled={none || evaluatedOn === ''} onClick={() => void say(true)}>
          {w.grant}
        </button>
        <span class="grow" />
        <Line id="decline-why" label={w.why} wide value={why} set={setWhy} />
        <button type="button" class="btn small" disabled={none || evaluatedOn === '' || why.trim() === ''} onClick={() => void say(false)}>
          {w.decline}
        </button>
      </div>
      <div class="told" role="status">
        {said !== null && said.done.length > 0 && (
          <p class="done">{said.granted ? w.granted(said.done.length) : w.declined(said.done.length)}</p>
        )}
        {said?.refused.map(({ id, name, reason }) => (
          <div key={id} class="named">
            <b>{name}</b>
            <Why reason={reason} />
          </div>
        ))}
        {said?.lost === true && <p class="refused">{t.trouble}</p>}
      </div>
    </section>
  )
}
