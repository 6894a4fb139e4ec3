/** The review: what waits, the oldest first; and one application beside its papers. */
import { useMemo } from 'preact/hooks'
import { type Getter, readPage } from '../../api/client'
import type { ApplicationLine } from '../../api/schema'
import { words as applying } from '../../features/applying/words'
import { dayInJapan } from '../../i18n/dates'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { Speaking } from '../Speaking'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { One } from './One'
import { en, ja } from './words'

const getWaiting: Getter<{ applications: ApplicationLine[] }> = (language, signal) => readPage('/v1/review', language, signal)

export function Page({ id }: PageProps) {
  return <Speaking>{id === null ? <Waiting /> : <One key={id} id={id} />}</Speaking>
}

function Waiting() {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const a = applying.use()
  const { answer, trouble } = useSeen('review', getWaiting, language)
  const columns = useMemo(() => columnsOf(t, w, a), [t, w, a])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.applications}
        id={({ id }) => id}
        tone={({ mine }) => (mine ? 'wait' : 'plain')}
        empty={w.none}
        open={({ id }) => goTo(pathOf('register', '', 'review', id))}
        link={({ id }) => pathOf('register', '', 'review', id)}
      />
    </main>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, a: ReturnType<typeof applying.use>): readonly Column<ApplicationLine>[] {
  const stage = ({ state, mine }: ApplicationLine) => (mine ? w.mine : state === 'sent' ? w.first : w.second)
  return [
    { key: 'name', head: t.name, value: ({ name }) => name, cell: ({ name }) => name ?? '–' },
    { key: 'kind', head: w.kind, value: ({ kind }) => a.kinds[kind].what, cell: ({ kind }) => a.kinds[kind].what },
    { key: 'state', head: w.state, value: stage, cell: (one) => <span class="why">{stage(one)}</span> },
    { key: 'from', head: w.from, value: ({ proxy }) => proxy?.name ?? w.self, cell: ({ proxy }) => proxy?.name ?? w.self },
    {
      key: 'sent',
      head: w.sentOn,
      figure: true,
      value: ({ sentAt }) => sentAt,
      cell: ({ sentAt }) => (sentAt === null ? '' : t.dayIs(dayInJapan(sentAt))),
    },
    { key: 'receipt', head: w.receipt, figure: true, value: ({ receipt }) => receipt, cell: ({ receipt }) => receipt ?? '' },
  ]
}
