/** Relief after disasters: which area, which days, what may be later until when, and from which source. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import { prefecturesIn } from '../prefectures'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

type Schemas = components['schemas']
type Relief = Schemas['ReliefSeen']
type Kind = Relief['kind']

const ja = {
  title: '災害などの特例',
  none: '特例はありません。',
  name: '名前',
  kind: '延ばすもの',
  kinds: { entry: '記録の入力', renewal: '会社の更新' },
  area: '都道府県',
  by: '対象',
  bySite: '現場事務所がその地域',
  byCompany: '会社がその地域',
  first: '対象の日（始まり）',
  last: '対象の日（終わり）',
  until: 'いつまで延ばすか',
  source: '出典',
  add: '特例を決める',
  made: '決めました',
  end: '終える',
  ended: '終えました。それまでの扱いは変わりません。',
  state: '状態',
  holds: '有効',
  over: '終了',
}

const en: typeof ja = {
  title: 'Relief after disasters',
  none: 'There is no relief.',
  name: 'Name',
  kind: 'What may be later',
  kinds: { entry: 'entering records', renewal: 'renewal of companies' },
  area: 'Prefectures',
  by: 'For',
  bySite: 'site offices there',
  byCompany: 'companies there',
  first: 'Days, from',
  last: 'Days, to',
  until: 'It may be later until',
  source: 'Source',
  add: 'Decide relief',
  made: 'Decided',
  end: 'End',
  ended: 'Ended; what was done under it stays.',
  state: 'State',
  holds: 'holds',
  over: 'ended',
}

const getRelief: Getter<Schemas['Reliefs']> = (language, signal) => readPage('/v1/relief', language, signal)

export function Page() {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen('relief', getRelief, language)
  const { busy, outcome, act } = useActing()
  const end = (id: string) => act(() => ask(`/v1/relief/${id}`, { language, method: 'DELETE' }), w.ended)
  const columns = useMemo(() => columnsOf(t, w, language, busy, (id) => void end(id)), [t, w, language, busy])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Deciding />
      <Told outcome={outcome} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.relief}
        id={({ id }) => id}
        tone={({ endedAt }) => (endedAt === null ? 'plain' : 'wait')}
        empty={w.none}
      />
    </main>
  )
}

function Deciding() {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('entry')
  const [area, setArea] = useState<readonly string[]>([])
  const [bySite, setBySite] = useState(true)
  const [byCompany, setByCompany] = useState(true)
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [until, setUntil] = useState('')
  const [source, setSource] = useState('')
  const { busy, outcome, act } = useActing()
  const whole = [name, first, last, until, source].every((one) => one.trim() !== '') && area.length > 0
  const decide = () => {
    const body = {
      name,
      kind,
      prefectures: area.map(Number),
      bySiteOffice: bySite,
      byCompany,
      firstOn: first,
      lastOn: last,
      until,
      source,
    }
    return act(() => ask('/v1/relief', { language, ...sending('POST', body) }), w.made)
  }
  return (
    <section class="begin">
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void decide()
        }}
      >
        <Line id="relief-name" label={w.name} value={name} set={setName} />
        <Pick id="relief-kind" label={w.kind} value={kind} set={(value) => setKind(value as Kind)} choices={Object.entries(w.kinds)} />
        <div class="of">
          <label for="relief-area">{w.area}</label>
          <select
            id="relief-area"
            multiple
            size={4}
            onChange={(event) => setArea([...event.currentTarget.selectedOptions].map(({ value }) => value))}
          >
            {prefecturesIn(language).map(([code, said]) => (
              <option key={code} value={code}>
                {said}
              </option>
            ))}
          </select>
        </div>
        <div class="of">
          <label>
            <input type="checkbox" checked={bySite} onChange={() => setBySite(!bySite)} /> {w.bySite}
          </label>
          <label>
            <input type="checkbox" checked={byCompany} onChange={() => setByCompany(!byCompany)} /> {w.byCompany}
          </label>
        </div>
        <Line id="relief-first" label={w.first} type="date" value={first} set={setFirst} />
        <Line id="relief-last" label={w.last} type="date" value={last} set={setLast} />
        <Line id="relief-until" label={w.until} type="date" value={until} set={setUntil} />
        <Line id="relief-source" label={w.source} value={source} set={setSource} />
        <button type="submit" class="btn main small" disabled={busy || !whole}>
          {w.add}
        </button>
      </form>
      <Told outcome={outcome} />
    </section>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, language: string, busy: boolean, end: (id: string) => void): readonly Column<Relief>[] {
  const names = prefecturesIn(language)
  const area = ({ prefectures }: Relief) => prefectures.map((code) => names[code - 1]?.[1]).join('、')
  return [
    { key: 'name', head: w.name, value: ({ name }) => name, cell: ({ name }) => name },
    { key: 'kind', head: w.kind, value: ({ kind }) => w.kinds[kind], cell: ({ kind }) => w.kinds[kind] },
    { key: 'area', head: w.area, value: area, cell: area },
    {
      key: 'days',
      head: w.first,
      figure: true,
      value: ({ firstOn }) => firstOn,
      cell: ({ firstOn, lastOn }) => `${t.dayIs(firstOn)} – ${t.dayIs(lastOn)}`,
    },
    { key: 'until', head: w.until, figure: true, value: ({ until }) => until, cell: ({ until }) => t.dayIs(until) },
    { key: 'source', head: w.source, value: ({ source }) => source, cell: ({ source }) => source },
    {
      key: 'state',
      head: w.state,
      value: ({ endedAt }) => (endedAt === null ? w.holds : w.over),
      cell: ({ endedAt }) => (endedAt === null ? w.holds : w.over),
    },
    {
      key: 'end',
      head: w.end,
      value: () => null,
      cell: ({ id, endedAt }) =>
        endedAt === null && (
          <button type="button" class="incell" disabled={busy} onClick={() => end(id)}>
            {w.end}
          </button>
        ),
    },
  ]
}
