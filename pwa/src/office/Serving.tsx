/** What an employer does for one worker: a code for the first login, a new card. */
import { useState } from 'preact/hooks'
import { ask, read, sending } from '../api/client'
import { dayInJapan, timeInJapan } from '../i18n/dates'
import { Told, useActing } from './acting'
import type { Worker } from './api'
import { useOffice } from './context'
import { useOwn } from './own'

const ja = {
  code: 'スマホの登録コードを出す',
  given: (code: string, until: string) =>
    `ワンタイムコード：${code}（1回だけ表示、${until}まで）。技能者IDとカードの4けたといっしょに、本人が入れます。`,
  card: 'カードを注文する',
  why: 'カードの理由',
  reasons: { lost: 'なくした', damaged: '破れた', unreadable: '読めない', withheld: '前の会社が返さない', printChanged: '券面を変える' },
  ordered: 'カードを注文しました',
}

const en: typeof ja = {
  code: 'Give a code for the phone',
  given: (code, until) =>
    `One-time code: ${code} (shown once, until ${until}). The worker types it with the number and the card’s four digits.`,
  card: 'Order a card',
  why: 'Why a card',
  reasons: {
    lost: 'lost',
    damaged: 'damaged',
    unreadable: 'unreadable',
    withheld: 'withheld by a former employer',
    printChanged: 'print changed',
  },
  ordered: 'The card is ordered',
}

export function Serving({ worker: { number, name } }: { worker: Worker }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [given, setGiven] = useState<{ code: string; expiresAt: string } | null>(null)
  const [reason, setReason] = useState('lost')
  const { busy, outcome, act } = useActing()
  const giveCode = () =>
    act(async () => setGiven(await read(await ask(`/v1/workers/${number}/enrolment-code`, { language, method: 'POST' }))), '')
  const order = () => act(() => ask(`/v1/workers/${number}/card-orders`, { language, ...sending('POST', { reason }) }), w.ordered)
  return (
    <section class="begin" aria-label={name}>
      <h2 class="under">
        {name} <span class="num">{number}</span>
      </h2>
      <div class="under">
        <button type="button" class="btn small" disabled={busy} onClick={() => void giveCode()}>
          {w.code}
        </button>
        <select aria-label={w.why} value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
          {Object.entries(w.reasons).map(([code, said]) => (
            <option key={code} value={code}>
              {said}
            </option>
          ))}
        </select>
        <button type="button" class="btn small" disabled={busy} onClick={() => void order()}>
          {w.card}
        </button>
      </div>
      {given !== null && (
        <p class="under" role="status">
          <b>{w.given(given.code, `${t.dayIs(dayInJapan(given.expiresAt))} ${timeInJapan(given.expiresAt)}`)}</b>
        </p>
      )}
      <Told outcome={outcome} />
    </section>
  )
}
