/** A site's worker list: who is on it; whom of my company I put on it, many at once; whom I take off. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, read, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { CHANGED } from '../../features/history/usePage'
import { workDateAt } from '../../i18n/dates'
import { Told, Why, useActing } from '../acting'
import { type Worker, type Workers, getWorkers } from '../api'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import type { SiteAnswer } from '../site/draft'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { en, ja } from './words'

type Schemas = components['schemas']
type Listed = Schemas['ListedWorker']
type Row = Schemas['RowAnswer']
type Position = Listed['position']

const NONE: ReadonlySet<string> = new Set()

const getList =
  (site: string): Getter<Schemas['ListedWorkers']> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/workers`, language, signal)

const getSite =
  (site: string): Getter<SiteAnswer> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}`, language, signal)

export function Page({ number }: PageProps) {
  const { language } = useOffice()
  const list = useSeen(`list of ${number}`, getList(number), language)
  const site = useSeen(`site ${number}`, getSite(number), language)
  if (list.answer === null || site.answer === null) {
    return <State trouble={list.trouble ?? site.trouble} />
  }
  return <Whole site={site.answer} listed={list.answer.workers} />
}

function Whole({ site, listed }: { site: SiteAnswer; listed: readonly Listed[] }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [company, setCompany] = useState(site.prime.number)
  const [marked, setMarked] = useState(NONE)
  const [lastOn, setLastOn] = useState(() => workDateAt(Date.now()))
  const { busy, outcome, act } = useActing()
  const [rows, setRows] = useState<readonly Row[]>([])
  const columns = useMemo(() => listedColumns(t, w), [t, w])
  const chosen = listed.filter(({ number }) => marked.has(number))
  const takeOff = async () => {
    const end = async () => {
      const companies = [...new Set(chosen.map((one) => one.company.number))]
      const answers = await Promise.all(
        companies.map((of) => {
          const people = chosen.filter((one) => one.company.number === of)
          return put(
            site.number,
            'workers/end',
            of,
            people.map((one) => ({ worker: one.number, lastOn })),
            language,
          )
        }),
      )
      setRows(answers.flat())
    }
    if (await act(end, w.ended(chosen.length))) {
      setMarked(NONE)
    }
  }
  return (
    <main class="board">
      <div class="ot">
        <div>
          <h1>{site.name}</h1>
          <p>{w.title}</p>
        </div>
        <span class="grow" />
        <div class="acts">
          <Line id="off-on" label={w.until} type="date" value={lastOn} set={setLastOn} />
          <button type="button" class="btn small" disabled={busy || chosen.length === 0} onClick={() => void takeOff()}>
            {w.off}（{chosen.length}）
          </button>
        </div>
      </div>
      <Told outcome={outcome} />
      <Refusals rows={rows} names={new Map(listed.map(({ number, name }) => [number, name]))} />
      <DataTable
        caption={w.onList}
        columns={columns}
        rows={listed}
        id={({ number }) => number}
        empty={w.none}
        marked={marked}
        mark={setMarked}
      />
      <section class="begin">
        <div class="under">
          <Line id="company" label={w.company} value={company} set={(typed) => setCompany(typed.replace(/\D/g, ''))} />
        </div>
        {company.length === 14 && (
          <Adding key={company} site={site} company={company} listed={new Set(listed.map(({ number }) => number))} />
        )}
      </section>
    </main>
  )
}

function Adding({ site, company, listed }: { site: SiteAnswer; company: string; listed: ReadonlySet<string> }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen<Workers>(`workers of ${company}`, getWorkers(company), language)
  const [marked, setMarked] = useState(NONE)
  const [firstOn, setFirstOn] = useState(() => laterOf(site.firstOn, workDateAt(Date.now())))
  const [lastOn, setLastOn] = useState(site.lastOn)
  const [position, setPosition] = useState<Position>('worker')
  const [content, setContent] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([])
  const { busy, outcome, act } = useActing()
  const columns = useMemo(() => workerColumns(t), [t])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const free = answer.workers.filter(({ number }) => !listed.has(number))
  const chosen = free.filter(({ number }) => marked.has(number))
  const add = async () => {
    const lines = chosen.map(({ number, tradeCode }) => ({ worker: number, trade: tradeCode, firstOn, lastOn, position, content }))
    let good = 0
    const send = async () => {
      const answers = await put(site.number, 'workers', company, lines, language)
      good = answers.filter(({ state }) => state !== 'impossible').length
      setRows(answers)
    }
    if (await act(send, `${w.done(chosen.length)}。${w.healed}`)) {
      setMarked(NONE)
    }
    if (good > 0) {
      dispatchEvent(new Event(CHANGED))
    }
  }
  return (
    <>
      <h2 class="under">{w.add}</h2>
      <div class="under">
        <Line id="first-on" label={w.from} type="date" value={firstOn} set={setFirstOn} />
        <Line id="last-on" label={w.until} type="date" value={lastOn} set={setLastOn} />
        <Pick
          id="position"
          label={w.position}
          value={position}
          set={(value) => setPosition(value as Position)}
          choices={Object.entries(w.positions)}
        />
        <Line id="content" label={w.content} value={content} set={setContent} />
        <button type="button" class="btn main small" disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {w.put}（{chosen.length}）
        </button>
      </div>
      <Told outcome={rows.some(({ state }) => state === 'impossible') ? null : outcome} />
      <Refusals rows={rows} names={new Map(answer.workers.map(({ number, name }) => [number, name]))} />
      <DataTable
        caption={w.add}
        columns={columns}
        rows={free}
        id={({ number }) => number}
        empty={w.addNone}
        marked={marked}
        mark={setMarked}
      />
    </>
  )
}

/** Rows that could not be done, each with who can mend it; the good ones are kept. */
function Refusals({ rows, names }: { rows: readonly Row[]; names: ReadonlyMap<string, string> }) {
  const bad = rows.filter(({ reason }) => reason !== null)
  return (
    <div role="status">
      <ul class="said">
        {bad.map(({ worker, reason }) => (
          <li key={worker}>
            {names.get(worker) ?? worker}
            {reason !== null && <Why reason={reason as Parameters<typeof Why>[0]['reason']} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

async function put(
  site: string,
  what: 'workers' | 'workers/end',
  company: string,
  rows: readonly object[],
  language: string,
): Promise<Row[]> {
  const answer = await ask(`/v1/sites/${site}/${what}`, { language, ...sending('POST', { company, rows }) })
  return (await read<Schemas['RowAnswers']>(answer)).rows
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

function listedColumns(t: OfficeWords, w: typeof ja): readonly Column<Listed>[] {
  return [
    { key: 'name', head: t.name, value: ({ name, nameKana }) => `${name} ${nameKana}`, cell: ({ name }) => name },
    { key: 'company', head: t.company, value: ({ company }) => company.name, cell: ({ company }) => company.name },
    { key: 'tier', head: w.tier, value: ({ tier }) => tier, cell: ({ tier }) => t.tierIs(tier) },
    { key: 'position', head: w.position, value: ({ position }) => w.positions[position], cell: ({ position }) => w.positions[position] },
    { key: 'trade', head: t.trade, value: ({ trade }) => trade, cell: ({ trade }) => trade },
    { key: 'content', head: w.content, value: ({ content }) => content, cell: ({ content }) => content },
    {
      key: 'days',
      head: w.days,
      figure: true,
      value: ({ firstOn }) => firstOn,
      cell: ({ firstOn, lastOn }) => `${t.dayIs(firstOn)} – ${t.dayIs(lastOn)}`,
    },
    { key: 'number', head: t.number, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
  ]
}

function workerColumns(t: OfficeWords): readonly Column<Worker>[] {
  return [
    { key: 'name', head: t.name, value: ({ name, nameKana }) => `${name} ${nameKana}`, cell: ({ name }) => name },
    { key: 'trade', head: t.trade, value: ({ trade }) => trade, cell: ({ trade }) => trade },
    {
      key: 'card',
      head: t.cardUntil,
      figure: true,
      value: ({ cardExpiresOn }) => cardExpiresOn,
      cell: ({ cardExpiresOn }) => (cardExpiresOn === null ? <b class="why">{t.noCard}</b> : t.dayIs(cardExpiresOn)),
    },
    { key: 'number', head: t.number, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
  ]
}
