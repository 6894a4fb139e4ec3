/** An employer's first page: my workers, this year's days first. */
import { useMemo, useState } from 'preact/hooks'
import type { Level } from '../api/schema'
import { dayInJapan } from '../i18n/dates'
import { LevelShape } from '../ui/LevelShape'
import { type Worker, type Workers as Listed, getWorkers } from './api'
import { useOffice } from './context'
import { type Column, DataTable } from './DataTable'
import { Exporting } from './Exporting'
import { Serving } from './Serving'
import { State } from './State'
import { useSeen } from './useSeen'
import type { OfficeWords } from './words'

export function Workers({ number: company }: { number: string }) {
  const { t, language } = useOffice()
  const { answer, trouble } = useSeen<Listed>(`workers of ${company}`, getWorkers(company), language)
  const year = answer?.year ?? 0
  const [open, setOpen] = useState<string | null>(null)
  const columns = useMemo(() => columnsOf(t, year, setOpen), [t, year])
  const chosen = answer?.workers.find((one) => one.number === open) ?? null
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const today = dayInJapan(Date.now())
  return (
    <main class="board">
      <div class="ot">
        <h1>{t.workers}</h1>
        <span class="grow" />
        <Exporting wanted={{ kind: 'companyYear', number: company, month: `${year}-01`, until: null }} />
      </div>
      {chosen !== null && <Serving worker={chosen} />}
      <DataTable
        caption={t.workers}
        columns={columns}
        rows={answer.workers}
        id={({ number }) => number}
        tone={({ cardExpiresOn }) => (cardExpiresOn === null || cardExpiresOn < today ? 'stop' : 'plain')}
        empty={t.noWorkers}
        open={(one) => setOpen(one.number)}
      />
    </main>
  )
}

function columnsOf(t: OfficeWords, year: number, choose: (number: string) => void): readonly Column<Worker>[] {
  return [
    {
      key: 'name',
      head: t.name,
      value: ({ name, nameKana }) => `${name} ${nameKana}`,
      cell: ({ name, number }) => (
        <button type="button" class="incell" onClick={() => choose(number)}>
          {name}
        </button>
      ),
    },
    { key: 'year', head: t.yearDays(year), figure: true, value: ({ yearDays }) => yearDays, cell: ({ yearDays }) => <b>{yearDays}</b> },
    { key: 'month', head: t.monthDays, figure: true, value: ({ monthDays }) => monthDays, cell: ({ monthDays }) => monthDays },
    {
      key: 'last',
      head: t.lastOn,
      figure: true,
      value: ({ lastOn }) => lastOn,
      cell: ({ lastOn }) => (lastOn === null ? '–' : t.dayIs(lastOn)),
    },
    { key: 'level', head: t.level, value: ({ level }) => level, cell: ({ level }) => <LevelShape level={level as Level} size={20} /> },
    { key: 'trade', head: t.trade, value: ({ trade }) => trade, cell: ({ trade }) => trade },
    {
      key: 'card',
      head: t.cardUntil,
      figure: true,
      value: ({ cardExpiresOn }) => cardExpiresOn,
      cell: ({ cardExpiresOn }) => (cardExpiresOn === null ? <b class="why">{t.noCard}</b> : t.dayIs(cardExpiresOn)),
    },
    {
      key: 'since',
      head: t.since,
      figure: true,
      value: ({ since }) => since,
      cell: ({ since, main }) => (main ? `${t.dayIs(since)}（${t.mainEmployer}）` : t.dayIs(since)),
    },
    { key: 'number', head: t.number, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
  ]
}
