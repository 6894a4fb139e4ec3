/** Entering a certificate: which one, who issued it, from when to when, and its picture. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type QualificationName, getCatalogue, putQualification } from '../../api/road'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Sheet } from '../../ui/Sheet'
import { Picture } from '../applying/Picture'
import { Hindered } from '../door/Hindered'
import { useDoing } from '../door/useDoing'
import { usePage } from '../history/usePage'
import { Choosing } from './Choosing'
import { Missing } from './Missing'
import { type Draft, EMPTY, type Lacking, lackingIn, writtenOf } from './entering'
import { words } from './words'

interface Props {
  title: ComponentChildren
  close: () => void
}

export function Entering({ title, close }: Props) {
  const t = useWords()
  const { entering } = words.use()
  const [id] = useState(() => crypto.randomUUID())
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [tried, setTried] = useState(false)
  const { busy, hindrance, run } = useDoing()
  const lacking = tried ? lackingIn(draft) : []
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const send = async () => {
    setTried(true)
    const written = writtenOf(draft)
    if (written !== null && (await run((language) => putQualification(id, written, language)))) {
      close()
    }
  }
  return (
    <Sheet title={title} close={close} closeName={plain(t.claim.close)}>
      <form
        class="fields finding"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Which draft={draft} change={change} lacking={lacking} />
        <Facts draft={draft} change={change} lacking={lacking} />
        <fieldset class="field">
          <legend>
            {say(entering.proof)} <span class="must">{say(entering.ifAny)}</span>
          </legend>
          <Picture
            item={{ name: plain(entering.proofName), proofs: PROOFS }}
            proof={draft.proof}
            set={(proof) => change({ proof })}
            limits={null}
          />
        </fieldset>
        {hindrance !== null && <Hindered hindrance={hindrance} typed />}
        <button type="submit" class="btn main" disabled={busy}>
          <span>{say(entering.send)}</span>
        </button>
      </form>
    </Sheet>
  )
}

/** How small it may be is the server's to say. */
const PROOFS = [{ code: 'qualification', name: '', shortest: 0 }] as const

interface PartProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  lacking: Lacking[]
}

function Which({ draft, change, lacking }: PartProps) {
  const language = useLanguage()
  const { answer } = usePage<{ qualifications: QualificationName[] }>('catalogue', getCatalogue, language, null)
  return (
    <Choosing
      catalogue={answer?.qualifications ?? []}
      chosen={draft.which}
      choose={(which) => change({ which })}
      missing={lacking.includes('name')}
    />
  )
}

function Facts({ draft, change, lacking }: PartProps) {
  const { entering } = words.use()
  return (
    <>
      <div class="field">
        <label for="issuer">{say(entering.issuer)}</label>
        <p class="cap">{say(entering.issuerHow)}</p>
        <input
          id="issuer"
          autocomplete="off"
          value={draft.issuer}
          aria-invalid={lacking.includes('issuer')}
          onInput={({ currentTarget }) => change({ issuer: currentTarget.value })}
        />
        {lacking.includes('issuer') && <Missing text={entering.missing.issuer} />}
      </div>
      <div class="field">
        <label for="issued">{say(entering.issuedOn)}</label>
        <input
          id="issued"
          type="date"
          value={draft.issuedOn}
          aria-invalid={lacking.includes('issuedOn')}
          onInput={({ currentTarget }) => change({ issuedOn: currentTarget.value })}
        />
        {lacking.includes('issuedOn') && <Missing text={entering.missing.issuedOn} />}
      </div>
      <div class="field">
        <label for="expires">
          {say(entering.expiresOn)} <span class="must">{say(entering.ifAny)}</span>
        </label>
        <input
          id="expires"
          type="date"
          value={draft.expiresOn}
          onInput={({ currentTarget }) => change({ expiresOn: currentTarget.value })}
        />
      </div>
    </>
  )
}
