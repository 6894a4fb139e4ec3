/** What a company pays on top by level; told by its responsible person, seen by its workers. */
import { useState } from 'preact/hooks'
import { type Getter, ask, readPage, sending } from '../../api/client'
import type { Level } from '../../api/schema'
import type { components } from '../../api/schema.gen'
import { dayInJapan } from '../../i18n/dates'
import { LevelShape } from '../../ui/LevelShape'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import { useSeen } from '../useSeen'
import { type Typed, typedOf, yenIn } from './yen'

type Schemas = components['schemas']
type Paid = Schemas['CompanyAllowance']

const LEVELS = [1, 2, 3, 4] as const

const ja = {
  title: 'レベルごとの手当',
  none: 'まだ決めていません。決めると、所属する技能者のスマホに出ます。',
  since: 'いつから',
  per: '単位',
  pers: { day: '1日あたり', month: '1か月あたり' } as Record<Paid['per'], string>,
  yen: (yen: number) => `${yen.toLocaleString('ja')}円`,
  yenOf: (level: number) => `レベル${level}（円）`,
  level: (level: number) => `レベル${level}`,
  keep: '手当を知らせる',
  kept: '知らせました。技能者の画面に出ます。',
  hint: 'レベルが上がるほど、同じか高い額にします。手当がないレベルは 0 です。',
  own: '手当を決めるのは責任者です。',
}

const en: typeof ja = {
  title: 'Allowance by level',
  none: 'Not told yet. Once told, the workers employed here see it on their phones.',
  since: 'From',
  per: 'Paid',
  pers: { day: 'by day', month: 'by month' },
  yen: (yen) => `${yen.toLocaleString('en')} yen`,
  yenOf: (level) => `Level ${level} (yen)`,
  level: (level) => `Level ${level}`,
  keep: 'Tell the allowance',
  kept: 'Told; the workers see it.',
  hint: 'It stays or rises with the level; 0 where nothing is paid.',
  own: 'The responsible person tells the allowance.',
}

const getAllowance =
  (company: string): Getter<Schemas['AllowanceSeen']> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/allowance`, language, signal)

export function Allowance({ company }: { company: string }) {
  const { language, roles } = useOffice()
  const w = useOwn({ ja, en })
  const { answer } = useSeen(`allowance of ${company}`, getAllowance(company), language)
  const mine = roles.some(({ role, number }) => role === 'responsible_person' && number === company)
  return (
    <section aria-label={w.title}>
      <h2 class="under">{w.title}</h2>
      {answer !== null && <Paying paid={answer.allowance} />}
      {answer !== null && mine && <Telling company={company} paid={answer.allowance} />}
      {!mine && <p class="under quiet-word">{w.own}</p>}
    </section>
  )
}

function Paying({ paid }: { paid: Paid | null }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  if (paid === null) {
    return <p class="nothing on">{w.none}</p>
  }
  return (
    <dl class="touched">
      <div>
        <dt>{t.from(paid.validFrom)}</dt>
        <dd>{w.pers[paid.per]}</dd>
      </div>
      {LEVELS.map((level) => (
        <div key={level}>
          <dt class="nm">
            <LevelShape level={level as Level} size={20} /> {w.level(level)}
          </dt>
          <dd class="num">{w.yen(paid.yen[level - 1] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Telling({ company, paid }: { company: string; paid: Paid | null }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [since, setSince] = useState(() => dayInJapan(Date.now()))
  const [per, setPer] = useState<Paid['per']>(paid?.per ?? 'day')
  const [typed, setTyped] = useState<Typed>(() => typedOf(paid?.yen ?? null))
  const { busy, outcome, act } = useActing()
  const yen = yenIn(typed)
  const keep = () =>
    act(() => ask(`/v1/companies/${company}/allowance`, { language, ...sending('PUT', { validFrom: since, per, yen }) }), w.kept)
  return (
    <div class="begin">
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <Line id="allowance-since" label={w.since} type="date" value={since} set={setSince} />
        <Pick id="allowance-per" label={w.per} value={per} set={(value) => setPer(value as Paid['per'])} choices={Object.entries(w.pers)} />
        {LEVELS.map((level) => (
          <Line
            key={level}
            id={`allowance-${level}`}
            label={w.yenOf(level)}
            figure
            value={typed[level - 1] ?? ''}
            set={(value) => setTyped(typed.with(level - 1, value))}
          />
        ))}
        <button type="submit" class="btn main small" disabled={busy || since === '' || yen === null}>
          {w.keep}
        </button>
      </form>
      <p class="under quiet-word">{w.hint}</p>
      <Told outcome={outcome} />
    </div>
  )
}
