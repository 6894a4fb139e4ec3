/** Qualifications that wait to be confirmed, the oldest first; and one beside its paper. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, readPage } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { dayInJapan } from '../../i18n/dates'
import { type Outcome, Told } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { One } from './One'
import { en, ja } from './words'

export type Waiting = components['schemas']['WaitingQualification']

const getWaiting: Getter<components['schemas']['WaitingQualifications']> = (language, signal) =>
  readPage('/v1/qualifications/waiting', language, signal)

export function pageOf(one: Waiting | undefined): string {
  return one === undefined ? pathOf('register', '', 'qualifications') : pathOf('register', '', 'qualifications', one.id)
}

export function Page({ id }: PageProps) {
  const { language } = useOffice()
  const { answer, trouble } = useSeen('waiting qualifications', getWaiting, language)
  const [said, setSaid] = useState<Outcome>(null)
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return id === null ? (
    <List waiting={answer.qualifications} said={said} />
  ) : (
    <One key={id} id={id} waiting={answer.qualifications} said={said} say={setSaid} />
  )
}

function List({ waiting, said }: { waiting: readonly Waiting[]; said: Outcome }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const columns = useMemo(() => columnsOf(t, w), [t, w])
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Told outcome={said} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={waiting}
        id={({ id }) => id}
        tone={({ expiresOn, proof }) => (isOver(expiresOn) ? 'stop' : proof === null ? 'wait' : 'plain')}
        empty={w.none}
        open={(one) => goTo(pageOf(one))}
        link={pageOf}
      />
    </main>
  )
}

export const isOver = (day: string | null) => day !== null && day < dayInJapan(Date.now())

function Until({ day }: { day: string | null }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  return <span class={isOver(day) ? 'why' : ''}>{day === null ? w.endless : t.dayIs(day)}</span>
}

function columnsOf(t: OfficeWords, w: typeof ja): readonly Column<Waiting>[] {
  return [
    { key: 'name', head: t.name, value: ({ workerName }) => workerName, cell: ({ workerName }) => workerName },
    { key: 'what', head: w.qualification, value: ({ name }) => name, cell: ({ name }) => <span title={name}>{name}</span> },
    { key: 'issued', head: w.issued, figure: true, value: ({ issuedOn }) => issuedOn, cell: ({ issuedOn }) => t.dayIs(issuedOn) },
    {
      key: 'expires',
      head: w.expires,
      figure: true,
      value: ({ expiresOn }) => expiresOn,
      cell: ({ expiresOn }) => <Until day={expiresOn} />,
    },
    {
      key: 'proof',
      head: w.proof,
      value: ({ proof }) => (proof === null ? w.noProof : w.hasProof),
      cell: ({ proof }) => (proof === null ? <b class="why">{w.noProof}</b> : w.hasProof),
    },
    {
      key: 'entered',
      head: w.entered,
      figure: true,
      value: ({ enteredAt }) => enteredAt,
      cell: ({ enteredAt }) => t.dayIs(dayInJapan(enteredAt)),
    },
    { key: 'issuer', head: w.issuer, value: ({ issuer }) => issuer, cell: ({ issuer }) => <span title={issuer}>{issuer}</span> },
    { key: 'number', head: t.number, figure: true, value: ({ worker }) => worker, cell: ({ worker }) => worker },
  ]
}
