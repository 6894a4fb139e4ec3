/** A company asks the worker for whom it files: a link to send, or a QR for the worker's own phone. */
import { useMemo, useState } from 'preact/hooks'
import { askConsent } from '../../api/applications'
import type { Application, ConsentLink } from '../../api/schema'
import { plain, say, useLanguage } from '../../i18n/words'
import { Hindered } from '../door/Hindered'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import { QUIET, draw } from '../pass/qr'
import { words } from './words'

export function AskingConsent({ seen, saved }: { seen: Application; saved: () => Promise<Application | null> }) {
  const w = words.use()
  const language = useLanguage()
  const [link, setLink] = useState<ConsentLink | null>(null)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const ask = async () => {
    setHindrance(null)
    try {
      await saved()
      setLink(await askConsent(seen.id, language))
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    }
  }
  return (
    <section class="panel asking">
      <p class="because">{say(w.consents[seen.consent])}</p>
      <p class="cap">{say(w.consentHow)}</p>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      {link !== null && <Link link={link.link} />}
      {seen.consent !== 'given' && (
        <button type="button" class="btn wide" onClick={() => void ask()}>
          <span>{say(w.askConsent)}</span>
        </button>
      )}
    </section>
  )
}

function Link({ link }: { link: string }) {
  const w = words.use()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <Qr text={link} label={plain(w.askConsent)} />
      <p class="link">{link}</p>
      <button type="button" class="btn quiet wide" onClick={() => void copy()}>
        <span>{say(copied ? w.copied : w.copy)}</span>
      </button>
    </>
  )
}

/** A text as a QR, black on white in every theme. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text])
  const side = size + 2 * QUIET
  return (
    <svg class="code" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${side}v${side}h-${side}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
