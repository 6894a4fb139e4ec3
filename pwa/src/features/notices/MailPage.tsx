/** For whoever holds a mail of ours: its address is confirmed here, or mail to it stopped; signed in or not. */
import '../../ui/Button.css'
import { useState } from 'preact/hooks'
import { confirmMail, stopMail } from '../../api/notices'
import { say, useLanguage } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Hindered } from '../door/Hindered'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import { Thought } from '../enrolment/Thought'
import { words as enrolment } from '../enrolment/words'
import type { PageProps } from '../pages'
import { words as own } from './words'

export const words = {
  ...own,
  load: async (language: Parameters<typeof own.load>[0]) => void (await Promise.all([own.load(language), enrolment.load(language)])),
}

const LINK = /^#(confirm|stop)=([a-z2-7]{42})$/

export function Page({ choose }: PageProps) {
  const w = own.use().link
  const [, act, token] = LINK.exec(location.hash) ?? []
  if (token === undefined) {
    return <Said title={w.broken} note={w.brokenNote} choose={choose} />
  }
  return act === 'stop' ? (
    <Asked
      asked={{ title: w.stopTitle, note: w.stopNote, act: w.stop }}
      done={{ title: w.stopped, note: w.stoppedNote }}
      send={(language) => stopMail(token, language)}
      choose={choose}
    />
  ) : (
    <Asked
      asked={{ title: w.confirmTitle, note: w.confirmNote, act: w.confirm }}
      done={{ title: w.confirmed, note: w.confirmedNote }}
      send={(language) => confirmMail(token, language)}
      choose={choose}
    />
  )
}

interface AskedProps extends Pick<PageProps, 'choose'> {
  asked: { title: string; note: string; act: string }
  done: { title: string; note: string }
  send: (language: string) => Promise<void>
}

function Asked({ asked, done, send, choose }: AskedProps) {
  const language = useLanguage()
  const [said, setSaid] = useState(false)
  const [busy, setBusy] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const act = async () => {
    setBusy(true)
    setHindrance(null)
    try {
      await send(language)
      setSaid(true)
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  if (said) {
    return <Said title={done.title} note={done.note} choose={choose} />
  }
  const foot = (
    <button type="button" class="btn main" disabled={busy} onClick={() => void act()}>
      <span>{say(asked.act)}</span>
    </button>
  )
  return (
    <Thought title={asked.title} choose={choose} foot={foot}>
      <p>{say(asked.note)}</p>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
    </Thought>
  )
}

function Said({ title, note, choose }: { title: string; note: string } & Pick<PageProps, 'choose'>) {
  return (
    <Thought title={title} choose={choose} foot={null}>
      <section class="panel sunken row" role="status">
        <Icon name="paper" size={32} />
        <p>{say(note)}</p>
      </section>
    </Thought>
  )
}
