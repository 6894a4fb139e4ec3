/**
 * Whether home asks if notices may come to this phone: not at the door, but when a day was counted, and not again and again.
 *
 * The question itself comes later, with its words; the first screen does not wait for it.
 */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Passport } from '../../api/schema'
import type { Language } from '../../i18n/languages'
import { useLanguage } from '../../i18n/words'
import type { CardProps } from '../notices/AskCard'
import type { PageProps } from '../pages'
import type { Settings } from '../settings/settings'

export const MOST_TIMES = 3
export const PAUSE_MS = 7 * 24 * 60 * 60 * 1000

/** Tells whether it is time to ask; `now` is the phone's clock. */
export function isTimeToAsk({ career, today }: Passport, { times, at }: Settings['asked'], now: number): boolean {
  const counted = career.days > 0 || today.state === 'counted'
  return counted && times < MOST_TIMES && (times === 0 || Math.abs(now - at) >= PAUSE_MS)
}

interface Props extends Pick<PageProps, 'now' | 'settings' | 'choose'> {
  passport: Passport
  live: boolean
}

export function Asking({ passport, live, now, settings, choose }: Props) {
  const language = useLanguage()
  const [Card, setCard] = useState<ComponentType<CardProps> | null>(null)
  const wanted = Card !== null || (live && mayBeAsked() && isTimeToAsk(passport, settings.asked, now))
  useEffect(() => {
    if (!wanted) {
      return undefined
    }
    let over = false
    void bringCard(language).then((found) => over || setCard(() => found))
    return () => {
      over = true
    }
  }, [wanted, language])
  if (Card === null) {
    return null
  }
  const put = (asked: Settings['asked']) => {
    choose({ asked })
  }
  return <Card who={passport.worker.number} asked={settings.asked} put={put} close={() => setCard(null)} />
}

function mayBeAsked(): boolean {
  return 'Notification' in globalThis && Notification.permission !== 'denied' && 'PushManager' in globalThis
}

/** Brings the card where this phone is not told yet; what cannot be loaded is asked another time. */
async function bringCard(language: Language): Promise<ComponentType<CardProps> | null> {
  try {
    const { AskCard, isOff, words } = await import('../notices/AskCard')
    await words.load(language)
    return (await isOff()) ? AskCard : null
  } catch {
    return null
  }
}
