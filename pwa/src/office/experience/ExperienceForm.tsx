/** The form of a certificate; what cannot be is said at its field, once it was tried. */
import { useState } from 'preact/hooks'
import type { Worker } from '../api'
import { useOffice } from '../context'
import { Field, Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { Certifying } from './ExperiencePage'
import { EMPTY, type Typed, experienceOf, wrongIn } from './typed'
import { en, ja } from './words'

interface Props {
  workers: readonly Worker[]
  busy: boolean
  certify: (made: Certifying) => Promise<boolean>
}

export function ExperienceForm({ workers, busy, certify }: Props) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const [typed, setTyped] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  /** The same until it is kept, so that sending again certifies once. */
  const [id, setId] = useState(() => crypto.randomUUID())
  const wrong = wrongIn(typed)
  const said = (item: keyof Typed) => {
    const found = tried ? wrong[item] : undefined
    return found === undefined ? null : w.whyWrong[found]
  }
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setId(crypto.randomUUID())
  }
  const worker = workers.find(({ number }) => number === typed.worker)
  const send = async () => {
    setTried(true)
    if (worker !== undefined && Object.keys(wrong).length === 0 && (await certify({ id, worker, experience: experienceOf(typed) }))) {
      setTyped({ ...EMPTY, worker: typed.worker, trade: typed.trade })
      setTried(false)
      setId(crypto.randomUUID())
    }
  }
  const line = (item: keyof Typed, figure = false) => (
    <Line
      id={item}
      label={w[item]}
      type={figure ? 'text' : 'date'}
      figure={figure}
      value={typed[item]}
      set={(value) => change({ [item]: value })}
      wrong={said(item)}
    />
  )
  return (
    <section class="begin">
      <form
        class="under top"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Pick
          id="worker"
          label={w.worker}
          value={typed.worker}
          set={(number) => change({ worker: number, trade: workers.find((one) => one.number === number)?.tradeCode ?? '' })}
          choices={[['', t.choose], ...workers.map(({ number, name }) => [number, `${name} ${number}`] as const)]}
          wrong={said('worker')}
        />
        <Trade workers={workers} value={typed.trade} set={(trade) => change({ trade })} wrong={said('trade')} />
        {line('firstOn')}
        {line('lastOn')}
        {line('days', true)}
        {line('foremanDays', true)}
        {line('leaderDays', true)}
        <button type="submit" class="btn main small" disabled={busy}>
          {w.certify}
        </button>
      </form>
    </section>
  )
}

function Trade({
  workers,
  value,
  set,
  wrong,
}: {
  workers: readonly Worker[]
  value: string
  set: (code: string) => void
  wrong: string | null
}) {
  const w = useOwn({ ja, en })
  const known = new Map(workers.map(({ tradeCode, trade }) => [tradeCode, trade ?? '']))
  return (
    <Field id="trade" label={w.trade} hint={known.get(value) ?? w.tradeHint} wrong={wrong}>
      <input
        id="trade"
        list="trades"
        size={8}
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : 'trade-wrong'}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <datalist id="trades">
        {[...known].map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </Field>
  )
}
