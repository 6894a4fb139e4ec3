/** The card is lost: stop it for good, and know who gives a new one and how days are recorded until then. */
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { getCardLoss, loseCard } from '../../api/account'
import type { CardLoss, Passport, Worker } from '../../api/schema'
import { dayInJapan, timeInJapan, workDateAt } from '../../i18n/dates'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Reason } from '../../ui/Reason'
import { RowLink } from '../../ui/Rows'
import { Sheet } from '../../ui/Sheet'
import { usePage } from '../history/usePage'
import type { View } from '../passport/watch'
import { ActTrouble } from './ActTrouble'
import { useAct } from './useAct'
import { words } from './words'

export function LostCard({ view, now }: { view: View; now: number }) {
  const w = words.use()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <section class="panel lost">
        <h2>
          <Icon name="card" size={28} />
          {say(w.card.title)}
        </h2>
        {view.stage === 'door' && <p>{say(w.card.stranger)}</p>}
        {view.passport !== null && (
          <OwnCard worker={view.passport.worker} turn={view.live ? view.passport : null} now={now} ask={() => setAsking(true)} />
        )}
      </section>
      {asking && <StopSheet now={now} close={() => setAsking(false)} />}
    </>
  )
}

interface Props {
  worker: Worker
  /** What the live passport says; another one means that something of mine has changed. */
  turn: Passport | null
  now: number
  ask: () => void
}

function OwnCard({ worker: { cardExpiresOn }, turn, now, ask }: Props) {
  const t = useWords()
  const w = words.use()
  const { answer } = usePage<CardLoss>('card-loss', getCardLoss, useLanguage(), turn)
  if (answer?.stoppedAt) {
    const at = answer.stoppedAt
    return (
      <>
        <p class="num">{say(w.card.stoppedAt(`${t.date(dayInJapan(at))} ${timeInJapan(at)}`))}</p>
        {answer.reason !== null && <Reason reason={answer.reason} tone="stop" today={workDateAt(now)} />}
        <ul class="rows">
          <RowLink href={addresses.history} icon="calendar" name={w.card.claim} holds={w.card.claimNote} />
        </ul>
      </>
    )
  }
  if (cardExpiresOn === null) {
    return <p>{say(w.card.none)}</p>
  }
  return (
    <>
      <p class="num">{say(w.card.good(t.dateWithYear(cardExpiresOn)))}</p>
      <p>{say(w.card.stopSoon)}</p>
      <button type="button" class="btn wide" onClick={ask}>
        <span>{say(w.card.stop)}</span>
      </button>
      <p class="cap">{say(w.card.tell)}</p>
    </>
  )
}

function StopSheet({ now, close }: { now: number; close: () => void }) {
  const w = words.use()
  const act = useAct()
  return (
    <Sheet title={say(w.card.sure)} close={close} closeName={plain(w.close)}>
      <div class="ask">
        <ul class="points">
          {w.card.points.map((point) => (
            <li key={point}>{say(point)}</li>
          ))}
        </ul>
        <ActTrouble act={act} now={now} />
        <button
          type="button"
          class="btn main"
          disabled={act.state === 'busy'}
          onClick={() => void act.run(loseCard).then((done) => done && close())}
        >
          {say(act.state === 'busy' ? w.busy : w.card.stop)}
        </button>
        <p class="cap">{say(w.mayAsk)}</p>
        <button type="button" class="btn wide" onClick={close}>
          {say(w.keep)}
        </button>
      </div>
    </Sheet>
  )
}
