/** A site's structure, from the first tier down: who stands below whom, who is asked, who has ended. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, Refused, ask, read, readPage, sending } from '../../api/client'
import type { Reason } from '../../api/schema'
import type { components } from '../../api/schema.gen'
import { Told, Why, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import type { SiteAnswer } from '../site/draft'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { inOrder } from './order'
import { en, ja } from './words'

type Schemas = components['schemas']
export type Tier = Schemas['TierAnswer']

const getStructure =
  (site: string): Getter<Schemas['Structure']> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/structure`, language, signal)

const getSite =
  (site: string): Getter<SiteAnswer> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const structure = useSeen(`structure of ${number}`, getStructure(number), language)
  const site = useSeen(`site ${number}`, getSite(number), language)
  const { busy, outcome, act } = useActing()
  const end = (tier: string) =>
    act(() => ask(`/v1/sites/${number}/structure/end`, { language, ...sending('POST', { tiers: [tier] }) }), w.ended)
  const columns = useMemo(() => columnsOf(t, w, busy, (tier) => void end(tier)), [t, w, busy])
  if (structure.answer === null || site.answer === null) {
    return <State trouble={structure.trouble ?? site.trouble} />
  }
  const tiers = inOrder(structure.answer.tiers)
  return (
    <main class="board">
      <div class="ot">
        <div>
          <h1>{site.answer.name}</h1>
          <p>
            {w.title} · {w.prime}: {site.answer.prime.name}
          </p>
        </div>
      </div>
      <Asking site={site.answer} tiers={tiers} />
      <Told outcome={outcome} />
      <DataTable
        caption={w.title}
        columns={columns}
        rows={tiers}
        id={({ id }) => id}
        tone={({ state }) => (state === 'refused' ? 'stop' : state === 'asked' ? 'wait' : 'plain')}
        empty={w.none}
      />
    </main>
  )
}

function Asking({ site, tiers }: { site: SiteAnswer; tiers: readonly Tier[] }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [company, setCompany] = useState('')
  const [upper, setUpper] = useState('')
  const [work, setWork] = useState('')
  const [reason, setReason] = useState<Reason | null>(null)
  const { busy, outcome, act } = useActing()
  const uppers: [string, string][] = [
    ['', site.prime.name],
    ...tiers.filter(({ state }) => state === 'accepted').map((one): [string, string] => [one.id, one.company.name]),
  ]
  const send = async () => {
    setReason(null)
    const above = tiers.find(({ id }) => id === upper)
    const wish = {
      id: crypto.randomUUID(),
      company: company.replace(/\D/g, ''),
      work,
      ...(above !== undefined && { upper: above.company.number, upperTier: above.id }),
    }
    const post = async () => {
      const answer = await ask(`/v1/sites/${site.number}/structure`, { language, ...sending('POST', { asks: [wish] }) })
      const [one] = (await read<Schemas['AskAnswers']>(answer)).asked
      setReason((one?.reason ?? null) as Reason | null)
      if (one?.reason) {
        throw new Refused({
          type: '',
          title: one.reason.why,
          status: 409,
          code: one.reason.code,
          remedy: one.reason,
          help: one.reason.help,
        })
      }
    }
    if (await act(post, w.sent)) {
      setCompany('')
      setWork('')
    }
  }
  return (
    <section class="begin">
      <h2 class="under">{w.ask}</h2>
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Line id="asked" label={w.number} value={company} set={setCompany} />
        <Pick id="upper" label={w.upper} value={upper} set={setUpper} choices={uppers} />
        <Line id="work" label={w.work} value={work} set={setWork} />
        <button type="submit" class="btn main small" disabled={busy || company.replace(/\D/g, '').length !== 14}>
          {w.send}
        </button>
      </form>
      {reason === null ? <Told outcome={outcome} /> : <Why reason={reason} />}
    </section>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, busy: boolean, end: (tier: string) => void): readonly Column<Tier>[] {
  return [
    {
      key: 'company',
      head: w.company,
      value: ({ company }) => company.name,
      cell: ({ company, tier }) => <span style={{ paddingInlineStart: `${(tier - 1) * 1.5}em` }}>{company.name}</span>,
    },
    { key: 'tier', head: w.tier, value: ({ tier }) => tier, cell: ({ tier }) => t.tierIs(tier) },
    { key: 'upper', head: w.below, value: ({ upper }) => upper.name, cell: ({ upper }) => upper.name },
    { key: 'work', head: w.work, value: ({ work }) => work, cell: ({ work }) => work },
    {
      key: 'state',
      head: w.state,
      value: ({ state }) => w.states[state] ?? state,
      cell: ({ state, why }) => (
        <b class="why">
          {w.states[state]}
          {why ? `（${why}）` : ''}
        </b>
      ),
    },
    { key: 'number', head: w.number, figure: true, value: ({ company }) => company.number, cell: ({ company }) => company.number },
    {
      key: 'end',
      head: w.end,
      value: () => null,
      cell: ({ id, state }) =>
        state !== 'refused' && (
          <button type="button" class="incell" disabled={busy} onClick={() => end(id)}>
            {w.end}
          </button>
        ),
    },
  ]
}
