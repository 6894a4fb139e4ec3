/** Why there is no pass just now, and what helps; and what is not as usual with the one there is. */
import type { ComponentChildren } from 'preact'
import { reasonOf } from '../../api/client'
import type { Problem } from '../../api/schema'
import { dayInJapan } from '../../i18n/dates'
import { say, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { Reason } from '../../ui/Reason'
import { tryAgain } from '../passport/watch'
import { holds } from './keeping'
import type { Shown } from './usePass'
import { words } from './words'

const MINUTE_S = 60

/** By how much this phone's clock is wrong; the codes are right nevertheless. */
export function ClockNotice({ ahead }: { ahead: number }) {
  const w = words.use()
  const seconds = Math.round(Math.abs(ahead) / 1000)
  const [count, unit] = seconds < MINUTE_S ? [seconds, w.seconds] : [Math.round(seconds / MINUTE_S), w.minutes]
  return (
    <Notice icon="clock">
      <b>{say(ahead > 0 ? w.clockAhead(unit(count)) : w.clockBehind(unit(count)))}</b>
      <span class="cap">{say(w.clockHow)}</span>
    </Notice>
  )
}

/** The phone keeps nothing, as a private window does. */
export function NotKeptNotice() {
  const w = words.use()
  return (
    <Notice icon="phone">
      <b>{say(w.notKept)}</b>
      <span class="cap">{say(w.notKeptHow)}</span>
    </Notice>
  )
}

/** What stands in place of the code; nothing while it is only awaited. */
export function WithoutPass({ shown, now }: { shown: Shown; now: number }) {
  const t = useWords()
  const w = words.use()
  const { stage, pass, trouble } = shown
  if (stage === 'unable') {
    return <Nothing icon="code" title={w.unable} why={w.unableHow} />
  }
  if (trouble !== null && typeof trouble === 'object' && trouble.remedy !== undefined) {
    return <Refusal problem={trouble} now={now} />
  }
  const icon = trouble === 'offline' ? 'noSignal' : 'fresh'
  if (pass !== null && !holds(pass, now)) {
    return <Nothing icon={icon} title={w.over(t.date(dayInJapan(pass.until)))} why={w.overHow} again />
  }
  if (trouble === null) {
    return null
  }
  return <Nothing icon={icon} title={w.first} why={w.firstHow} again />
}

interface NothingProps {
  icon: IconName
  title: string
  why: string
  again?: boolean
}

function Nothing({ icon, title, why, again = false }: NothingProps) {
  const t = useWords()
  return (
    <Empty icon={icon} title={title}>
      <p>{say(why)}</p>
      {again && (
        <button type="button" class="btn main" onClick={tryAgain}>
          {say(t.trouble.retry)}
        </button>
      )}
    </Empty>
  )
}

/** The register gives no pass: why, and who mends it. */
function Refusal({ problem, now }: { problem: Problem; now: number }) {
  const w = words.use()
  return (
    <Empty icon="card" title={w.refused}>
      <Reason reason={reasonOf(problem)} tone="stop" today={dayInJapan(now)} />
    </Empty>
  )
}

function Empty({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  const w = words.use()
  return (
    <section class="panel without" role="status">
      <Icon name={icon} size={44} />
      <p class="lead">{say(title)}</p>
      {children}
      <p class="cap">{say(w.cardHelps)}</p>
    </section>
  )
}
