/** Who employs me, who did, and who offers to; both sides confirm (0017). */
import '../../ui/Fields.css'
import '../../ui/Button.css'
import '../account/account.css'
import '../../ui/Things.css'
import './employment.css'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { answerOffer, getEmployments, leaveEmployer, offerTo } from '../../api/employment'
import type { Employment, Employments, Offer } from '../../api/schema'
import { workDateAt } from '../../i18n/dates'
import { Written, say, useLanguage, useWords } from '../../i18n/words'
import { DataDate } from '../../ui/DataDate'
import { Shapes } from '../../ui/Shapes'
import { TabBar } from '../../ui/TabBar'
import { Hindered } from '../door/Hindered'
import { useDoing } from '../door/useDoing'
import { grouped } from '../enrolment/numbers'
import { Head } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { dataDate } from '../passport/model'
import { words } from './words'

export { words }

export function Page({ view, now }: PageProps) {
  const t = useWords()
  const w = words.use()
  const { answer, seenAt, live, trouble, stage } = usePage<Employments>(
    'employments',
    getEmployments,
    useLanguage(),
    view.live ? view.passport : null,
  )
  return (
    <>
      <Head title={say(w.title)} up={addresses.settings} sample={view.passport?.sample === true}>
        {seenAt !== null && <DataDate text={dataDate(seenAt, now, live, t)} live={live} />}
      </Head>
      <main>
        {answer !== null && trouble !== null && seenAt !== null && <TroubleNotice trouble={trouble} trueAt={seenAt} />}
        {answer === null && trouble !== null && <NothingKept trouble={trouble} what={say(w.unseen)} />}
        {answer === null && trouble === null && stage === 'empty' && <Shapes heights={[120, 120]} />}
        {answer !== null && <All mine={answer} now={now} />}
      </main>
      <TabBar at={addresses.settings} />
    </>
  )
}

function All({ mine, now }: { mine: Employments; now: number }) {
  const w = words.use()
  const today = workDateAt(now)
  const open = mine.employments.filter(({ until }) => until === null || until >= today)
  const past = mine.employments.filter(({ until }) => until !== null && until < today)
  const asked = mine.offers.filter(({ byWorker }) => !byWorker)
  const own = mine.offers.filter(({ byWorker }) => byWorker)
  return (
    <>
      {asked.map((offer) => (
        <Asked key={offer.id} offer={offer} />
      ))}
      <section class="panel">
        <h2>{say(w.now)}</h2>
        {open.length === 0 && <p>{say(w.none)}</p>}
        <ul class="employers">
          {open.map((one) => (
            <Now key={`${one.company} ${one.since}`} one={one} today={today} />
          ))}
        </ul>
        <p class="cap">{say(w.why)}</p>
      </section>
      {own.length > 0 && (
        <section class="panel">
          <h2>{say(w.mine)}</h2>
          <ul class="employers">
            {own.map((offer) => (
              <li key={offer.id}>
                <b>
                  <Written text={offer.companyName} />
                </b>
                <span class="cap">{say(w.waiting)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Offering today={today} />
      {past.length > 0 && (
        <section class="panel">
          <h2>{say(w.past)}</h2>
          <ul class="employers">
            {past.map((one) => (
              <li key={`${one.company} ${one.since}`}>
                <Company one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Company({ one }: { one: Employment }) {
  const t = useWords()
  const w = words.use()
  const full = (day: string) => say(t.dateWithYear(day))
  return (
    <>
      <b>
        <Written text={one.companyName} /> {one.main && <span class="must">{say(w.main)}</span>}
      </b>
      <span class="cap num">
        {full(one.since)} – {one.until !== null && full(one.until)}
      </span>
    </>
  )
}

function Asked({ offer }: { offer: Offer }) {
  const t = useWords()
  const w = words.use()
  const { busy, hindrance, run } = useDoing()
  const answer = (accept: boolean) => void run((language) => answerOffer(offer.id, accept, language))
  return (
    <section class="panel offered">
      <h2>{say(w.offers)}</h2>
      <p>
        <b>
          <Written text={offer.companyName} />
        </b>{' '}
        <span class="num cap">{grouped(offer.company)}</span>
      </p>
      <p>{say(w.asksYou)}</p>
      <p class="num">
        {say(w.from)}: {say(t.dateWithYear(offer.since))}
        {offer.main && <> · {say(w.main)}</>}
      </p>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      <div class="two">
        <button type="button" class="btn main" disabled={busy} onClick={() => answer(true)}>
          <span>{say(w.accept)}</span>
        </button>
        <button type="button" class="btn wide" disabled={busy} onClick={() => answer(false)}>
          <span>{say(w.decline)}</span>
        </button>
      </div>
    </section>
  )
}

function Now({ one, today }: { one: Employment; today: string }) {
  const w = words.use()
  const [leaving, setLeaving] = useState(false)
  const [lastOn, setLastOn] = useState(today)
  const { busy, hindrance, done, run } = useDoing()
  return (
    <li>
      <Company one={one} />
      {one.until === null && !leaving && (
        <button type="button" class="btn quiet" onClick={() => setLeaving(true)}>
          <span>{say(w.leave)}</span>
        </button>
      )}
      {leaving && one.until === null && (
        <div class="fields">
          <div class="field">
            <label for={`last-${one.company}`}>{say(w.lastOn)}</label>
            <p class="cap">{say(w.leaving)}</p>
            <input id={`last-${one.company}`} type="date" value={lastOn} onInput={(event) => setLastOn(event.currentTarget.value)} />
          </div>
          {hindrance !== null && <Hindered hindrance={hindrance} />}
          <button
            type="button"
            class="btn wide"
            disabled={busy || lastOn === ''}
            onClick={() => void run((language) => leaveEmployer(one.company, lastOn, language))}
          >
            <span>{say(done ? w.left : w.sure)}</span>
          </button>
        </div>
      )}
    </li>
  )
}

function Offering({ today }: { today: string }) {
  const w = words.use()
  const [number, setNumber] = useState('')
  const [since, setSince] = useState(today)
  const [main, setMain] = useState(true)
  const { busy, hindrance, done, run } = useDoing()
  const digits = number.normalize('NFKC').replace(/\D/g, '')
  return (
    <details class="panel offering">
      <summary>{say(w.move)}</summary>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault()
          void run((language) => offerTo(digits, since, main, language))
        }}
      >
        <div class="field">
          <label for="offer-company">{say(w.number)}</label>
          <p class="cap">{say(w.numberHow)}</p>
          <input id="offer-company" inputMode="numeric" value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
        </div>
        <div class="field">
          <label for="offer-since">{say(w.from)}</label>
          <input id="offer-since" type="date" value={since} onInput={(event) => setSince(event.currentTarget.value)} />
        </div>
        <label class="check">
          <input type="checkbox" checked={main} onChange={() => setMain(!main)} /> <span>{say(w.asMain)}</span>
        </label>
        {hindrance !== null && <Hindered hindrance={hindrance} typed />}
        <button type="submit" class="btn wide" disabled={busy || digits.length !== 14 || since === ''}>
          <span>{say(w.send)}</span>
        </button>
        {done && <p role="status">{say(w.sent)}</p>}
      </form>
    </details>
  )
}
