/** Employments that a company offers to workers, and those that workers offer to it; both sides confirm. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { Offer } from '../../api/schema'
import { workDateAt } from '../../i18n/dates'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

const ja = {
  title: '所属の申し出',
  none: '返事を待つ申し出はありません。',
  number: '技能者ID',
  since: 'いつから',
  main: '主たる所属にする',
  offer: '申し出る',
  offered: '申し出ました。本人がスマホで受けると、所属が始まります。',
  by: 'だれから',
  byWorker: '技能者から',
  byUs: '会社から（本人の返事待ち）',
  accept: '受ける',
  decline: '断る',
  accepted: '受けました。所属が始まります。',
  declined: '断りました',
  last: '最後の日',
  end: '所属を終える',
  ended: '終えました。本人に知らせます。',
}

const en: typeof ja = {
  title: 'Offers of employment',
  none: 'No offer waits for an answer.',
  number: 'Worker number',
  since: 'From',
  main: 'as the main employer',
  offer: 'Offer',
  offered: 'Offered. It begins when the worker accepts on the phone.',
  by: 'By',
  byWorker: 'the worker',
  byUs: 'us (waiting for the worker)',
  accept: 'Accept',
  decline: 'Decline',
  accepted: 'Accepted; the employment begins.',
  declined: 'Declined',
  last: 'Last day',
  end: 'End an employment',
  ended: 'Ended; the worker is told.',
}

const getOffers =
  (company: string): Getter<{ offers: Offer[] }> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/offers`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`offers of ${number}`, getOffers(number), language)
  const { busy, outcome, act } = useActing()
  const decide = (offer: string, accept: boolean) =>
    act(
      () => ask(`/v1/companies/${number}/offers/${offer}/answer`, { language, ...sending('POST', { accept }) }),
      accept ? w.accepted : w.declined,
    )
  const columns = useMemo(() => columnsOf(t, w, busy, (offer, accept) => void decide(offer, accept)), [t, w, busy])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Offering company={number} />
      <Told outcome={outcome} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.offers}
        id={({ id }) => id}
        tone={({ byWorker }) => (byWorker ? 'wait' : 'plain')}
        empty={w.none}
      />
    </main>
  )
}

function Offering({ company }: { company: string }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [worker, setWorker] = useState('')
  const [since, setSince] = useState(() => workDateAt(Date.now()))
  const [main, setMain] = useState(true)
  const { busy, outcome, act } = useActing()
  const number = worker.replace(/\D/g, '')
  const offer = () =>
    act(() => ask(`/v1/companies/${company}/offers`, { language, ...sending('POST', { number, since, main }) }), w.offered)
  const end = () =>
    act(() => ask(`/v1/companies/${company}/employments/end`, { language, ...sending('POST', { number, lastOn: since }) }), w.ended)
  return (
    <section class="begin">
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void offer()
        }}
      >
        <Line id="offer-worker" label={w.number} value={worker} set={setWorker} />
        <Line id="offer-since" label={`${w.since} / ${w.last}`} type="date" value={since} set={setSince} />
        <label class="of">
          <span>
            <input type="checkbox" checked={main} onChange={() => setMain(!main)} /> {w.main}
          </span>
        </label>
        <button type="submit" class="btn main small" disabled={busy || number.length !== 14 || since === ''}>
          {w.offer}
        </button>
        <button type="button" class="btn small" disabled={busy || number.length !== 14 || since === ''} onClick={() => void end()}>
          {w.end}
        </button>
      </form>
      <Told outcome={outcome} />
    </section>
  )
}

function columnsOf(
  t: OfficeWords,
  w: typeof ja,
  busy: boolean,
  decide: (offer: string, accept: boolean) => void,
): readonly Column<Offer>[] {
  return [
    { key: 'name', head: t.name, value: ({ workerName }) => workerName, cell: ({ workerName }) => workerName },
    { key: 'number', head: w.number, figure: true, value: ({ worker }) => worker, cell: ({ worker }) => worker },
    { key: 'since', head: w.since, figure: true, value: ({ since }) => since, cell: ({ since }) => t.dayIs(since) },
    {
      key: 'main',
      head: t.mainEmployer,
      value: ({ main }) => (main ? t.mainEmployer : ''),
      cell: ({ main }) => (main ? t.mainEmployer : ''),
    },
    {
      key: 'by',
      head: w.by,
      value: ({ byWorker }) => (byWorker ? w.byWorker : w.byUs),
      cell: ({ byWorker }) => <span class="why">{byWorker ? w.byWorker : w.byUs}</span>,
    },
    {
      key: 'answer',
      head: `${w.accept} / ${w.decline}`,
      value: () => null,
      cell: ({ id, byWorker }) =>
        byWorker && (
          <span class="row">
            <button type="button" class="incell" disabled={busy} onClick={() => decide(id, true)}>
              {w.accept}
            </button>
            <button type="button" class="incell" disabled={busy} onClick={() => decide(id, false)}>
              {w.decline}
            </button>
          </span>
        ),
    },
  ]
}
