/** The phone becomes a key. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { say, useLanguage } from '../../i18n/words'
import { go } from '../../routes'
import { Icon, type IconName } from '../../ui/Icon'
import { Hindered } from '../door/Hindered'
import { Working } from '../door/Working'
import { type Hindrance, hindranceOf } from '../door/hindrance'
import { canHoldKeys, hasLock } from '../door/passkey'
import type { PageProps } from '../pages'
import { PhoneToKey } from './Pictures'
import { Thought } from './Thought'
import { WaysSheet } from './WaysSheet'
import { words } from './words'

const CANNOT: readonly IconName[] = ['settings', 'fresh', 'phone', 'office']

interface Props extends Pick<PageProps, 'choose'> {
  at: number
  of: number
  /** What is said; of the first login, if nothing is given. */
  said?: { title: string; how: string; stays: string; make: string }
  back: (() => void) | null
  come: (language: string, signal: AbortSignal) => Promise<void>
  done: () => void
  /** Takes what the server says of the secret, which is mended elsewhere; false where it is not. */
  turnBack?: (hindrance: Hindrance) => boolean
}

export function KeyStep({ at, of, said, back, choose, come, done, turnBack }: Props) {
  const w = words.use()
  const language = useLanguage()
  const [hindrance, setHindrance] = useState<Hindrance | null>(canHoldKeys() ? null : { stumble: 'none' })
  const [busy, setBusy] = useState(false)
  const [sheet, setSheet] = useState(false)
  const lock = useLock()
  const away = useRef(new AbortController())
  useEffect(() => () => away.current.abort(), [])

  const make = async () => {
    if (busy) {
      return
    }
    setBusy(true)
    setHindrance(null)
    try {
      await come(language, away.current.signal)
      done()
    } catch (cause) {
      const met = hindranceOf(cause)
      if (!away.current.signal.aborted && turnBack?.(met) !== true) {
        setHindrance(met)
      }
    } finally {
      setBusy(false)
    }
  }
  const { title, how, stays, make: act } = said ?? w.key
  const known = typeof hindrance === 'object' && hindrance !== null && 'stumble' in hindrance && hindrance.stumble === 'known'
  const foot = (
    <>
      {known ? (
        <button type="button" class="btn main" onClick={() => go(addresses.door)}>
          <span>{say(w.key.signIn)}</span>
        </button>
      ) : (
        canHoldKeys() && (
          <button type="button" class="btn main" aria-busy={busy} onClick={() => void make()}>
            <Icon name="face" size={28} />
            <span>{say(hindrance === null ? act : w.key.again)}</span>
          </button>
        )
      )}
      <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => setSheet(true)}>
        <span>{say(w.key.cannot)}</span>
      </button>
    </>
  )
  return (
    <Thought title={title} at={at} of={of} back={back} choose={choose} foot={foot}>
      <PhoneToKey />
      <p class="lead-in">{say(how)}</p>
      <section class="panel sunken row">
        <Icon name="face" size={32} />
        <p>{say(stays)}</p>
      </section>
      {lock === false && hindrance === null && (
        <div class="hindered calm" role="status">
          <Icon name="settings" size={28} />
          <div>
            <p class="because">{say(w.key.noLock)}</p>
            <p>{say(w.key.noLockHow)}</p>
          </div>
        </div>
      )}
      {hindrance !== null && <Hindered hindrance={hindrance} typed />}
      <Working busy={busy} />
      {sheet && <WaysSheet ways={w.cannot} icons={CANNOT} close={() => setSheet(false)} />}
    </Thought>
  )
}

/** Whether the phone has a screen lock that keys can use; null until it is known, or where there are no keys at all. */
function useLock(): boolean | null {
  const [lock, setLock] = useState<boolean | null>(null)
  useEffect(() => {
    let over = false
    if (canHoldKeys()) {
      void hasLock().then((found) => over || setLock(found))
    }
    return () => {
      over = true
    }
  }, [])
  return lock
}
