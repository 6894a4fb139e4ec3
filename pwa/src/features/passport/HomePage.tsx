/** Home: did today count, what am I, how is this month. Everything on it was said by the server. */
import type { Passport } from '../../api/schema'
import { type Address, addresses } from '../../addresses'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Said, plain, say, useWords } from '../../i18n/words'
import { pathTo } from '../../routes'
import { DataDate } from '../../ui/DataDate'
import { Icon, type IconName } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { MonthDots } from '../../ui/MonthDots'
import { Months } from '../../ui/Months'
import { Notice } from '../../ui/Notice'
import { HelpCode } from '../../ui/Reason'
import { RowLink } from '../../ui/Rows'
import { Shapes } from '../../ui/Shapes'
import { TabBar } from '../../ui/TabBar'
import type { PageProps } from '../pages'
import { Ahead } from './Ahead'
import { Asking } from './Asking'
import { Card } from './Card'
import { NothingKept } from './NothingKept'
import { Today } from './Today'
import { dataDate, isFresh, isOpen, monthsBehind } from './model'
import { type Trouble, isRefusal } from './watch'

/** The final sizes of card, verdict, month and career on a phone. */
const HEIGHTS = [132, 180, 134, 96]
/** More news than this is said as so many and more. */
const MOST_SHOWN = 99

type Props = Pick<PageProps, 'view' | 'now' | 'settings' | 'choose'>

export function HomePage(props: Props) {
  const { view, now } = props
  const t = useWords()
  const { passport, trueAt, live, trouble, stage } = view
  return (
    <>
      <header class="bar top">
        <h1 class="brand">{say(t.app)}</h1>
        {passport?.sample === true && <span class="sample">{t.sample}</span>}
        <span class="grow" />
        {stage !== 'opening' && <DataDate text={dataDate(trueAt, now, live, t)} live={live} />}
        {passport !== null && <Bell unread={passport.unread ?? 0} />}
      </header>
      <main>
        {passport !== null && (
          <>
            {isOpen(passport.recovery, now) ? (
              <RecoveryNotice />
            ) : (
              trouble !== null && trueAt !== null && <TroubleNotice trouble={trouble} trueAt={trueAt} />
            )}
            <Content {...props} passport={passport} />
          </>
        )}
        {passport === null && trouble !== null && <NothingKept trouble={trouble} />}
        {passport === null && trouble === null && stage === 'empty' && <Shapes heights={HEIGHTS} />}
      </main>
      <TabBar at={addresses.home} />
    </>
  )
}

/** News, with the number of what was not read. */
function Bell({ unread }: { unread: number }) {
  const t = useWords()
  return (
    <Link class="iconbtn bell" href={addresses.inbox} aria-label={plain(t.news.bell(unread))}>
      <Icon name="bell" size={26} />
      {unread > 0 && (
        <b class="num" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </b>
      )}
    </Link>
  )
}

/** Somebody takes this account to another phone: it stands before everything else, for a day is all there is to stop it. */
function RecoveryNotice() {
  const t = useWords()
  return (
    <Notice icon="phone" tone="stop">
      <b>{say(t.recovery.begun)}</b>
      <span class="cap">{say(t.recovery.notMe)}</span>
      <Link class="btn wide" href={addresses.lost}>
        {say(t.recovery.look)}
      </Link>
    </Notice>
  )
}

export function TroubleNotice({ trouble, trueAt }: { trouble: Trouble; trueAt: number }) {
  const t = useWords()
  return (
    <Notice icon={trouble === 'offline' ? 'noSignal' : 'fresh'}>
      <b class="num">
        {isRefusal(trouble) ? (
          <Said text={`${trouble.title} – `} />
        ) : (
          say(trouble === 'offline' ? t.trouble.offline : t.trouble.unreachable)
        )}
        {say(t.trouble.showing(t.date(dayInJapan(trueAt)), timeInJapan(trueAt)))}
      </b>
      {trouble !== 'offline' && !isRefusal(trouble) && <span class="cap">{say(t.trouble.again)}</span>}
      {typeof trouble === 'object' && trouble.help ? <HelpCode code={trouble.help} /> : null}
    </Notice>
  )
}

function Content({ passport, view, now, settings, choose }: Props & { passport: Passport }) {
  return (
    <>
      <Card passport={passport} show />
      <Today passport={passport} live={view.live} landed={view.landed} now={now} />
      {!isOpen(passport.recovery, now) && <Asking passport={passport} live={view.live} now={now} settings={settings} choose={choose} />}
      {isFresh(passport) ? <FirstSteps /> : <Month passport={passport} />}
      <Ahead live={view.live} days={passport.career.days} />
      <Career passport={passport} />
    </>
  )
}

/** Before the first day there is no month to look at, but there are things to do. */
function FirstSteps() {
  const t = useWords()
  return (
    <section class="panel">
      <h2>{say(t.first.title)}</h2>
      <ul class="rows">
        {t.first.steps.map(({ what, how }, index) => (
          <RowLink
            key={what}
            href={STEPS[index]?.href ?? addresses.settings}
            icon={STEPS[index]?.icon ?? 'settings'}
            name={what}
            holds={how}
          />
        ))}
      </ul>
    </section>
  )
}

const STEPS: { href: Address; icon: IconName }[] = [
  { href: addresses.settings, icon: 'language' },
  { href: addresses.keys, icon: 'key' },
  { href: addresses.pass, icon: 'pass' },
]

function Month({ passport: { month, today } }: { passport: Passport }) {
  const t = useWords()
  const name = t.month(month.month)
  return (
    <Link href={pathTo.month(month.month)} class="panel row between month">
      <div class="said">
        <h2>{say(name)}</h2>
        <p class="fig giant num">
          {t.figure(month.counted)}
          <small>{say(t.daysUnit(month.counted))}</small>
        </p>
        <div>
          {month.waiting > 0 && (
            <p class="cap num">
              {say(t.monthPanel.waiting)} <b class="is-waiting">{say(t.days(month.waiting))}</b>
            </p>
          )}
          {month.stopped > 0 && (
            <p class="cap num">
              {say(t.monthPanel.stopped)} <b class="is-stopped">{say(t.days(month.stopped))}</b>
            </p>
          )}
        </div>
      </div>
      <MonthDots
        days={month.days}
        today={today.workDate}
        label={plain(t.monthPanel.picture(name, month.counted, month.waiting, month.stopped))}
      />
    </Link>
  )
}

function Career({ passport: { career, months, month } }: { passport: Passport }) {
  const t = useWords()
  const behind = monthsBehind(months, month.month)
  return (
    <Link href={pathTo.year(month.month)} class="panel row between career">
      <div class="said">
        <h2>{say(t.career.title)}</h2>
        <p class="fig num">
          {t.figure(career.days)}
          <small>{say(t.daysUnit(career.days))}</small>
        </p>
        <p class="cap num">
          {career.since === null ? say(t.career.none) : <span class="nb">{say(t.career.since(t.monthWithYear(career.since)))}</span>}{' '}
          {career.foremanDays > 0 && <span class="nb">{say(t.career.foreman(t.days(career.foremanDays)))}</span>}
        </p>
      </div>
      {behind.length > 1 && (
        <figure>
          <Months days={behind} label={plain(t.career.picture(behind.length, Math.max(...behind)))} />
          <figcaption class="cap num" aria-hidden="true">
            {say(t.career.axis(behind.length))}
          </figcaption>
        </figure>
      )}
    </Link>
  )
}
