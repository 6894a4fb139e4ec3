/** A company as it stands in the register: until when, what is registered of it, and who works below it. */
import { useMemo } from 'preact/hooks'
import { type Getter, readPage } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { pathOf } from '../places'
import { prefecturesIn } from '../prefectures'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { Allowance } from './Allowance'

type Schemas = components['schemas']
type Company = Schemas['CompanySeen']
type Below = Schemas['Below']

const ja = {
  kinds: { corporation: '法人', individual: '個人事業', soleWorker: '一人親方' } as Record<string, string>,
  standing: { valid: '有効', renewable: '更新できます', ended: '期限が切れています' } as Record<string, string>,
  until: '登録の期限',
  canRenew: (day: string) => `更新の受付は ${day} から`,
  lengthened: (day: string) => `特例で ${day} まで更新できます`,
  newEnd: (day: string) => `更新すると ${day} まで`,
  renew: '更新を申請する',
  kind: '区分',
  address: '所在地',
  licence: '建設業許可',
  licensed: '許可あり',
  noLicence: '許可なし',
  workers: '所属する技能者',
  people: (n: number) => `${n}人`,
  registered: '登録日',
  below: '下請の会社の登録',
  belowNone: '今日、下請に入っている会社はありません。',
  state: '登録',
  end: '期限',
  companyNumber: '事業者ID',
}

const en: typeof ja = {
  kinds: { corporation: 'Corporation', individual: 'Individual business', soleWorker: 'Sole worker' },
  standing: { valid: 'valid', renewable: 'can be renewed', ended: 'has ended' },
  until: 'Registered until',
  canRenew: (day) => `Renewal opens on ${day}`,
  lengthened: (day) => `Under relief it can be renewed until ${day}`,
  newEnd: (day) => `Renewing gives ${day}`,
  renew: 'Apply for renewal',
  kind: 'Class',
  address: 'Address',
  licence: 'Construction licence',
  licensed: 'licensed',
  noLicence: 'none',
  workers: 'Workers employed',
  people: (n) => `${n}`,
  registered: 'Registered on',
  below: 'Registration of companies below',
  belowNone: 'No company works below today.',
  state: 'Registration',
  end: 'until',
  companyNumber: 'Company number',
}

const getCompany =
  (company: string): Getter<Company> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}`, language, signal)

const getBelow =
  (company: string): Getter<Schemas['CompaniesBelow']> =>
  (language, signal) =>
    readPage(`/v1/companies/${company}/below`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen<Company>(`company ${number}`, getCompany(number), language)
  const below = useSeen(`below ${number}`, getBelow(number), language)
  const columns = useMemo(() => columnsOf(t, w), [t, w])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <div>
          <h1>{answer.name}</h1>
          <p class="num">{answer.number}</p>
        </div>
      </div>
      <Facts company={answer} />
      <Allowance company={number} />
      <h2 class="under">{w.below}</h2>
      <DataTable
        caption={w.below}
        columns={columns}
        rows={below.answer?.companies ?? []}
        id={({ number: one }) => one}
        tone={({ standing }) => (standing === 'ended' ? 'stop' : standing === 'valid' ? 'plain' : 'wait')}
        empty={w.belowNone}
      />
    </main>
  )
}

function Facts({ company }: { company: Company }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { renewal } = company
  const where = prefecturesIn(language)[company.prefecture - 1]?.[1] ?? ''
  return (
    <dl class="facts-of">
      <div>
        <dt>{w.until}</dt>
        <dd>
          <b class={`stands ${renewal.standing}`}>{w.standing[renewal.standing] ?? renewal.standing}</b> <b>{t.dayIs(renewal.expiresOn)}</b>
          {renewal.standing === 'valid' && <small>{w.canRenew(t.dayIs(renewal.opensOn))}</small>}
          {renewal.standing !== 'valid' && (
            <>
              <small>{w.newEnd(t.dayIs(renewal.newExpiresOn))}</small>
              <a href={pathOf('company', company.number, 'applications')}>{w.renew}</a>
            </>
          )}
          {renewal.until > renewal.expiresOn && <small>{w.lengthened(t.dayIs(renewal.until))}</small>}
        </dd>
      </div>
      <Fact name={w.kind} value={w.kinds[company.kind] ?? company.kind} />
      <Fact name={w.address} value={`${where} ${company.address ?? ''}`} />
      <Fact
        name={w.licence}
        value={
          company.licensed
            ? `${company.licenceNumber ?? w.licensed} ${company.licenceExpiresOn === null ? '' : t.until(company.licenceExpiresOn)}`
            : w.noLicence
        }
      />
      <Fact name={w.workers} value={w.people(company.workers)} />
      <Fact name={w.registered} value={t.dayIs(company.registeredOn)} />
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function columnsOf(t: OfficeWords, w: typeof ja): readonly Column<Below>[] {
  const stands = ({ standing }: Below) => w.standing[standing] ?? standing
  return [
    { key: 'name', head: t.company, value: ({ name }) => name, cell: ({ name }) => name },
    { key: 'state', head: w.state, value: stands, cell: (one) => <b class="why">{stands(one)}</b> },
    { key: 'end', head: w.end, figure: true, value: ({ expiresOn }) => expiresOn, cell: ({ expiresOn }) => t.dayIs(expiresOn) },
    { key: 'kind', head: w.kind, value: ({ kind }) => w.kinds[kind] ?? kind, cell: ({ kind }) => w.kinds[kind] ?? kind },
    { key: 'number', head: w.companyNumber, figure: true, value: ({ number }) => number, cell: ({ number }) => number },
  ]
}
