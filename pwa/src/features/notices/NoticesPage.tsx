/** Notices: whether they come to this phone, when, about what, and to which other devices of mine. */
import './notices.css'
import '../../ui/Button.css'
import '../../ui/Things.css'
import { addresses } from '../../addresses'
import { getNoticeSettings } from '../../api/notices'
import type { NoticeSettings } from '../../api/schema'
import { say, useLanguage } from '../../i18n/words'
import { OFFICE } from '../../offline/device'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { Devices } from './Devices'
import { Here } from './Here'
import { LineWay } from './LineWay'
import { MailWay } from './MailWay'
import { Times } from './Times'
import { Topics } from './Topics'
import { useStanding } from './useStanding'
import { useWish } from './useWish'
import { words } from './words'

export { words }

const HEIGHTS = [200, 190, 420]

export function Page({ view, now, choose }: PageProps) {
  const w = words.use()
  const { passport, live, stage } = view
  const shown = usePage<NoticeSettings>('notices', getNoticeSettings, useLanguage(), live ? passport : null)
  const office = stage === 'office'
  const who = passport?.worker.number ?? (office ? OFFICE : null)
  return (
    <Frame
      title={say(w.title)}
      up={addresses.settings}
      at={addresses.settings}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
    >
      {(answer) => <Content answer={answer} live={shown.live} office={office} who={who} choose={choose} />}
    </Frame>
  )
}

interface Props extends Pick<PageProps, 'choose'> {
  answer: NoticeSettings
  live: boolean
  office: boolean
  who: string | null
}

function Content({ answer, live, office, who, choose }: Props) {
  const here = useStanding(answer, live, who)
  const wish = useWish(answer)
  return (
    <>
      <Here here={here} answer={answer} live={live} office={office} who={who} choose={choose} />
      <OtherWays answer={answer} />
      <Times wish={wish} />
      <Topics wish={wish} office={office} />
      <Devices devices={answer.devices} here={here.device} />
    </>
  )
}

/** Mail and LINE, where the server offers them, or where one is told there already. */
function OtherWays({ answer: { mail, mailOffered, lineLinked, lineOffered } }: { answer: NoticeSettings }) {
  return (
    <>
      {(mailOffered || mail !== null) && <MailWay mail={mail} />}
      {(lineOffered || lineLinked) && <LineWay linked={lineLinked} />}
    </>
  )
}
