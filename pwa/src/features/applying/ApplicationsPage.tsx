/** My applications: what I sent and what is begun, and what I can begin. */
import '../../ui/Button.css'
import './applying.css'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { getApplications, saveApplication } from '../../api/applications'
import { getMe } from '../../api/door'
import type { ApplicationKind, ApplicationLine, Me } from '../../api/schema'
import { Written, say, useLanguage, useWords } from '../../i18n/words'
import { go, pathTo } from '../../routes'
import { DataDate } from '../../ui/DataDate'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Shapes } from '../../ui/Shapes'
import { Hindered } from '../door/Hindered'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import { Head } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { dataDate } from '../passport/model'
import { LIST } from './useApplication'
import { words } from './words'

export { words }

const OF_WORKERS: readonly ApplicationKind[] = ['workerChange', 'workerUpgrade']
const FIRST: readonly ApplicationKind[] = [
  'workerSimplified',
  'workerDetailed',
  'companyCorporation',
  'companyIndividual',
  'companySoleWorker',
]
const COMPANIES: readonly ApplicationKind[] = ['companyCorporation', 'companyIndividual', 'companySoleWorker']

export function Page({ now }: PageProps) {
  const t = useWords()
  const w = words.use()
  const language = useLanguage()
  const { answer: me } = usePage<Me>('me', getMe, language, null)
  const { answer, seenAt, live, trouble, stage } = usePage(LIST, getApplications, language, null)
  const kinds = me === null ? [] : me.isWorker ? [...OF_WORKERS, ...COMPANIES] : FIRST
  return (
    <>
      <Head title={say(w.title)} up={addresses.settings} sample={false}>
        {seenAt !== null && <DataDate text={dataDate(seenAt, now, live, t)} live={live} />}
      </Head>
      <main>
        {answer !== null && trouble !== null && seenAt !== null && <TroubleNotice trouble={trouble} trueAt={seenAt} />}
        {answer === null && trouble !== null && <NothingKept trouble={trouble} what={say(w.unseen)} />}
        {answer === null && trouble === null && stage === 'empty' && <Shapes heights={[84, 84]} />}
        {answer !== null && answer.applications.length > 0 && (
          <section class="panel">
            <h2>{say(w.mine)}</h2>
            <ul class="rows">
              {answer.applications.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </section>
        )}
        {kinds.length > 0 && <Begin kinds={kinds} />}
      </main>
    </>
  )
}

function Line({ one }: { one: ApplicationLine }) {
  const w = words.use()
  return (
    <li>
      <Link href={pathTo.application(one.id)}>
        <Icon name="paper" size={28} />
        <span>
          <b>{say(w.kinds[one.kind].what)}</b>
          <small>
            {say(w.states[one.state as keyof typeof w.states])}
            {one.name !== null && (
              <>
                {' · '}
                <Written text={one.name} />
              </>
            )}
            {one.proxy !== null && <> · {say(w.filedBy(one.proxy.name))}</>}
          </small>
        </span>
        <Icon name="next" size={20} />
      </Link>
    </li>
  )
}

function Begin({ kinds }: { kinds: readonly ApplicationKind[] }) {
  const w = words.use()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const begin = async (kind: ApplicationKind) => {
    const id = crypto.randomUUID()
    setBusy(true)
    setHindrance(null)
    try {
      await saveApplication(id, { kind }, 0, {}, language)
      go(pathTo.application(id))
    } catch (cause) {
      setHindrance(hindranceOf(cause))
      setBusy(false)
    }
  }
  return (
    <section class="panel">
      <h2>{say(w.begin)}</h2>
      {hindrance !== null && <Hindered hindrance={hindrance} />}
      <ul class="rows">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="rowbtn" disabled={busy} onClick={() => void begin(kind)}>
              <Icon name="add" size={28} />
              <span>
                <b>{say(w.kinds[kind].what)}</b>
                <small>{say(w.kinds[kind].how)}</small>
              </span>
              <Icon name="next" size={20} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
