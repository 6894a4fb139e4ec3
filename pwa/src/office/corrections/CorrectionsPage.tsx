/** A day is put right by the prime contractor: other times, or nobody was there; why is told to the worker, the old values are kept. */
import { useState } from 'preact/hooks'
import { type Getter, Refused, ask, read, readPage, sending } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { workDateAt } from '../../i18n/dates'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import { type Correction, timesOf } from './times'

type Schemas = components['schemas']

const ja = {
  title: '記録の訂正',
  what: '時刻のまちがいや、いなかった日を直します。理由は本人に伝わり、前の記録も残ります。',
  worker: '技能者',
  other: '名簿にいない人の技能者ID',
  day: '就業日',
  entry: '入場',
  exit: '退場（なくてもよい）',
  away: 'この日は、いなかった（記録を取り消す）',
  why: '理由（本人に伝わります）',
  put: '訂正する',
  done: '訂正しました。本人のスマホに伝わります。',
}

const en: typeof ja = {
  title: 'Corrections',
  what: 'Puts wrong times right, or takes back a day on which nobody was there. The worker is told why, and the old record is kept.',
  worker: 'Worker',
  other: 'Worker number of somebody else',
  day: 'Work day',
  entry: 'In',
  exit: 'Out (may be left out)',
  away: 'Was not there that day (the record is taken back)',
  why: 'Why (the worker is told)',
  put: 'Correct',
  done: 'Corrected; the worker’s phone is told.',
}

const getList =
  (site: string): Getter<Schemas['ListedWorkers']> =>
  (language, signal) =>
    readPage(`/v1/sites/${site}/workers`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`list of ${number}`, getList(number), language)
  const [listed, setListed] = useState('')
  const [other, setOther] = useState('')
  const [day, setDay] = useState<Correction>(() => ({ workDate: workDateAt(Date.now()), entry: '', exit: '', away: false }))
  const [why, setWhy] = useState('')
  const { busy, outcome, act } = useActing()
  if (answer === null) {
    return <State trouble={trouble} />
  }
  const worker = listed === '' ? other.replace(/\D/g, '') : listed
  const change = (part: Partial<Correction>) => setDay({ ...day, ...part })
  const ready = worker.length === 14 && day.workDate !== '' && why.trim() !== '' && (day.away || day.entry !== '')
  const correct = async () => {
    const corrections = [{ worker, workDate: day.workDate, ...timesOf(day), why }]
    const send = async () => {
      const said = await ask(`/v1/sites/${number}/corrections`, { language, ...sending('POST', { corrections }) })
      const [one] = (await read<Schemas['CorrectedDays']>(said)).corrected
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
    if (await act(send, w.done)) {
      setWhy('')
    }
  }
  return (
    <main class="column">
      <h1>{w.title}</h1>
      <p>{w.what}</p>
      <form
        class="office-form"
        onSubmit={(event) => {
          event.preventDefault()
          void correct()
        }}
      >
        <fieldset>
          <legend>{w.worker}</legend>
          <Pick
            id="corrected"
            label={w.worker}
            value={listed}
            set={setListed}
            choices={[['', t.choose], ...answer.workers.map((one): [string, string] => [one.number, `${one.name}（${one.company.name}）`])]}
          />
          {listed === '' && <Line id="other" label={w.other} value={other} set={setOther} />}
        </fieldset>
        <fieldset>
          <legend>{w.day}</legend>
          <Line id="work-date" label={w.day} type="date" value={day.workDate} set={(workDate) => change({ workDate })} />
          {!day.away && (
            <>
              <Line id="entry" label={w.entry} type="time" value={day.entry} set={(entry) => change({ entry })} />
              <Line id="exit" label={w.exit} type="time" value={day.exit} set={(exit) => change({ exit })} />
            </>
          )}
          <label class="plain">
            <input type="checkbox" checked={day.away} onChange={() => change({ away: !day.away })} /> {w.away}
          </label>
          <Line id="why" label={w.why} value={why} set={setWhy} />
        </fieldset>
        <Told outcome={outcome} />
        <p class="row">
          <button type="submit" class="btn main small" disabled={busy || !ready}>
            {w.put}
          </button>
        </p>
      </form>
    </main>
  )
}
