/** This phone: whether notices come here, and what to do about it. */
import type { ComponentChildren } from 'preact'
import type { NoticeSettings } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Node } from '../../ui/marks'
import type { PageProps } from '../pages'
import { MOST_TIMES } from '../passport/Asking'
import { NEVER_ASKED } from '../settings/settings'
import { Stopping } from './Stopping'
import { Trial } from './Trial'
import { isInstalled, turnOff, turnOn } from './keeping'
import { useDoing } from './useDoing'
import type { HereStanding } from './useStanding'
import { words } from './words'

interface Props extends Pick<PageProps, 'choose'> {
  here: HereStanding
  answer: NoticeSettings
  live: boolean
  office: boolean
  who: string | null
}

export function Here({ here: { standing, device }, answer, live, office, who, choose }: Props) {
  const w = words.use()
  const known = answer.devices.find(({ id }) => id === device)
  switch (standing) {
    case null:
      return <section class="panel here" aria-busy="true" />
    case 'on':
      return <On known={known} live={live} choose={choose} />
    case 'off':
      return <Off office={office} who={who} choose={choose} />
    case 'blocked':
      return <Steps mark="stopped" said={isInstalled() ? w.blockedByPhone : w.blocked} />
    case 'install':
      return <Steps said={w.install} />
    case 'cannot':
      return <Steps said={w.cannot} />
  }
}

function On({ known, live, choose }: { known: NoticeSettings['devices'][number] | undefined; live: boolean } & Pick<Props, 'choose'>) {
  const t = useWords()
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const reached = known?.reachedAt ?? null
  const off = () =>
    doing.run(async () => {
      await turnOff(language)
      // Whoever ends it knows where it is; home asks no more.
      choose({ asked: { times: MOST_TIMES, at: Date.now() } })
    })
  // Green is what the server says.
  const sure = live && known !== undefined
  return (
    <section class={sure ? 'panel here ok' : 'panel here'}>
      <Said mark={sure ? <Node step="done" size={44} /> : <Icon name="bell" size={44} />} title={w.here.on}>
        {reached !== null && <p class="cap num">{say(w.here.reached(`${t.date(dayInJapan(reached))} ${timeInJapan(reached)}`))}</p>}
      </Said>
      <Trial />
      <Stopping doing={doing} />
      <button type="button" class="btn wide quiet" disabled={doing.busy} onClick={() => void off()}>
        <span>{say(w.here.turnOff)}</span>
      </button>
    </section>
  )
}

function Off({ office, who, choose }: Pick<Props, 'office' | 'who' | 'choose'>) {
  const w = words.use()
  const language = useLanguage()
  const doing = useDoing()
  const on = async () => {
    const stopped = await doing.run(() => turnOn(who ?? '', language))
    if (stopped === null) {
      choose({ asked: NEVER_ASKED })
    }
  }
  return (
    <section class="panel here">
      <Said mark={<Icon name="bell" size={44} />} title={w.here.off}>
        <p>{say(office ? w.here.whyOffice : w.here.why)}</p>
      </Said>
      <Stopping doing={doing} />
      <button type="button" class="btn main" disabled={doing.busy || who === null} onClick={() => void on()}>
        <span>{say(doing.busy ? w.here.busy : w.here.turnOn)}</span>
      </button>
      <p class="cap">{say(w.here.browserAsks)}</p>
    </section>
  )
}

interface Guide {
  title: string
  steps: readonly string[]
  after: string
}

/** What has to be done outside of this page first. */
function Steps({ said: { title, steps, after }, mark }: { said: Guide; mark?: 'stopped' }) {
  return (
    <section class="panel here">
      <Said mark={mark === undefined ? <Icon name="phone" size={44} /> : <Node step={mark} size={44} />} title={title} />
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>
            <span>{say(step)}</span>
          </li>
        ))}
      </ol>
      <p class="cap">{say(after)}</p>
    </section>
  )
}

function Said({ mark, title, children }: { mark: ComponentChildren; title: string; children?: ComponentChildren }) {
  return (
    <div class="said">
      {mark}
      <div>
        <h2 class="lead">{say(title)}</h2>
        {children}
      </div>
    </div>
  )
}
