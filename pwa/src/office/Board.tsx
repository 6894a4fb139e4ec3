/** The morning board: who lacks something stands above those who are in, and the office works down until it is empty. */
import { useEffect, useMemo } from 'preact/hooks'
import { timeInJapan } from '../i18n/dates'
import { LevelShape } from '../ui/LevelShape'
import { Node, type Step } from '../ui/marks'
import type { Level } from '../api/schema'
import { type Board as Seen, type BoardPerson, type BoardReader, getBoard } from './api'
import { useOffice } from './context'
import { type Column, DataTable } from './DataTable'
import { Exporting } from './Exporting'
import { State } from './State'
import { useSeen } from './useSeen'
import type { OfficeWords } from './words'

const EVERY_MS = 20_000
const SILENT_S = 1800
const MOST_FIRST = 6
const STEPS: Readonly<Record<BoardPerson['standing'], Step>> = { stopped: 'stopped', toCheck: 'waiting', expected: 'later', in: 'done' }

export function Board({ number: site }: { number: string }) {
  const { t, language } = useOffice()
  const { answer, seenAt, live, trouble } = useSeen<Seen>(`board ${site}`, getBoard(site), language)
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && dispatchEvent(new Event('again')), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const columns = useMemo(() => columnsOf(t), [t])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const pressing = answer.people.filter(({ lacks, standing }) => lacks.length > 0 && standing !== 'in').slice(0, MOST_FIRST)
  return (
    <main class="board">
      <div class="ot">
        <div>
          <h1>{answer.name}</h1>
          <p>{t.board}</p>
        </div>
        <dl class="kpis">
          <Figure word={t.expected} figure={answer.expected} />
          <Figure word={t.inside} figure={answer.inside} tone="ok" />
          <Figure word={t.missing} figure={answer.missing} />
          <Figure word={t.stopped} figure={answer.stopped} tone="stop" />
          <Figure word={t.toCheck} figure={answer.toCheck} tone="wait" />
        </dl>
        <span class="grow" />
        <p class={live ? 'when live' : 'when'}>
          <b class="num">{t.asOf(timeInJapan(seenAt ?? Date.parse(answer.trueAt)))}</b>
          <span>{live ? t.live : trouble === 'offline' ? t.offline : t.trouble}</span>
        </p>
      </div>
      <div class="halves">
        <div>
          <DataTable
            caption={`${answer.name} ${t.board}`}
            columns={columns}
            rows={answer.people}
            id={({ number }) => number}
            tone={({ standing }) => (standing === 'stopped' ? 'stop' : standing === 'toCheck' ? 'wait' : 'plain')}
            empty={t.nobody}
          />
          <p class="under">
            <button type="button" class="btn small" onClick={() => print()}>
              {t.print}
            </button>
            <Exporting wanted={{ kind: 'siteMonth', number: site, month: answer.day.slice(0, 7), until: null }} />
          </p>
        </div>
        <aside>
          <h2>{t.first}</h2>
          {pressing.length === 0 ? <p>{t.nobodyLacks}</p> : pressing.map((person) => <First key={person.number} person={person} />)}
          <h2>{t.readers}</h2>
          {answer.readers.length === 0 ? (
            <p>{t.noReaders}</p>
          ) : (
            answer.readers.map((reader) => <Reader key={reader.number} reader={reader} />)
          )}
        </aside>
      </div>
    </main>
  )
}

function Figure({ word, figure, tone = '' }: { word: string; figure: number; tone?: string }) {
  return (
    <div class={figure > 0 ? tone : ''}>
      <dd class="num">{figure}</dd>
      <dt>{word}</dt>
    </div>
  )
}

function First({ person }: { person: BoardPerson }) {
  const { t } = useOffice()
  const [lack] = person.lacks
  return (
    <section class="first">
      <Node step={STEPS[person.standing]} size={20} />
      <div>
        <b>{person.name}</b>
        <p>{lack?.why}</p>
        <p class="who">
          {lack?.who} — {lack?.what}
          {lack?.until && <span class="num"> {t.until(lack.until)}</span>}
        </p>
      </div>
    </section>
  )
}

function Reader({ reader }: { reader: BoardReader }) {
  const { t } = useOffice()
  const silent = reader.seenAgoS === null || reader.seenAgoS > SILENT_S
  return (
    <section class="first">
      <Node step={silent ? 'stopped' : 'done'} size={20} />
      <div>
        <b>{reader.name}</b>
        <p class="num">
          {reader.seenAgoS === null ? t.never : t.seenAgo(reader.seenAgoS)}
          {reader.driftS !== null && Math.abs(reader.driftS) >= 1 && ` · ${t.drift(reader.driftS)}`}
        </p>
        {silent && <p class="who">{t.silent}</p>}
      </div>
    </section>
  )
}

function columnsOf(t: OfficeWords): readonly Column<BoardPerson>[] {
  return [
    {
      key: 'name',
      head: t.name,
      value: ({ name }) => name,
      cell: ({ name, standing }) => (
        <span class="nm">
          <Node step={STEPS[standing]} size={16} />
          <span class="stx">{t.standing[standing]}</span>
          {name}
        </span>
      ),
    },
    {
      key: 'company',
      head: t.company,
      value: ({ company }) => company ?? t.notListed,
      cell: ({ company }) => company ?? <b>{t.notListed}</b>,
    },
    { key: 'tier', head: t.tier, value: ({ tier }) => tier, cell: ({ tier }) => (tier === null ? '' : t.tierIs(tier)) },
    { key: 'trade', head: t.trade, value: ({ trade }) => trade, cell: ({ trade }) => trade },
    {
      key: 'position',
      head: t.position,
      value: ({ position }) => (position ? t.positions[position] : ''),
      cell: ({ position }) => (position ? <b>{t.positions[position]}</b> : ''),
    },
    { key: 'level', head: t.level, value: ({ level }) => level, cell: ({ level }) => <LevelShape level={level as Level} size={20} /> },
    {
      key: 'entry',
      head: t.entry,
      figure: true,
      value: ({ entryAt }) => entryAt,
      cell: ({ entryAt }) => (entryAt === null ? '–' : <b>{timeInJapan(entryAt)}</b>),
    },
    {
      key: 'way',
      head: t.way,
      value: ({ presented }) => (presented ? (t.ways[presented] ?? presented) : ''),
      cell: ({ presented }) => (presented ? (t.ways[presented] ?? presented) : ''),
    },
    { key: 'grade', head: t.grade, value: ({ grade }) => grade, cell: ({ grade }) => grade },
    {
      key: 'lacks',
      head: t.lacks,
      value: ({ lacks }) => lacks[0]?.why ?? null,
      cell: ({ lacks }) => lacks.length > 0 && <b class="why">{lacks.map(({ why }) => why).join('／')}</b>,
    },
    { key: 'todo', head: t.todo, value: ({ lacks }) => lacks[0]?.what ?? null, cell: ({ lacks }) => lacks[0]?.what },
    {
      key: 'by',
      head: t.by,
      figure: true,
      value: ({ lacks }) => lacks[0]?.until ?? null,
      cell: ({ lacks }) => lacks[0]?.until?.slice(5).replace('-', '/'),
    },
  ]
}
