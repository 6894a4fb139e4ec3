/** One application: what the register filled in, beside what the level asks. */
import { useState } from 'preact/hooks'
import type { Level } from '../../api/schema'
import { dayInJapan } from '../../i18n/dates'
import { LevelShape } from '../../ui/LevelShape'
import { useOffice } from '../context'
import { useOwn } from '../own'
import { pathOf } from '../places'
import { CriteriaTable } from '../standards/CriteriaTable'
import { useNames } from '../standards/names'
import * as standards from '../standards/words'
import { useSeen } from '../useSeen'
import { Answering } from './Answering'
import { type Application, getStandards } from './calls'
import { en, ja } from './words'

export function OneApplication({ application }: { application: Application | null }) {
  const w = useOwn({ ja, en })
  /** It leaves the list when it is answered; what was said of it stays. */
  const [first] = useState(application)
  const shown = application ?? first
  return (
    <main class="board">
      <div class="ot">
        <div>
          <p>
            <a href={pathOf('register', '', 'levels')}>{w.back}</a>
          </p>
          <h1>{shown?.workerName ?? w.title}</h1>
        </div>
        {shown !== null && <span class="num">{shown.worker}</span>}
      </div>
      {shown === null ? <p class="nothing">{w.gone}</p> : <Opened application={shown} waits={application !== null} />}
    </main>
  )
}

function Opened({ application, waits }: { application: Application; waits: boolean }) {
  const w = useOwn({ ja, en })
  return (
    <>
      <Answering chosen={waits ? [application] : []} answered={() => undefined} />
      <Filed application={application} />
      <Asked application={application} />
      {!waits && <p class="under">{w.gone}</p>}
    </>
  )
}

function Filed({ application }: { application: Application }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const s = useOwn(standards)
  const { level, name, days, foremanDays, criteria, filedAt, qualifications } = application
  const { said } = useNames()
  return (
    <dl class="facts-of">
      <div>
        <dt>{w.field}</dt>
        <dd class="nm">
          <LevelShape level={level as Level} size={20} /> <b>{name}</b>
        </dd>
      </div>
      <div>
        <dt>{w.days}</dt>
        <dd class="num">{s.daysOf(days)}</dd>
      </div>
      <div>
        <dt>{w.foremanDays}</dt>
        <dd class="num">{s.daysOf(foremanDays)}</dd>
      </div>
      <div>
        <dt>{w.filed}</dt>
        <dd class="num">{t.dayIs(dayInJapan(filedAt))}</dd>
      </div>
      <div>
        <dt>{w.criteria}</dt>
        <dd>{s.versionIs(criteria)}</dd>
      </div>
      <div class="whole">
        <dt>{w.holds}</dt>
        <dd>
          {qualifications.length === 0 ? (
            w.noQualifications
          ) : (
            <ul class="entries">
              {qualifications.map((one) => (
                <li key={one}>{said(one)}</li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}

function Asked({ application: { field, level, criteria } }: { application: Application }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const names = useNames()
  const standard = useSeen('standards', getStandards, language).answer?.fields.find((one) => one.field === field)
  if (standard === undefined) {
    return null
  }
  const asked = standard.levels.filter((one) => one.level <= level)
  const heading = w.asksOf(standard.name, level)
  return (
    <>
      <h2 class="under">{heading}</h2>
      {standard.version !== criteria && <p class="notice wait">{w.otherVersion}</p>}
      <CriteriaTable caption={heading} levels={asked} names={names} />
    </>
  )
}
