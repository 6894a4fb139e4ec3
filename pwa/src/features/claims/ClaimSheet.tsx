/** A missed day (直接入力) in twenty seconds: day, site, times, a word. What is typed stays on the phone until it is sent. */
import { useEffect, useState } from 'preact/hooks'
import { getMonth } from '../../api/client'
import type { Day, MonthVisits, Passport } from '../../api/schema'
import { Written, plain, say, useLanguage, useWords } from '../../i18n/words'
import { findPages } from '../../offline/kept'
import { go, goBack, pathTo } from '../../routes'
import { Sheet } from '../../ui/Sheet'
import { usePage } from '../history/usePage'
import { type Draft, type KnownSite, type Missing, OTHER_SITE, claimOf, draftOf, emptyDraft, missingIn, sitesNear } from './claims'
import { Field, IsMissing, told } from './fields'
import { type Unsent, accept, drop, newUnsent, replaced } from './outbox'
import { useDraft } from './useDraft'

interface Props {
  day: Day
  today: Day
  passport: Passport
  outbox: Unsent[]
}

export function ClaimSheet({ day, today, passport, outbox }: Props) {
  const t = useWords()
  const language = useLanguage()
  const worker = passport.worker.number
  const toMend = outbox.find(({ state, claim }) => state === 'impossible' && claim.kind === 'missedDay' && claim.workDate === day)
  const [draft, change, forget] = useDraft(
    `${worker} ${day}`,
    toMend === undefined ? emptyDraft(day) : draftOf(toMend.claim, toMend.siteName),
  )
  const sites = useSites(draft?.day || day, passport)
  const [asked, setAsked] = useState(false)
  const [lost, setLost] = useState(false)
  const close = () => goBack(pathTo.day(day))
  if (draft === null) {
    return null
  }
  const missing = asked ? missingIn(draft, today) : []

  const send = async () => {
    setAsked(true)
    const [first] = missingIn(draft, today)
    if (first !== undefined) {
      document.getElementById(`claim-${first}`)?.focus()
      return
    }
    const claim = claimOf(draft)
    const siteName = sites.find(({ number }) => number === claim.site)?.name ?? null
    const one = newUnsent(worker, claim, siteName)
    if (!(await accept(one, language))) {
      setLost(true)
      return
    }
    await forget()
    // What this one replaces is taken back.
    await Promise.all(replaced(outbox, claim).map(({ id }) => drop(id)))
    if (draft.day === day) {
      close()
    } else {
      go(pathTo.day(draft.day), { replace: true })
    }
  }

  return (
    <Sheet title={say(t.claim.title)} close={close} closeName={plain(t.claim.close)}>
      <form
        class="claim"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field name="day" label={t.claim.day} missing={missing}>
          <input
            id="claim-day"
            type="date"
            max={today}
            value={draft.day}
            onInput={(e) => change({ day: e.currentTarget.value })}
            {...told('day', missing)}
          />
        </Field>
        <Sites sites={sites} draft={draft} change={change} missing={missing} />
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
        <Field name="note" label={t.claim.note} hint={t.claim.noteHint} missing={missing}>
          <textarea id="claim-note" rows={2} maxLength={500} value={draft.note} onInput={(e) => change({ note: e.currentTarget.value })} />
        </Field>
        {lost && (
          <p class="missing" role="alert">
            {say(t.claim.notKept)}
          </p>
        )}
        <button type="submit" class="btn main">
          {say(t.claim.send)}
        </button>
        <p class="cap">{say(t.claim.drafts)}</p>
      </form>
    </Sheet>
  )
}

interface SitesProps {
  sites: KnownSite[]
  draft: Draft
  change: (part: Partial<Draft>) => void
  missing: Missing[]
}

function Sites({ sites, draft, change, missing }: SitesProps) {
  const t = useWords()
  const choices = [
    ...sites.map(({ number, name }) => ({ value: number, name: <Written text={name} /> })),
    { value: OTHER_SITE, name: say(t.claim.other) },
  ]
  return (
    <fieldset class="field sites">
      <legend>{say(t.claim.site)}</legend>
      {choices.map(({ value, name }, index) => (
        <label key={value}>
          <input
            id={index === 0 ? 'claim-site' : undefined}
            type="radio"
            name="site"
            checked={draft.site === value}
            onChange={() => change({ site: value })}
          />
          <span>{name}</span>
        </label>
      ))}
      <IsMissing name="site" missing={missing} />
      {draft.site === OTHER_SITE && (
        <Field name="number" label={t.claim.number} missing={missing}>
          <input
            id="claim-number"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={draft.number}
            onInput={(e) => change({ number: e.currentTarget.value })}
          />
        </Field>
      )}
    </fieldset>
  )
}

/** The sites of one's own history, from what this phone has seen, and from the day's own month. */
function useSites(day: Day, passport: Passport): KnownSite[] {
  const language = useLanguage()
  const month = day.slice(0, 7)
  const { answer } = usePage<MonthVisits>(`months/${month}`, getMonth(month), language, null)
  const [kept, setKept] = useState<MonthVisits[]>([])
  useEffect(() => {
    void findPages<MonthVisits>('months/').then((pages) => setKept(pages.map((page) => page.answer)))
  }, [])
  return sitesNear(day, answer === null ? kept : [answer, ...kept], passport)
}
