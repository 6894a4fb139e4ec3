/** One application: every value beside its paper and beside what the register holds; found good, given back, refused. */
import { useState } from 'preact/hooks'
import { pictureOf } from '../../api/applications'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { Review, ReviewLine, Verdict } from '../../api/schema'
import { words as applying } from '../../features/applying/words'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { useOwn } from '../own'
import { goTo, pathOf } from '../places'
import { State } from '../State'
import { useSeen } from '../useSeen'
import { en, ja } from './words'

const LIST = pathOf('register', '', 'review')

const getReview =
  (id: string): Getter<Review> =>
  (language, signal) =>
    readPage(`/v1/review/${id}`, language, signal)

type Verdicts = Readonly<Record<string, Verdict>>
type Whys = Readonly<Record<string, string>>

export function One({ id }: { id: string }) {
  const { language } = useOffice()
  const { answer, trouble } = useSeen<Review>(`review ${id}`, getReview(id), language)
  return answer === null ? <State trouble={trouble} /> : <Opened review={answer} />
}

function Opened({ review }: { review: Review }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const a = applying.use()
  const { application, lines } = review
  const [verdicts, setVerdicts] = useState<Verdicts>(review.said)
  const [whys, setWhys] = useState<Whys>({})
  const [whole, setWhole] = useState('')
  const { busy, outcome, act } = useActing()
  const waits = application.state === 'sent' || application.state === 'lookedAt'
  const items = Object.fromEntries(Object.entries(whys).filter(([, why]) => why.trim() !== ''))

  const post = (what: 'look' | 'return' | 'refusal', body: object, done: string) =>
    act(() => ask(`/v1/review/${application.id}/${what}`, { language, ...sending('POST', body) }), done)
  const look = () => post('look', { verdicts }, application.state === 'sent' ? w.looked : w.approved)
  const giveBack = () => post('return', { items, why: whole }, w.returned)
  const refuse = () => post('refusal', { why: whole }, w.refused)
  return (
    <main class="board review">
      <div class="ot">
        <div>
          <p>
            <a href={LIST}>{w.back}</a>
          </p>
          <h1>{application.name ?? '–'}</h1>
          <p>
            {a.kinds[application.kind].what} · {a.states[application.state as keyof typeof a.states]} ·{' '}
            <span class="num">{application.receipt}</span> · {application.proxy?.name ?? w.self}
          </p>
        </div>
        <span class="grow" />
        {application.worker !== null && <span class="num">{application.worker.number}</span>}
        {application.company !== null && <span class="num">{application.company.number}</span>}
      </div>
      {review.alike.length > 0 && (
        <p class="notice wait">
          {w.alike}: <span class="num">{review.alike.join(', ')}</span>
        </p>
      )}
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.proof}</th>
            <th scope="col">{w.verdict}</th>
            <th scope="col">{w.returnWhy}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.item}
              line={line}
              verdict={verdicts[line.item] ?? null}
              said={review.said[line.item] ?? null}
              returned={review.returned[line.item] ?? null}
              set={(verdict) => setVerdicts(put(verdicts, line.item, verdict))}
              why={whys[line.item] ?? ''}
              setWhy={(why) => setWhys({ ...whys, [line.item]: why })}
              open={waits && !application.mine}
            />
          ))}
        </tbody>
      </table>
      <Told outcome={outcome} />
      {waits && application.mine && <p class="under">{w.mine}</p>}
      {waits && !application.mine && (
        <div class="under">
          <button type="button" class="btn main small" disabled={busy} onClick={() => void look()}>
            {application.state === 'sent' ? w.look : w.approve}
          </button>
          <span class="grow" />
          <input
            value={whole}
            maxLength={400}
            aria-label={w.refuseWhy}
            placeholder={w.refuseWhy}
            onInput={(event) => setWhole(event.currentTarget.value)}
          />
          <button
            type="button"
            class="btn small"
            disabled={busy || Object.keys(items).length === 0}
            title={w.returning}
            onClick={() => void giveBack()}
          >
            {w.giveBack}
          </button>
          <button type="button" class="btn small" disabled={busy || whole.trim() === ''} onClick={() => void refuse()}>
            {w.refuse}
          </button>
        </div>
      )}
      {!waits && (
        <p class="under">
          <button type="button" class="btn small" onClick={() => goTo(LIST)}>
            {w.back}
          </button>
        </p>
      )}
    </main>
  )
}

function put(verdicts: Verdicts, item: string, verdict: Verdict | null): Verdicts {
  const { [item]: _, ...others } = verdicts
  return verdict === null ? others : { ...others, [item]: verdict }
}

interface RowProps {
  line: ReviewLine
  verdict: Verdict | null
  said: Verdict | null
  returned: string | null
  set: (verdict: Verdict | null) => void
  why: string
  setWhy: (why: string) => void
  open: boolean
}

function Row({ line, verdict, said, returned, set, why, setWhy, open }: RowProps) {
  const w = useOwn({ ja, en })
  const words = { proven: w.proven, none: w.asNone }
  return (
    <tr class={line.mustBeProven && verdict !== 'proven' ? 'wait' : ''}>
      <th scope="row">{line.name}</th>
      <td>
        <span class="value">{line.value}</span>
        {line.standing !== null && (
          <small>
            {w.standing}: {line.standing}
          </small>
        )}
        {returned !== null && (
          <small>
            {w.wasReturned}: {returned}
          </small>
        )}
      </td>
      <td>
        {line.proof === null ? (
          <small>{line.mustBeProven ? w.noProof : ''}</small>
        ) : (
          <a href={pictureOf(line.proof)} target="_blank" rel="noreferrer" title={w.large}>
            <img src={pictureOf(line.proof)} alt={line.proofKind ?? line.name} loading="lazy" />
            <small>{line.proofKind}</small>
          </a>
        )}
      </td>
      <td>
        {open ? (
          <select
            aria-label={`${line.name}: ${w.verdict}`}
            value={verdict ?? ''}
            onChange={(event) => set((event.currentTarget.value || null) as Verdict | null)}
          >
            <option value="">{w.claimed}</option>
            {line.proof !== null && <option value="proven">{w.proven}</option>}
            {!line.required && <option value="none">{w.asNone}</option>}
          </select>
        ) : (
          <span>{verdict === null ? w.claimed : words[verdict]}</span>
        )}
        {said !== null && (
          <small>
            {w.saidFirst}: {words[said]}
          </small>
        )}
      </td>
      <td>
        {open && (
          <input
            value={why}
            maxLength={400}
            aria-label={`${line.name}: ${w.returnWhy}`}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </td>
    </tr>
  )
}
