/** What is registered about me, and all my records to take away: as data, and as a sealed paper that anybody can check. */
import './data.css'
import type { ComponentChildren } from 'preact'
import { addresses } from '../../addresses'
import { getRegistration } from '../../api/account'
import type { Passport, Registration } from '../../api/schema'
import { dayInJapan } from '../../i18n/dates'
import { Said, say, useLanguage, useWords } from '../../i18n/words'
import { RowLink } from '../../ui/Rows'
import { TabBar } from '../../ui/TabBar'
import { DataDate } from '../../ui/DataDate'
import { Head } from '../history/Frame'
import { addMonths } from '../history/model'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { dataDate } from '../passport/model'
import { Download } from './Download'
import { MonthFiles, YearFiles } from './Files'
import { words } from './words'

export { words }

export function Page({ view, now }: PageProps) {
  const w = words.use()
  const { passport, trouble } = view
  return passport === null ? (
    <>
      <Head title={say(w.title)} up={addresses.settings} sample={false} />
      <main>{trouble !== null && <NothingKept trouble={trouble} />}</main>
      <TabBar at={addresses.settings} />
    </>
  ) : (
    <Mine passport={passport} live={view.live} now={now} />
  )
}

function Mine({ passport, live, now }: { passport: Passport; live: boolean; now: number }) {
  const t = useWords()
  const w = words.use()
  const { number } = passport.worker
  const shown = usePage<Registration>(`workers/${number}`, getRegistration(number), useLanguage(), live ? passport : null)
  const month = dayInJapan(now).slice(0, 7)
  return (
    <>
      <Head title={say(w.title)} up={addresses.settings} sample={passport.sample}>
        {shown.seenAt !== null && <DataDate text={dataDate(shown.seenAt, now, shown.live, t)} live={shown.live} />}
      </Head>
      <main>
        {shown.trouble !== null && shown.seenAt !== null && <TroubleNotice trouble={shown.trouble} trueAt={shown.seenAt} />}
        <Facts passport={passport} registration={shown.answer} />
        <section class="panel">
          <h2>{say(w.all)}</h2>
          <ul class="files">
            <Download path="/v1/passport/data/pdf" icon="paper" name={w.sealed} holds={w.sealedFor} />
            <Download path="/v1/passport/data" icon="list" name={w.json} holds={w.jsonFor} />
          </ul>
        </section>
        <section class="panel">
          <h2>{say(w.inside)}</h2>
          <ul class="holdings">
            {w.holdings.map((line) => (
              <li key={line}>{say(line)}</li>
            ))}
          </ul>
          <p class="cap">{say(w.notInside)}</p>
        </section>
        <section class="panel checking">
          <h2>{say(w.check.title)}</h2>
          <p>{say(w.check.what)}</p>
          <p>{say(w.check.how)}</p>
          <code lang="en">
            passport verify passport.pdf <span>--certificate seal.pem</span>
          </code>
          <ul class="files">
            <Download path="/v1/certificate" icon="key" name={w.check.certificate} holds={w.check.certificateFor} />
          </ul>
        </section>
        <MonthFiles month={month} named />
        <MonthFiles month={addMonths(month, -1)} named />
        <YearFiles year={month.slice(0, 4)} named />
        <section class="panel">
          <ul class="rows">
            <RowLink href={addresses.history} icon="calendar" name={w.others} holds={w.othersWhere} />
          </ul>
        </section>
      </main>
      <TabBar at={addresses.settings} />
    </>
  )
}

/** The face of the registration: what the passport knows at once, and what the register adds. */
function Facts({ passport: { worker, career }, registration }: { passport: Passport; registration: Registration | null }) {
  const t = useWords()
  const w = words.use()
  const full = (day: string) => say(t.dateWithYear(day))
  const since = registration?.registeredOn ?? null
  return (
    <section class="panel">
      <h2>{say(w.mine.title)}</h2>
      <dl class="mine">
        <Fact name={w.mine.name}>
          <span lang="ja">{worker.name}</span>
          <span class="cap" lang="ja">
            {worker.nameKana}
          </span>
        </Fact>
        <Fact name={w.mine.number}>
          <span class="num">{worker.number}</span>
        </Fact>
        {registration?.birthDate ? <Fact name={w.mine.birthDate}>{full(registration.birthDate)}</Fact> : null}
        <Fact name={w.mine.level}>{say(t.level.name(worker.level))}</Fact>
        <Fact name={w.mine.trade}>{worker.trade === null ? say(t.level.noTrade) : <Said text={worker.trade.name} />}</Fact>
        {worker.company !== null && (
          <Fact name={w.mine.company}>
            <Said text={worker.company} />
          </Fact>
        )}
        {since !== null && <Fact name={w.mine.registeredOn}>{full(since)}</Fact>}
        {career.since !== null && <Fact name={w.mine.firstDay}>{full(career.since)}</Fact>}
        <Fact name={w.mine.card}>{worker.cardExpiresOn === null ? say(w.mine.noCard) : full(worker.cardExpiresOn)}</Fact>
      </dl>
      <p class="cap">{say(w.mine.wrong)}</p>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd class="num">{children}</dd>
    </div>
  )
}
