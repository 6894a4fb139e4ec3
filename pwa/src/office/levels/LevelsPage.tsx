/** Applications for a level that wait: many granted or declined at once, or one looked at beside what its level asks. */
import { useMemo, useState } from 'preact/hooks'
import type { Level } from '../../api/schema'
import { dayInJapan } from '../../i18n/dates'
import { LevelShape } from '../../ui/LevelShape'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { Answering } from './Answering'
import { type Application, getApplications } from './calls'
import { OneApplication } from './OneApplication'
import { en, ja } from './words'

const NONE: ReadonlySet<string> = new Set()
const pageOf = ({ id }: Application) => pathOf('register', '', 'levels', id)

export function Page({ id }: PageProps) {
  const { language } = useOffice()
  const { answer, trouble } = useSeen('level applications', getApplications, language)
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return id === null ? (
    <Waiting applications={answer.applications} />
  ) : (
    <OneApplication key={id} application={answer.applications.find((one) => one.id === id) ?? null} />
  )
}

function Waiting({ applications }: { applications: readonly Application[] }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const [marked, setMarked] = useState(NONE)
  const columns = useMemo(() => columnsOf(t, w), [t, w])
  const chosen = applications.filter(({ id }) => marked.has(id))
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Answering chosen={chosen} counted answered={(ids) => setMarked(new Set([...marked].filter((id) => !ids.includes(id))))} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={applications}
        id={({ id }) => id}
        empty={w.none}
        marked={marked}
        mark={setMarked}
        open={(one) => goTo(pageOf(one))}
        link={pageOf}
      />
    </main>
  )
}

const names = ({ qualifications }: Application) => qualifications.join('、')

function columnsOf(t: OfficeWords, w: typeof ja): readonly Column<Application>[] {
  return [
    { key: 'name', head: t.name, value: ({ workerName }) => workerName, cell: ({ workerName }) => workerName },
    { key: 'field', head: w.field, value: ({ field, name }) => `${field} ${name}`, cell: ({ name }) => name },
    { key: 'level', head: t.level, value: ({ level }) => level, cell: ({ level }) => <LevelShape level={level as Level} size={20} /> },
    { key: 'days', head: w.days, figure: true, value: ({ days }) => days, cell: ({ days }) => days.toLocaleString('ja') },
    {
      key: 'foreman',
      head: w.foremanDays,
      figure: true,
      value: ({ foremanDays }) => foremanDays,
      cell: ({ foremanDays }) => foremanDays.toLocaleString('ja'),
    },
    { key: 'qualifications', head: w.qualifications, value: names, cell: (one) => <span title={names(one)}>{names(one)}</span> },
    {
      key: 'filed',
      head: w.filed,
      figure: true,
      value: ({ filedAt }) => filedAt,
      cell: ({ filedAt }) => t.dayIs(dayInJapan(filedAt)),
    },
    { key: 'number', head: t.number, figure: true, value: ({ worker }) => worker, cell: ({ worker }) => worker },
  ]
}
