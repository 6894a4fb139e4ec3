/** 見せる: a code on the card that changes each minute, for whom, and what they will see. Works without a network. */
import './pass.css'
import '../../ui/Button.css'
import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import type { Audience, Passport } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Shapes } from '../../ui/Shapes'
import { TabBar } from '../../ui/TabBar'
import type { PageProps } from '../pages'
import { Card } from '../passport/Card'
import { tryAgain } from '../passport/watch'
import { AudienceChoice } from './AudienceChoice'
import { Code, NoCode } from './Code'
import { ClockNotice, NotKeptNotice, WithoutPass } from './Troubles'
import { Ring } from './Ring'
import { LIFE_S } from './judging'
import { type Pass, holds, isWrong } from './keeping'
import { useBright } from './useBright'
import { useCode, usePass, useSeconds } from './usePass'
import { words } from './words'

export { words }

const NO_BREAK = '\u00a0'
/** The final sizes of card, countdown and audience on a phone. */
const HEIGHTS = [396, 64, 152]

export function Page({ view, settings }: PageProps) {
  const t = useWords()
  const w = words.use()
  const shown = usePass(useLanguage())
  const [bright, turn] = useBright(settings)
  const { passport } = view
  const { pass } = shown
  const now = useSeconds(pass?.ahead ?? 0)
  const over = pass !== null && !holds(pass, now)
  const ready = pass !== null && passport !== null && !over
  useEffect(() => {
    if (over) {
      tryAgain()
    }
  }, [over])
  return (
    <>
      <header class="bar">
        <h1>{say(t.tabs.pass)}</h1>
        {passport?.sample === true && <span class="sample">{t.sample}</span>}
        {ready && (
          <button type="button" class="btn brighter" aria-pressed={bright} onClick={turn}>
            <Icon name="bright" size={22} />
            <span>{say(w.bright)}</span>
          </button>
        )}
      </header>
      <main class="showing">
        {ready && <Ready pass={pass} passport={passport} kept={shown.kept} now={now} />}
        {!ready && <WithoutPass shown={shown} now={now} />}
        {!ready && !over && shown.trouble === null && (shown.stage === 'empty' || shown.stage === 'ready') && <Shapes heights={HEIGHTS} />}
        {shown.stage !== 'opening' && (
          <Link href={addresses.viewers} class="btn wide quiet">
            <Icon name="eye" />
            <span>{say(w.viewers)}</span>
          </Link>
        )}
      </main>
      <TabBar at={addresses.pass} />
    </>
  )
}

interface ReadyProps {
  pass: Pass
  passport: Passport
  kept: boolean
  now: number
}

function Ready({ pass, passport, kept, now }: ReadyProps) {
  const t = useWords()
  const w = words.use()
  const [audience, choose] = useState<Audience>('site')
  const { text, left } = useCode(pass, audience, now)
  const label = plain(w.code(plain(w.audiences[audience])))
  const until = `${t.date(dayInJapan(pass.until))} ${timeInJapan(pass.until)}`.replaceAll(' ', NO_BREAK)
  const link = `${location.origin}${addresses.check}#${text}`
  return (
    <>
      {isWrong(pass.ahead) ? <ClockNotice ahead={pass.ahead} /> : !kept && <NotKeptNotice />}
      <Card passport={passport}>{text === null ? <NoCode /> : <Code link={link} level={passport.worker.level} label={label} />}</Card>
      <div class="row countdown">
        <Ring left={left} of={LIFE_S} label={plain(w.left(left))} />
        <p>
          <b>{say(w.changes)}</b>
          {kept && <span class="cap num">{say(w.offline(until))}</span>}
        </p>
      </div>
      <AudienceChoice chosen={audience} choose={choose} />
    </>
  )
}
