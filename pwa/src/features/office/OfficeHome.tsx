/** Home of whoever is no worker: which roles, where, until when; and the way to the office's own pages. */
import './office.css'
import { addresses } from '../../addresses'
import { getMe } from '../../api/door'
import type { HeldRole, Me } from '../../api/schema'
import { say, useLanguage, useWords } from '../../i18n/words'
import { DataDate } from '../../ui/DataDate'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Shapes } from '../../ui/Shapes'
import { ConsentStep } from '../enrolment/ConsentStep'
import { grouped } from '../enrolment/numbers'
import { words as enrolment } from '../enrolment/words'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { TroubleNotice } from '../passport/HomePage'
import { NothingKept } from '../passport/NothingKept'
import { dataDate } from '../passport/model'
import { tryAgain } from '../passport/watch'
import { words as own } from './words'

/** This page's words, and those of what is accepted. */
export const words = {
  ...own,
  load: async (language: Parameters<typeof own.load>[0]) => void (await Promise.all([own.load(language), enrolment.load(language)])),
}

export function Page({ now, choose, leave }: PageProps) {
  const t = useWords()
  const w = own.use()
  const language = useLanguage()
  const { answer, seenAt, live, trouble, stage } = usePage<Me>('me', getMe, language, null)
  if (live && answer?.consents.some(({ accepted }) => !accepted)) {
    return <ConsentStep worker={false} choose={choose} leave={leave} done={tryAgain} />
  }
  return (
    <>
      <header class="bar">
        <p class="brand">{say(t.app)}</p>
        <span class="grow" />
        {stage !== 'opening' && <DataDate text={dataDate(seenAt, now, live, t)} live={live} />}
      </header>
      <main class="office">
        <h1>{say(w.title)}</h1>
        {answer !== null && trouble !== null && seenAt !== null && <TroubleNotice trouble={trouble} trueAt={seenAt} />}
        {answer !== null && <Roles roles={answer.roles} />}
        {answer === null && trouble !== null && <NothingKept trouble={trouble} what={say(w.unseen)} />}
        {answer === null && trouble === null && stage === 'empty' && <Shapes heights={[84, 84]} />}
        {answer?.roles.length !== 0 && (
          <a href="/office" class="panel sunken row">
            <Icon name="office" size={32} />
            <p>
              <b>{say(w.desk)}</b>
              <span>{say(w.deskHow)}</span>
            </p>
          </a>
        )}
        <Link href={addresses.applications} class="panel sunken row">
          <Icon name="paper" size={32} />
          <p>
            <b>{say(w.applications)}</b>
            <span>{say(w.applicationsHow)}</span>
          </p>
        </Link>
        <p class="cap">{say(w.noPassport)}</p>
        <Link href={addresses.settings} class="btn wide">
          <Icon name="settings" />
          <span>{say(w.settings)}</span>
        </Link>
      </main>
    </>
  )
}

function Roles({ roles }: { roles: HeldRole[] }) {
  const w = own.use()
  if (roles.length === 0) {
    return (
      <section class="panel">
        <p class="lead">{say(w.none)}</p>
        <p>{say(w.noneWhat)}</p>
      </section>
    )
  }
  return (
    <ul class="roles">
      {roles.map((held) => (
        <Held key={`${held.role} ${held.number}`} held={held} />
      ))}
    </ul>
  )
}

function Held({ held: { role, organisation, number, lastOn } }: { held: HeldRole }) {
  const t = useWords()
  const w = own.use()
  return (
    <li class="panel">
      <p class="lead">{say(w.role[role])}</p>
      <p>{organisation === null ? say(w.register) : <span lang="ja">{organisation}</span>}</p>
      {number !== null && <p class="cap num">{grouped(number)}</p>}
      <p class="num until">{say(lastOn === null ? w.open : w.until(t.dateWithWeekday(lastOn), t.year(lastOn.slice(0, 4))))}</p>
    </li>
  )
}
