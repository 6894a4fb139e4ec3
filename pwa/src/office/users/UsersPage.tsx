/** Who holds which role at a company: invited by a link, let in again, ended by another administrator. */
import { useMemo, useState } from 'preact/hooks'
import { type Getter, ask, read, readPage, sending } from '../../api/client'
import type { Role } from '../../api/schema'
import type { components } from '../../api/schema.gen'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'

type Schemas = components['schemas']
type User = Schemas['User']

const ROLES: readonly Role[] = ['responsible_person', 'layer_manager', 'proxy_clerk']

const ja = {
  title: '利用者',
  none: '利用者はいません。',
  name: '名前',
  role: '役割',
  until: 'いつまで（なくてもよい）',
  invite: '招待する',
  invited: 'リンクを本人に送ってください。1回だけ表示します。7日間使えます。',
  state: '鍵',
  signedUp: 'つくった',
  waiting: 'まだ',
  days: '期間',
  again: 'もう一度招待',
  end: '役割を終える',
  ended: '終えました',
  open: '期限なし',
  over: '終わりました',
}

const en: typeof ja = {
  title: 'Users',
  none: 'Nobody.',
  name: 'Name',
  role: 'Role',
  until: 'until (may be left out)',
  invite: 'Invite',
  invited: 'Send this link to the person. It is shown once and good for seven days.',
  state: 'Key',
  signedUp: 'made',
  waiting: 'not yet',
  days: 'Days',
  again: 'Invite again',
  end: 'End the role',
  ended: 'Ended',
  open: 'without an end',
  over: 'is over',
}

const getUsers =
  (company: string): Getter<Schemas['Users']> =>
  (language, signal) =>
    readPage(`/v1/users?kind=company&number=${company}`, language, signal)

export function Page({ number }: PageProps) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const { answer, trouble } = useSeen(`users of ${number}`, getUsers(number), language)
  const { busy, outcome, act } = useActing()
  const [link, setLink] = useState<string | null>(null)
  const again = (account: string) =>
    act(async () => {
      const made = await read<Schemas['Invitation']>(await ask(`/v1/users/${account}/invitation`, { language, method: 'POST' }))
      setLink(made.link)
    }, w.invited)
  const end = (role: string) => act(() => ask(`/v1/roles/${role}`, { language, method: 'DELETE' }), w.ended)
  const columns = useMemo(() => columnsOf(t, w, { busy, again: (one) => void again(one), end: (one) => void end(one) }), [t, w, busy])
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <Inviting company={number} show={setLink} />
      <Told outcome={outcome} />
      {link !== null && (
        <p class="under">
          <code class="link">{link}</code>
        </p>
      )}
      <DataTable caption={w.title} columns={columns} rows={answer.users} id={({ grant }) => grant} empty={w.none} />
    </main>
  )
}

function Inviting({ company, show }: { company: string; show: (link: string) => void }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('proxy_clerk')
  const [lastOn, setLastOn] = useState('')
  const { busy, outcome, act } = useActing()
  const invite = () =>
    act(async () => {
      const body = { name, role, organisationKind: 'company', number: company, ...(lastOn !== '' && { lastOn }) }
      const made = await read<Schemas['Invitation']>(await ask('/v1/users', { language, ...sending('POST', body) }))
      show(made.link)
      setName('')
    }, w.invited)
  return (
    <section class="begin">
      <form
        class="under"
        onSubmit={(event) => {
          event.preventDefault()
          void invite()
        }}
      >
        <Line id="user-name" label={w.name} value={name} set={setName} />
        <Pick
          id="user-role"
          label={w.role}
          value={role}
          set={(value) => setRole(value as Role)}
          choices={ROLES.map((one) => [one, t.roles[one]])}
        />
        <Line id="user-until" label={w.until} type="date" value={lastOn} set={setLastOn} />
        <button type="submit" class="btn main small" disabled={busy || name.trim() === ''}>
          {w.invite}
        </button>
      </form>
      <Told outcome={outcome} />
    </section>
  )
}

interface Acts {
  busy: boolean
  again: (account: string) => void
  end: (grant: string) => void
}

function columnsOf(t: OfficeWords, w: typeof ja, { busy, again, end }: Acts): readonly Column<User>[] {
  return [
    { key: 'name', head: w.name, value: ({ name }) => name, cell: ({ name }) => name ?? '–' },
    { key: 'role', head: w.role, value: ({ role }) => t.roles[role], cell: ({ role }) => t.roles[role] },
    {
      key: 'state',
      head: w.state,
      value: ({ signedUp }) => (signedUp ? w.signedUp : w.waiting),
      cell: ({ signedUp }) => (signedUp ? w.signedUp : w.waiting),
    },
    {
      key: 'days',
      head: w.days,
      figure: true,
      value: ({ lastOn }) => lastOn,
      cell: ({ firstOn, lastOn }) => `${t.dayIs(firstOn)} – ${lastOn === null ? w.open : t.dayIs(lastOn)}`,
    },
    {
      key: 'again',
      head: w.again,
      value: () => null,
      cell: ({ account }) => (
        <button type="button" class="incell" disabled={busy} onClick={() => again(account)}>
          {w.again}
        </button>
      ),
    },
    {
      key: 'end',
      head: w.end,
      value: () => null,
      cell: ({ grant }) => (
        <button type="button" class="incell" disabled={busy} onClick={() => end(grant)}>
          {w.end}
        </button>
      ),
    },
  ]
}
