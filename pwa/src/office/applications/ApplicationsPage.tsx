/** What a company files: for its workers, with their consent, and about itself. */
import '../../ui/Fields.css'
import '../../features/applying/applying.css'
import { useMemo, useState } from 'preact/hooks'
import { getCompanyApplications, saveApplication } from '../../api/applications'
import type { ApplicationKind, ApplicationLine } from '../../api/schema'
import { Filling } from '../../features/applying/Filling'
import { Standing } from '../../features/applying/Standing'
import { useApplication } from '../../features/applying/useApplication'
import { words as applying } from '../../features/applying/words'
import { isMineToWrite } from '../../features/applying/writing'
import { dayInJapan } from '../../i18n/dates'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { Speaking } from '../Speaking'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { Table } from './Table'
import { en, ja } from './words'

const FOR_WORKERS: readonly ApplicationKind[] = ['workerSimplified', 'workerDetailed']
const FOR_REGISTERED: readonly ApplicationKind[] = ['workerChange', 'workerUpgrade']
const OWN: readonly ApplicationKind[] = ['companyChange', 'companyRenewal']

export function Page({ number, id }: PageProps) {
  return (
    <Speaking>
      {id === null ? <All company={number} /> : <One key={id} id={id} back={pathOf('company', number, 'applications')} />}
    </Speaking>
  )
}

function All({ company }: { company: string }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const a = applying.use()
  const { answer, trouble } = useSeen(`applications of ${company}`, getCompanyApplications(company), language)
  const columns = useMemo(() => columnsOf(t, w, a), [t, w, a])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Begin company={company} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.applications}
        id={({ id }) => id}
        tone={({ state, consent }) => (state === 'returned' || consent === 'refused' ? 'stop' : consent === 'outdated' ? 'wait' : 'plain')}
        empty={w.none}
        open={({ id }) => goTo(pathOf('company', company, 'applications', id))}
        link={({ id }) => pathOf('company', company, 'applications', id)}
      />
    </main>
  )
}

function Begin({ company }: { company: string }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const a = applying.use()
  const { busy, outcome, act } = useActing()
  const [worker, setWorker] = useState('')
  const begin = async (kind: ApplicationKind) => {
    const id = crypto.randomUUID()
    const wish = { kind, company, ...(FOR_REGISTERED.includes(kind) && { worker: worker.replace(/\D/g, '') }) }
    if (await act(() => saveApplication(id, wish, 0, {}, language), '')) {
      goTo(pathOf('company', company, 'applications', id))
    }
  }
  const buttons = (kinds: readonly ApplicationKind[], disabled = false) =>
    kinds.map((kind) => (
      <button key={kind} type="button" class="btn small" disabled={busy || disabled} onClick={() => void begin(kind)}>
        {a.kinds[kind].what}
      </button>
    ))
  return (
    <section class="begin">
      <div class="under">
        <b>{w.begin}</b>
        {buttons(FOR_WORKERS)}
      </div>
      <div class="under">
        <Line id="worker" label={w.worker} hint={w.workerHint} value={worker} set={setWorker} />
        {buttons(FOR_REGISTERED, worker.replace(/\D/g, '').length !== 14)}
      </div>
      <div class="under">
        <b>{w.own}</b>
        {buttons(OWN)}
      </div>
      <Table company={company} />
      <Told outcome={outcome} />
    </section>
  )
}

function One({ id, back }: { id: string; back: string }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const a = applying.use()
  const writing = useApplication(id, language)
  const { seen, form, trouble } = writing
  const gone = () => goTo(back)
  const open = seen !== null && isMineToWrite(seen)
  if (seen === null || (open && form === null)) {
    return <State trouble={trouble} />
  }
  return (
    <main class="column">
      <p>
        <a href={back}>{w.back}</a>
      </p>
      <h1>{a.kinds[seen.kind].what}</h1>
      {open && form !== null ? (
        <Filling writing={writing} seen={seen} form={form} gone={gone} />
      ) : (
        <Standing seen={seen} gone={gone} entered={null} />
      )}
    </main>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, a: ReturnType<typeof applying.use>): readonly Column<ApplicationLine>[] {
  const stateOf = ({ state }: ApplicationLine) => a.states[state as keyof typeof a.states]
  return [
    { key: 'name', head: t.name, value: ({ name }) => name, cell: ({ name }) => name ?? '–' },
    { key: 'kind', head: w.kind, value: ({ kind }) => a.kinds[kind].what, cell: ({ kind }) => a.kinds[kind].what },
    { key: 'state', head: w.state, value: stateOf, cell: (one) => <b class="why">{stateOf(one)}</b> },
    {
      key: 'consent',
      head: w.consent,
      value: ({ consent }) => a.consents[consent],
      cell: ({ consent, state }) => (state === 'draft' || state === 'returned' ? a.consents[consent] : ''),
    },
    {
      key: 'number',
      head: t.number,
      figure: true,
      value: ({ worker }) => worker?.number ?? null,
      cell: ({ worker }) => worker?.number ?? '',
    },
    { key: 'receipt', head: w.receipt, figure: true, value: ({ receipt }) => receipt, cell: ({ receipt }) => receipt ?? '' },
    {
      key: 'changed',
      head: w.changed,
      figure: true,
      value: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => t.dayIs(dayInJapan(changedAt)),
    },
  ]
}
