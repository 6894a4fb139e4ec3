/** What a company files for me: seen and agreed to on my own phone, by the link it sent. */
import '../../ui/Fields.css'
import './applying.css'
import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { answerConsent, openConsent } from '../../api/applications'
import type { ConsentAsked } from '../../api/schema'
import { Written, say, useLanguage, useWords } from '../../i18n/words'
import { go } from '../../routes'
import { Icon } from '../../ui/Icon'
import { Shapes } from '../../ui/Shapes'
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

const TOKEN = /^#([A-Za-z0-9_-]{43})$/

export function Page({ choose }: PageProps) {
  const w = own.use()
  const [token] = TOKEN.exec(location.hash)?.slice(1) ?? []
  return token === undefined ? (
    <Ended title={w.consent.broken} note={w.consent.brokenHow} choose={choose} />
  ) : (
    <Asked token={token} choose={choose} />
  )
}

function Asked({ token, choose }: { token: string } & Pick<PageProps, 'choose'>) {
  const t = useWords()
  const w = own.use()
  const language = useLanguage()
  const [asked, setAsked] = useState<ConsentAsked | null>(null)
  const [said, setSaid] = useState<boolean | null>(null)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const [busy, setBusy] = useState(false)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    let over = false
    const look = async () => {
      try {
        const found = await openConsent(token, language)
        if (!over) {
          setAsked(found)
          setHindrance(null)
        }
      } catch (cause) {
        if (!over) {
          setHindrance(hindranceOf(cause))
        }
      }
    }
    const again = () => void look()
    again()
    addEventListener('online', again)
    return () => {
      over = true
      removeEventListener('online', again)
    }
  }, [token, language, turn])

  const answer = async (agree: boolean) => {
    setBusy(true)
    setHindrance(null)
    try {
      await answerConsent(token, agree, language)
      setSaid(agree)
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  if (said !== null) {
    const [title, note] = said ? [w.consent.agreed, w.consent.agreedNote] : [w.consent.refusedIt, w.consent.refusedNote]
    return <Ended title={title} note={note} choose={choose} />
  }
  const foot = asked !== null && (
    <>
      <button type="button" class="btn main" disabled={busy} onClick={() => void answer(true)}>
        <span>{say(w.consent.agree)}</span>
      </button>
      <button type="button" class="btn quiet" disabled={busy} onClick={() => void answer(false)}>
        <span>{say(w.consent.refuse)}</span>
      </button>
    </>
  )
  const elsewhere = typeof hindrance === 'object' && hindrance !== null && 'code' in hindrance && hindrance.code === 'not_linked'
  return (
    <Thought title={w.consent.title} choose={choose} foot={foot}>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      {elsewhere && (
        <button type="button" class="btn wide" onClick={() => go(addresses.door)}>
          <span>{say(w.consent.signIn)}</span>
        </button>
      )}
      {asked === null && typeof hindrance === 'string' && (
        <button type="button" class="btn main" onClick={() => setTurn(turn + 1)}>
          <span>{say(t.trouble.retry)}</span>
        </button>
      )}
      {asked === null && hindrance === null && <Shapes heights={[84, 160]} />}
      {asked !== null && <Filed asked={asked} />}
    </Thought>
  )
}

function Filed({ asked }: { asked: ConsentAsked }) {
  const w = own.use()
  return (
    <>
      <p class="lead-in">
        <Written text={w.consent.asks(asked.company.name)} />
      </p>
      <p>
        <b>{say(w.kinds[asked.kind].what)}</b>
        <br />
        <span class="cap">{say(w.consent.look)}</span>
      </p>
      <dl class="panel filed">
        {asked.lines.map(({ item, name, value, standing }) => (
          <div key={item}>
            <dt>{name}</dt>
            <dd>
              <Written text={value} />
              {standing !== null && (
                <span class="cap">
                  {say(w.registered)}: {standing}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Ended({ title, note, choose }: { title: string; note: string } & Pick<PageProps, 'choose'>) {
  return (
    <Thought title={title} choose={choose} foot={null}>
      <section class="panel sunken row">
        <Icon name="paper" size={32} />
        <p>{say(note)}</p>
      </section>
    </Thought>
  )
}
