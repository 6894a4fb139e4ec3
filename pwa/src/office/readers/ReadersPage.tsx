/** The readers of a site: enrolled by the key that each shows, heard last when, stopped when lost. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

type Schemas = components['schemas']
type Reader = Schemas['SiteReader']
type Kind = NonNullable<Schemas['NewSiteReader']['kind']>

const ja = {
  title: 'リーダー',
  none: 'この現場のリーダーはまだありません。',
  name: '置く場所の名前',
  nameHint: '例：入口',
  kind: '種類',
  kinds: { reader: 'リーダー', loggingReader: 'ためるリーダー', vendor: '自動販売機', terminal: '端末' } as Record<string, string>,
  key: '公開鍵',
  keyHint: 'リーダーの画面に出る44文字',
  add: '登録する',
  added: '登録しました。電源を入れると、ここに受信が出ます。',
  seen: '最後の受信',
  state: '状態',
  works: '使用中',
  stopped: '停止',
  stop: '止める（なくしたとき）',
  done: '止めました。前の記録は、元請の確認を待ちます。',
  number: 'リーダー番号',
}

const en: typeof ja = {
  title: 'Readers',
  none: 'This site has no reader yet.',
  name: 'Name of the place',
  nameHint: 'such as: gate',
  kind: 'Kind',
  kinds: { reader: 'Reader', loggingReader: 'Logging reader', vendor: 'Drinks machine', terminal: 'Terminal' },
  key: 'Public key',
  keyHint: 'The 44 characters on the reader’s screen',
  add: 'Enrol',
  added: 'Enrolled. Switch it on, and it is heard here.',
  seen: 'Last heard',
  state: 'State',
  works: 'in use',
  stopped: 'stopped',
  stop: 'Stop (when lost)',
  done: 'Stopped. What it recorded before waits for the prime contractor.',
  number: 'Reader number',
}

const getReaders =
  (site: string): Getter<Schemas['SiteReaders']> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/readers`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`readers of ${number}`, getReaders(number), language)
  const { busy, outcome, act } = useActing()
  const stop = (reader: string) => act(() => ask(`/v1/sites/${number}/readers/${reader}`, { language, method: 'DELETE' }), w.done)
  const columns = useMemo(() => columnsOf(t, w, busy, (reader) => void stop(reader)), [t, w, busy])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Adding site={number} />
      <Told outcome={outcome} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={answer.readers}
        id={({ number: reader }) => reader}
        tone={({ revokedAt }) => (revokedAt === null ? 'plain' : 'wait')}
        empty={w.none}
      />
    </main>
  )
}

function Adding({ site }: { site: string }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const [kind, setKind] = useState<Kind>('reader')
  const { busy, outcome, act } = useActing()
  const add = async () => {
    const body = { name, kind, publicKey: key.replace(/\s/g, '') }
    if (await act(() => ask(`/v1/sites/${site}/readers`, { language, ...sending('POST', body) }), w.added)) {
      setName('')
      setKey('')
    }
  }
  return (
    <section class="begin">
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Line id="reader-name" label={w.name} hint={w.nameHint} value={name} set={setName} />
        <Pick id="reader-kind" label={w.kind} value={kind} set={(value) => setKind(value as Kind)} choices={Object.entries(w.kinds)} />
        <Line id="reader-key" label={w.key} hint={w.keyHint} value={key} set={setKey} wide />
        <button type="submit" class="btn main small" disabled={busy || name.trim() === '' || key.replace(/\s/g, '').length !== 44}>
          {w.add}
        </button>
      </form>
      <Told outcome={outcome} />
    </section>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, busy: boolean, stop: (reader: string) => void): readonly Column<Reader>[] {
  const when = (at: string | null) => (at === null ? t.never : `${t.dayIs(dayInJapan(at))} ${timeInJapan(at)}`)
  return [
    { key: 'name', head: w.name, value: ({ name }) => name, cell: ({ name }) => name },
    { key: 'kind', head: w.kind, value: ({ kind }) => w.kinds[kind] ?? kind, cell: ({ kind }) => w.kinds[kind] ?? kind },
    {
      key: 'state',
      head: w.state,
      value: ({ revokedAt }) => (revokedAt === null ? w.works : w.stopped),
      cell: ({ revokedAt }) => (revokedAt === null ? w.works : w.stopped),
    },
    { key: 'seen', head: w.seen, figure: true, value: ({ seenAt }) => seenAt, cell: ({ seenAt }) => when(seenAt) },
    { key: 'number', head: w.number, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
    {
      key: 'stop',
      head: t.stop,
      value: () => null,
      cell: ({ number, revokedAt }) =>
        revokedAt === null && (
          <button type="button" class="incell" disabled={busy} onClick={() => stop(number)}>
            {w.stop}
          </button>
        ),
    },
  ]
}
