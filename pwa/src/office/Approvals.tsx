/** Claims that wait for the prime contractor: many decided at once, the longest silent first. */
import { useMemo, useState } from 'preact/hooks'
import { CHANGED } from '../features/history/usePage'
import { timeInJapan } from '../i18n/dates'
import { type WaitingClaim, type WaitingClaims, decide, getClaims } from './api'
import { useOffice } from './context'
import { type Column, DataTable } from './DataTable'
import { State } from './State'
import { useSeen } from './useSeen'
import type { OfficeWords } from './words'

const NONE: ReadonlySet<string> = new Set()

export function Approvals({ number: site }: { number: string }) {
  const { t, language } = useOffice()
  const { answer, trouble } = useSeen<WaitingClaims>(`claims at ${site}`, getClaims(site), language)
  const [marked, setMarked] = useState(NONE)
  const [why, setWhy] = useState('')
  const [said, setSaid] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const columns = useMemo(() => columnsOf(t), [t])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const chosen = answer.claims.filter(({ id }) => marked.has(id))

  const act = async (approve: boolean) => {
    setBusy(true)
    try {
      const { decided } = await decide(site, chosen, approve, why, language)
      const refusedWhy = decided.flatMap(({ claim, reason }) =>
        reason ? [`${nameOf(answer.claims, claim)}：${reason.why}（${reason.who}）`] : [],
      )
      const done = decided.length - refusedWhy.length
      setSaid([...(done > 0 ? [`${approve ? t.approved : t.refused}（${done}）`] : []), ...refusedWhy])
      setMarked(NONE)
      setWhy('')
      dispatchEvent(new Event(CHANGED))
    } catch {
      setSaid([t.trouble])
    } finally {
      setBusy(false)
    }
  }

  return (
    <main class="board">
      <div class="ot">
        <h1>{t.approvals}</h1>
        <span class="grow" />
        <div class="acts">
          <span class="num">{t.marked(chosen.length)}</span>
          <button type="button" class="btn main small" disabled={busy || chosen.length === 0} onClick={() => void act(true)}>
            {t.approve}
          </button>
          <input
            value={why}
            maxLength={500}
            placeholder={t.whyRefuse}
            aria-label={t.whyRefuse}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
          <button
            type="button"
            class="btn small"
            disabled={busy || chosen.length === 0 || why.trim() === ''}
            onClick={() => void act(false)}
          >
            {t.refuse}
          </button>
        </div>
      </div>
      <div role="status">
        <ul class="said">
          {said.map((line, place) => (
            <li key={`${place} ${line}`}>{line}</li>
          ))}
        </ul>
      </div>
      <DataTable
        caption={t.approvals}
        columns={columns}
        rows={answer.claims}
        id={({ id }) => id}
        tone={({ listed, silentDays }) => (!listed ? 'stop' : silentDays >= 14 ? 'wait' : 'plain')}
        empty={t.noClaims}
        marked={marked}
        mark={setMarked}
        sort={{ key: 'silent', down: true }}
      />
    </main>
  )
}

const nameOf = (claims: readonly WaitingClaim[], id: string) => claims.find((one) => one.id === id)?.worker.name ?? ''

function columnsOf(t: OfficeWords): readonly Column<WaitingClaim>[] {
  return [
    { key: 'name', head: t.name, value: ({ worker }) => worker.name, cell: ({ worker }) => worker.name },
    { key: 'day', head: t.day, figure: true, value: ({ workDate }) => workDate, cell: ({ workDate }) => t.dayIs(workDate) },
    { key: 'kind', head: t.claim, value: ({ kind }) => t.claims[kind] ?? kind, cell: ({ kind }) => t.claims[kind] ?? kind },
    {
      key: 'entry',
      head: t.entry,
      figure: true,
      value: ({ entryAt }) => entryAt,
      cell: ({ entryAt }) => (entryAt ? timeInJapan(entryAt) : '–'),
    },
    { key: 'exit', head: t.exit, figure: true, value: ({ exitAt }) => exitAt, cell: ({ exitAt }) => (exitAt ? timeInJapan(exitAt) : '–') },
    { key: 'why', head: t.why, value: ({ why }) => why, cell: ({ why }) => <span title={why}>{why}</span> },
    {
      key: 'listed',
      head: t.lacks,
      value: ({ listed }) => (listed ? null : t.unlisted),
      cell: ({ listed }) => !listed && <b class="why">{t.unlisted}</b>,
    },
    { key: 'silent', head: t.silentFor, figure: true, value: ({ silentDays }) => silentDays, cell: ({ silentDays }) => t.days(silentDays) },
  ]
}
