/** Cards that wait: a chip is taken for each, its digits are shown once, and it is sent. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, read, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { dayInJapan } from '../../i18n/dates'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line } from '../Fields'
import { useOwn } from '../own'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

type Schemas = components['schemas']
type Order = Schemas['WaitingOrder']
type Issued = Schemas['Issued']

const ja = {
  title: '発行を待つカード',
  none: '待っているカードはありません。',
  reason: '理由',
  reasons: {
    first: '初めて',
    renewal: '更新',
    lost: '紛失',
    damaged: '破損',
    unreadable: '読めない',
    withheld: '返してもらえない',
    printChanged: '券面の変更',
    level: 'レベル',
  } as Record<string, string>,
  ordered: '注文',
  state: '段階',
  toIssue: '発行を待つ',
  toSend: '発送を待つ',
  issueFor: (name: string) => `${name} さんのカードを発行する`,
  choose: '表の人を選ぶと、ここで発行・発送できます。',
  serial: 'チップの番号',
  serialHint: 'リーダーに当てると入ります（8〜32けたの16進数）',
  issue: '発行する',
  issued: (digits: string, until: string) => `発行しました。カードの4けた：${digits}（この1回だけ表示）　期限 ${until}`,
  print: '券面を印刷する（PDF）',
  parcel: '荷物の番号',
  send: '発送した',
  sent: (name: string) => `${name} さんのカードの発送を記録しました。`,
}

const en: typeof ja = {
  title: 'Cards to make',
  none: 'No card waits.',
  reason: 'Reason',
  reasons: {
    first: 'first',
    renewal: 'renewal',
    lost: 'lost',
    damaged: 'damaged',
    unreadable: 'unreadable',
    withheld: 'withheld',
    printChanged: 'print changed',
    level: 'level',
  },
  ordered: 'Ordered',
  state: 'Stage',
  toIssue: 'to be issued',
  toSend: 'to be sent',
  issueFor: (name) => `Issue the card of ${name}`,
  choose: 'Choose somebody in the table to issue and send here.',
  serial: 'Serial of the chip',
  serialHint: 'Held to the reader it is filled in (8 to 32 hexadecimal figures)',
  issue: 'Issue',
  issued: (digits, until) => `Issued. The card’s four digits: ${digits} (shown this once)   until ${until}`,
  print: 'Print the face (PDF)',
  parcel: 'Parcel number',
  send: 'Sent',
  sent: (name) => `The card of ${name} is kept as sent.`,
}

const getOrders: Getter<Schemas['WaitingOrders']> = (language, signal) => readPage('/v1/card-orders', language, signal)

export function Page() {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen('card orders', getOrders, language)
  const [chosen, setChosen] = useState<string | null>(null)
  const [sent, setSent] = useState('')
  const columns = useMemo(() => columnsOf(t, w, setChosen), [t, w])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const order = answer.orders.find(({ id }) => id === chosen) ?? null
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <section class="begin">
        {order === null ? (
          <p class="under">{w.choose}</p>
        ) : (
          <Making key={order.id} order={order} sent={() => setSent(w.sent(order.name))} />
        )}
        <Told outcome={sent === '' ? null : { done: sent }} />
      </section>
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.orders}
        id={({ id }) => id}
        empty={w.none}
        open={({ id }) => setChosen(id)}
      />
    </main>
  )
}

function Making({ order, sent }: { order: Order; sent: () => void }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [serial, setSerial] = useState('')
  const [parcel, setParcel] = useState('')
  const [made, setMade] = useState<Issued | null>(null)
  const { busy, outcome, act } = useActing()
  const issue = () =>
    act(async () => {
      const body = { serial: serial.trim().toUpperCase() }
      setMade(await read<Issued>(await ask(`/v1/card-orders/${order.id}/card`, { language, ...sending('POST', body) })))
    }, '')
  const send = async () => {
    const body = parcel.trim() === '' ? {} : { parcel: parcel.trim() }
    if (await act(() => ask(`/v1/card-orders/${order.id}/sending`, { language, ...sending('POST', body) }), '')) {
      // The order leaves the list, and this panel with it.
      sent()
    }
  }
  const issued = order.issuedAt !== null || made !== null
  return (
    <>
      <h2 class="under">{w.issueFor(order.name)}</h2>
      <div class="under">
        {issued ? (
          <>
            <Line id="parcel" label={w.parcel} value={parcel} set={setParcel} />
            <button type="button" class="btn main small" disabled={busy} onClick={() => void send()}>
              {w.send}
            </button>
          </>
        ) : (
          <>
            <Line id="serial" label={w.serial} hint={w.serialHint} value={serial} set={setSerial} />
            <button
              type="button"
              class="btn main small"
              disabled={busy || !/^[0-9A-F]{8,32}$/.test(serial.trim().toUpperCase())}
              onClick={() => void issue()}
            >
              {w.issue}
            </button>
          </>
        )}
      </div>
      {issued && (
        <p class="under">
          <a href={`/v1/card-orders/${order.id}/face`} target="_blank" rel="noreferrer">
            {w.print}
          </a>
        </p>
      )}
      {made !== null && (
        <p class="under" role="status">
          <b>{w.issued(made.digits, t.dayIs(made.expiresOn))}</b>
        </p>
      )}
      <Told outcome={outcome} />
    </>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, choose: (id: string) => void): readonly Column<Order>[] {
  return [
    {
      key: 'name',
      head: t.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <button type="button" class="incell" onClick={() => choose(id)}>
          {name}
        </button>
      ),
    },
    { key: 'number', head: t.number, figure: true, value: ({ worker }) => worker, cell: ({ worker }) => worker },
    {
      key: 'reason',
      head: w.reason,
      value: ({ reason }) => w.reasons[reason] ?? reason,
      cell: ({ reason }) => w.reasons[reason] ?? reason,
    },
    { key: 'level', head: t.level, figure: true, value: ({ level }) => level, cell: ({ level }) => level },
    {
      key: 'ordered',
      head: w.ordered,
      figure: true,
      value: ({ orderedAt }) => orderedAt,
      cell: ({ orderedAt }) => t.dayIs(dayInJapan(orderedAt)),
    },
    {
      key: 'state',
      head: w.state,
      value: ({ issuedAt }) => (issuedAt === null ? w.toIssue : w.toSend),
      cell: ({ issuedAt }) => (issuedAt === null ? w.toIssue : w.toSend),
    },
  ]
}
