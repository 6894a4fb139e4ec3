/** A company certifies what its worker did before the register counted. */
import { useMemo, useState } from 'preact/hooks'
import { ask, sending } from '../../api/client'
import { Told, useActing } from '../acting'
import { type Certified, type Worker, getCertified, getWorkers } from '../api'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { ExperienceForm } from './ExperienceForm'
import type { NewExperience } from './typed'
import { en, ja } from './words'

export interface Certifying {
  id: string
  worker: Worker
  experience: NewExperience
}

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`workers of ${number}`, getWorkers(number), language)
  const [turn, setTurn] = useState({})
  const certified = useSeen(`experience of ${number}`, getCertified(number), language, turn).answer?.experience ?? []
  const { busy, outcome, act } = useActing()
  const takeBack = async ({ id }: Certified) => {
    const path = `/v1/companies/${number}/experience/${id}` as const
    await act(() => ask(path, { language, method: 'DELETE' }), w.takenBack)
    setTurn({})
  }
  const columns = useMemo(() => columnsOf(t, w, busy, (one) => void takeBack(one)), [t, w, busy])
  const certify = (made: Certifying) =>
    act(
      () =>
        ask(`/v1/companies/${number}/experience/${made.id}`, {
          language,
          ...sending('PUT', { ...made.experience, worker: made.worker.number }),
        }),
      w.certified(made.worker.name),
    )
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <div>
          <h1>{w.title}</h1>
          <p class="quiet-word">{w.what}</p>
        </div>
      </div>
      <ExperienceForm
        workers={answer.workers}
        busy={busy}
        certify={async (made) => {
          const done = await certify(made)
          setTurn({})
          return done
        }}
      />
      <Told outcome={outcome} />
      <h2 class="under">{w.byUs}</h2>
      <DataTable caption={w.byUs} columns={columns} rows={certified} id={({ id }) => id} empty={w.none} />
    </main>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja, busy: boolean, takeBack: (one: Certified) => void): readonly Column<Certified>[] {
  const figure = (key: 'days' | 'foremanDays' | 'leaderDays'): Column<Certified> => ({
    key,
    head: w[key],
    figure: true,
    value: (one) => one[key],
    cell: (one) => t.days(one[key]),
  })
  return [
    { key: 'name', head: t.name, value: ({ workerName }) => workerName, cell: ({ workerName }) => workerName },
    { key: 'trade', head: w.trade, value: ({ trade }) => trade, cell: ({ trade }) => trade },
    {
      key: 'period',
      head: w.period,
      figure: true,
      value: ({ firstOn }) => firstOn,
      cell: ({ firstOn, lastOn }) => `${t.dayIs(firstOn)} – ${t.dayIs(lastOn)}`,
    },
    figure('days'),
    figure('foremanDays'),
    figure('leaderDays'),
    {
      key: 'back',
      head: w.takeBack,
      value: () => null,
      cell: (one) => (
        <button type="button" class="incell" disabled={busy} onClick={() => takeBack(one)}>
          {w.takeBack}
        </button>
      ),
    },
  ]
}
