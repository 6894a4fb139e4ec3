/** What the record is for, who sees it, and two papers to accept. */
import { useState } from 'preact/hooks'
import { accept } from '../../api/door'
import type { ConsentKind } from '../../api/schema'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon, type IconName } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { Hindered } from '../door/Hindered'
import { Stairs } from '../door/Stairs'
import { Working } from '../door/Working'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import type { PageProps } from '../pages'
import { Paper } from './Paper'
import { Thought } from './Thought'
import { WaysList } from './WaysSheet'
import { KINDS, VERSIONS } from './consents'
import { useGiven } from './useGiven'
import { words } from './words'

const POINTS: readonly IconName[] = ['paper', 'office', 'eye', 'take', 'leave']

interface Props extends Pick<PageProps, 'choose' | 'leave'> {
  at?: number
  of?: number
  /** Whether somebody works with a card here, so that levels mean something. */
  worker: boolean
  done: () => void
}

export function ConsentStep({ at, of, worker, choose, leave, done }: Props) {
  const t = useWords()
  const w = words.use()
  const language = useLanguage()
  const given = useGiven(language, done)
  const [open, setOpen] = useState<ConsentKind | null>(null)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const [busy, setBusy] = useState(false)

  const acceptBoth = async () => {
    if (busy) {
      return
    }
    setBusy(true)
    setHindrance(null)
    try {
      for (const kind of KINDS) {
        await accept(kind, VERSIONS[kind], language)
      }
      done()
    } catch (cause) {
      setHindrance(hindranceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  const outdated =
    given.some(({ kind, version }) => version > VERSIONS[kind]) ||
    (typeof hindrance === 'object' && hindrance !== null && 'code' in hindrance && hindrance.code === 'consent_old')
  const foot = (
    <>
      {outdated ? (
        <button type="button" class="btn main" onClick={() => location.reload()}>
          <span>{say(w.consents.renew)}</span>
        </button>
      ) : (
        <button type="button" class="btn main" aria-busy={busy} onClick={() => void acceptBoth()}>
          <span>{say(w.consents.accept)}</span>
        </button>
      )}
      {leave !== null && (
        <button type="button" class="btn quiet" onClick={() => void leave()}>
          <span>{say(t.leave)}</span>
        </button>
      )}
    </>
  )
  const newer = KINDS.some((kind) => VERSIONS[kind] > 1)
  return (
    <Thought
      title={newer ? w.consents.newer : w.consents.title}
      choose={choose}
      foot={foot}
      {...(at !== undefined && of !== undefined && { at, of })}
    >
      {worker && !newer && (
        <div class="purpose">
          <Stairs />
          <p>{say(w.consents.levels)}</p>
        </div>
      )}
      <section class="panel consented">
        <WaysList ways={w.consents.points} icons={POINTS} />
      </section>
      <ul class="papers">
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" aria-haspopup="dialog" onClick={() => setOpen(kind)}>
              <span>
                <b>{say(w.consents.names[kind])}</b>
                <small>
                  {say(w.consents.version(VERSIONS[kind]))}
                  {given.some((one) => one.kind === kind && one.accepted) && <> · {say(w.consents.accepted)}</>}
                </small>
              </span>
              <Icon name="next" size={20} />
            </button>
          </li>
        ))}
      </ul>
      {outdated ? <p class="lead">{say(w.consents.outdated)}</p> : hindrance !== null && <Hindered hindrance={hindrance} />}
      <Working busy={busy} />
      {open !== null && (
        <Sheet title={say(w.consents.names[open])} close={() => setOpen(null)} closeName={plain(t.claim.close)}>
          <Paper kind={open} />
        </Sheet>
      )}
    </Thought>
  )
}
