/** What a company is asked into, and where it stands: accepted or refused with a reason, many at once. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { pathOf } from '../places'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { en, ja } from './words'

type Schemas = components['schemas']
type Place = Schemas['CompanyTier']

const NONE: ReadonlySet<string> = new Set()

const getPlaces =
  (company: string): Getter<Schemas['CompanyStructure']> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/structure`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`places of ${number}`, getPlaces(number), language)
  const [marked, setMarked] = useState(NONE)
  const [why, setWhy] = useState('')
  const { busy, outcome, act } = useActing()
  const columns = useMemo(() => columnsOf(t, w), [t, w])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const waiting = answer.tiers.filter(({ place }) => place.state === 'asked' && marked.has(place.id))
  const decide = async (accept: boolean) => {
    const decisions = waiting.map(({ place }) => ({ tier: place.id, accept, why: accept ? '' : why }))
    const post = () => ask(`/v1/companies/${number}/structure/decisions`, { language, ...sending('POST', { decisions }) })
    if (await act(post, accept ? w.accepted : w.refused)) {
      setMarked(NONE)
      setWhy('')
    }
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.mineTitle}</h1>
        <span class="grow" />
        <div class="acts">
          <span class="num">{t.marked(waiting.length)}</span>
          <button type="button" class="btn main small" disabled={busy || waiting.length === 0} onClick={() => void decide(true)}>
            {w.accept}
          </button>
          <input
            value={why}
            maxLength={500}
            placeholder={w.why}
            aria-label={w.why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
          <button
            type="button"
            class="btn small"
            disabled={busy || waiting.length === 0 || why.trim() === ''}
            onClick={() => void decide(false)}
          >
            {w.refuse}
          </button>
        </div>
      </div>
      <Told outcome={outcome} />
      <DataTable
        caption={w.mineTitle}
        columns={columns}
        rows={answer.tiers}
        id={({ place }) => place.id}
        tone={({ place }) => (place.state === 'asked' ? 'wait' : 'plain')}
        empty={w.mineNone}
        marked={marked}
        mark={setMarked}
      />
    </main>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja): readonly Column<Place>[] {
  return [
    { key: 'site', head: w.site, value: ({ site }) => site.name, cell: ({ site }) => site.name },
    { key: 'prime', head: w.prime, value: ({ site }) => site.prime.name, cell: ({ site }) => site.prime.name },
    { key: 'upper', head: w.below, value: ({ place }) => place.upper.name, cell: ({ place }) => place.upper.name },
    { key: 'tier', head: w.tier, value: ({ place }) => place.tier, cell: ({ place }) => t.tierIs(place.tier) },
    { key: 'work', head: w.work, value: ({ place }) => place.work, cell: ({ place }) => place.work },
    {
      key: 'state',
      head: w.state,
      value: ({ place }) => w.states[place.state] ?? place.state,
      cell: ({ place }) => <b class="why">{w.states[place.state]}</b>,
    },
    {
      key: 'list',
      head: t.pages.list,
      value: () => null,
      cell: ({ site, place }) => place.state === 'accepted' && <a href={pathOf('site', site.number, 'list')}>{w.list}</a>,
    },
  ]
}
