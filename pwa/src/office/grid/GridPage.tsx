/** Who worked on which days of a month, or how many in each of twelve months: of a company's workers, or at a site. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, readPage } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { dayInJapan } from '../../i18n/dates'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Exporting } from '../Exporting'
import { Field } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

type Schemas = components['schemas']
type Grid = Schemas['Grid']
type GridLine = Schemas['GridLine']
type Span = 'Month' | 'Year'

const ja = {
  title: '就業日の表',
  month: '月',
  Month: 'ひと月（日ごと）',
  Year: '12か月（月ごと）',
  span: '見かた',
  none: 'この期間に、就業日のある人はいません。',
  more: '2,000人までを表示しています。全員はExcelかCSVで受け取れます。',
}

const en: typeof ja = {
  title: 'Work days',
  month: 'Month',
  Month: 'a month, day by day',
  Year: 'twelve months',
  span: 'Shown',
  none: 'Nobody has a work day in this time.',
  more: 'The first 2,000 are shown; all of them come as Excel or CSV.',
}

const getGrid =
  (kind: string, number: string, month: string): Getter<Grid> =>
  (language, signal) =>
    readPage(`/v1/grids/${kind}/${number}/${month}`, language, signal)

export const CompanyPage = (props: PageProps) => <Whole {...props} of="company" />
export const SitePage = (props: PageProps) => <Whole {...props} of="site" />

function Whole({ number, of }: PageProps & { of: 'company' | 'site' }) {
  const w = useOwn({ ja, en })
  const [span, setSpan] = useState<Span>('Month')
  const [month, setMonth] = useState(() => dayInJapan(Date.now()).slice(0, 7))
  const kind = `${of}${span}` as const
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
        <Field id="grid-span" label={w.span}>
          <select id="grid-span" value={span} onChange={(event) => setSpan(event.currentTarget.value as Span)}>
            <option value="Month">{w.Month}</option>
            <option value="Year">{w.Year}</option>
          </select>
        </Field>
        <Field id="grid-month" label={w.month}>
          <input id="grid-month" type="month" value={month} onInput={(event) => setMonth(event.currentTarget.value || month)} />
        </Field>
        <span class="grow" />
        <Exporting key={`${kind} ${month}`} wanted={{ kind, number, month, until: null }} />
      </div>
      <Lines key={`${kind} ${month}`} kind={kind} number={number} month={month} />
    </main>
  )
}

function Lines({ kind, number, month }: { kind: string; number: string; month: string }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen<Grid>(`grid ${kind} ${number} ${month}`, getGrid(kind, number, month), language)
  const columns = useMemo(() => columnsOf(t, answer), [t, answer])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <>
      {answer.more && <p class="under">{w.more}</p>}
      <DataTable
        caption={`${answer.place} ${month}`}
        columns={columns}
        rows={answer.lines}
        id={(line) => line.number}
        empty={w.none}
        sort={{ key: 'days', down: true }}
      />
    </>
  )
}

function columnsOf(t: OfficeWords, grid: Grid | null): readonly Column<GridLine>[] {
  return [
    { key: 'name', head: t.name, value: ({ name, nameKana }) => `${name} ${nameKana}`, cell: ({ name }) => name },
    ...(grid?.columns ?? []).map(({ key, name }, place): Column<GridLine> => ({
      key,
      head: name,
      figure: key !== 'company' && key !== 'main',
      value: ({ cells }) => cells[place] ?? null,
      cell: ({ cells }) => (key === 'days' ? <b>{cells[place]}</b> : cells[place]),
    })),
    { key: 'number', head: t.number, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
  ]
}
