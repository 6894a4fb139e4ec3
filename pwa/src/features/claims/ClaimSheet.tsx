/** A missed day (直接入力) in twenty seconds: day, site, times, a word. What is typed stays on the phone until it is sent. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { getMonth } from '../../api/client'
import type { Day, MonthVisits, Passport } from '../../api/schema'
import { Written, plain, say, useLanguage, useWords } from '../../i18n/words'
import { findPages } from '../../offline/kept'
import { put, remove, take } from '../../offline/store'
import { go, goBack, pathTo } from '../../routes'
import { Sheet } from '../../ui/Sheet'
import { usePage } from '../history/usePage'
import { type Draft, type KnownSite, type Missing, OTHER_SITE, claimOf, draftOf, emptyDraft, missingIn, sitesNear } from './claims'
import { type Unsent, accept, drop } from './outbox'

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
  const toMend = outbox.find(({ state, claim }) => state === 'impossible' && claim.workDate === day)
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
    const one: Unsent = {
      id: crypto.randomUUID(),
      worker,
      claim,
      siteName,
      savedAt: new Date().toISOString(),
      state: 'waiting',
      reason: null,
    }
    if (!(await accept(one, language))) {
      setLost(true)
      return
    }
    await forget()
    // What this one replaces is taken back.
    await Promise.all(outbox.filter((other) => other.state === 'impossible' && other.claim.workDate === day).map(({ id }) => drop(id)))
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
            {...told('day')}
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
              {...told('entry')}
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

  function told(name: Missing) {
    return missing.includes(name) ? { 'aria-invalid': true, 'aria-describedby': `claim-${name}-missing` } : {}
  }
}

interface FieldProps {
  name: string
  label: string
  hint?: string
  missing: Missing[]
  children: ComponentChildren
}

function Field({ name, label, hint, missing, children }: FieldProps) {
  return (
    <div class="field">
      <label for={`claim-${name}`}>
        {say(label)} {hint !== undefined && <small>{say(hint)}</small>}
      </label>
      {children}
      <IsMissing name={name} missing={missing} />
    </div>
  )
}

function IsMissing({ name, missing }: { name: string; missing: Missing[] }) {
  const t = useWords()
  const found = missing.find((one) => one === name)
  return found === undefined ? null : (
    <p class="missing" id={`claim-${found}-missing`} role="alert">
      {say(t.claim.missing[found])}
    </p>
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

/** What is being typed about a day, kept at every stroke. */
function useDraft(key: string, first: Draft): [Draft | null, (part: Partial<Draft>) => void, () => Promise<void>] {
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef<Draft>(first)
  useEffect(() => {
    let over = false
    const show = (kept?: Draft) => {
      if (!over) {
        latest.current = kept ?? first
        setDraft(latest.current)
      }
    }
    take<Draft>('drafts', key).then(show, () => show())
    return () => {
      over = true
    }
  }, [key])
  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
    put('drafts', key, latest.current).catch(ignore)
  }
  const forget = () => remove('drafts', key).catch(ignore)
  return [draft, change, forget]
}

function ignore(): void {
  // A phone that keeps nothing still sends.
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
