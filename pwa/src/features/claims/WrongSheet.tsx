/** A record that is wrong (訂正の申し出): which site, what is wrong, how it was. The record stays until the prime contractor has answered. */
import { useState } from 'preact/hooks'
import type { Day, DayDetail, Passport } from '../../api/schema'
import { Written, plain, say, useLanguage, useWords } from '../../i18n/words'
import { goBack, pathTo } from '../../routes'
import { Sheet } from '../../ui/Sheet'
import { Field, IsMissing, told } from './fields'
import { type Unsent, accept, drop, newUnsent, replaced } from './outbox'
import { useDraft } from './useDraft'
import { words } from './words'
import { type Wrong, type WrongKind, claimOfWrong, correctable, draftOfWrong, missingInWrong, wrongKinds } from './wrong'

interface Props {
  answer: DayDetail
  passport: Passport
  outbox: Unsent[]
}

export function WrongSheet({ answer, passport, outbox }: Props) {
  const t = useWords()
  const w = words.use()
  const language = useLanguage()
  const day = answer.workDate
  const worker = passport.worker.number
  const sites = correctable(answer)
  const [draft, change, forget] = useDraft<Wrong>(`${worker} ${day} wrong`, draftOfWrong(answer, outbox))
  const [asked, setAsked] = useState(false)
  const [lost, setLost] = useState(false)
  const close = () => goBack(pathTo.day(day))
  if (draft === null || sites.length === 0) {
    return null
  }
  const missing = asked ? missingInWrong(draft) : []

  const send = async () => {
    setAsked(true)
    const [first] = missingInWrong(draft)
    if (first !== undefined) {
      document.getElementById(`claim-${first}`)?.focus()
      return
    }
    const claim = claimOfWrong(draft, day)
    const siteName = sites.find(({ site }) => site.number === claim.site)?.site.name ?? null
    if (!(await accept(newUnsent(worker, claim, siteName), language))) {
      setLost(true)
      return
    }
    await forget()
    await Promise.all(replaced(outbox, claim).map(({ id }) => drop(id)))
    close()
  }

  return (
    <Sheet title={say(w.wrong.title)} close={close} closeName={plain(t.claim.close)}>
      <form
        class="claim"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {sites.length > 1 && (
          <fieldset class="field sites">
            <legend>{say(t.claim.site)}</legend>
            {sites.map((visit) => (
              <label key={visit.site.number}>
                <input
                  type="radio"
                  name="site"
                  checked={draft.site === visit.site.number}
                  onChange={() => change(draftOfWrong({ ...answer, visits: [visit] }, []))}
                />
                <span>{visit.site.name === null ? visit.site.number : <Written text={visit.site.name} />}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Kinds chosen={draft.kind} choose={(kind) => change({ kind })} asked={missing.includes('kind')} />
        {draft.kind === 'wrongTimes' && <Times day={day} draft={draft} change={change} missing={missing} />}
        <Field name="note" label={w.wrong.note} missing={missing}>
          <textarea
            id="claim-note"
            rows={2}
            maxLength={500}
            value={draft.note}
            onInput={(e) => change({ note: e.currentTarget.value })}
            {...told('note', missing)}
          />
        </Field>
        {lost && (
          <p class="missing" role="alert">
            {say(t.claim.notKept)}
          </p>
        )}
        <button type="submit" class="btn main">
          <span>{say(w.wrong.send)}</span>
        </button>
        <p class="cap">{say(w.wrong.after)}</p>
      </form>
    </Sheet>
  )
}

function Kinds({ chosen, choose, asked }: { chosen: WrongKind | ''; choose: (kind: WrongKind) => void; asked: boolean }) {
  const w = words.use()
  return (
    <fieldset class="field sites">
      <legend>{say(w.wrong.question)}</legend>
      {wrongKinds.map((kind, index) => (
        <label key={kind}>
          <input
            id={index === 0 ? 'claim-kind' : undefined}
            type="radio"
            name="kind"
            checked={chosen === kind}
            onChange={() => choose(kind)}
          />
          <span>{say(w.wrong.kinds[kind])}</span>
        </label>
      ))}
      <IsMissing name="kind" missing={asked ? ['kind'] : []} />
    </fieldset>
  )
}

interface TimesProps {
  day: Day
  draft: Wrong
  change: (part: Partial<Wrong>) => void
  missing: ReturnType<typeof missingInWrong>
}

function Times({ draft, change, missing }: TimesProps) {
  const t = useWords()
  return (
    <div class="pair">
      <Field name="entry" label={t.claim.entry} missing={missing}>
        <input
          id="claim-entry"
          type="time"
          value={draft.entry}
          onInput={(e) => change({ entry: e.currentTarget.value })}
          {...told('entry', missing)}
        />
      </Field>
      <Field name="exit" label={t.claim.exit} hint={t.claim.ifKnown} missing={missing}>
        <input id="claim-exit" type="time" value={draft.exit} onInput={(e) => change({ exit: e.currentTarget.value })} />
      </Field>
    </div>
  )
}
