/**
 * Whether notices come to this phone, and what lets them come or ends them.
 *
 * What the phone keeps of it is a `Device`: where there is none, nobody wanted to be told here, or whoever wanted it has gone.
 */
import { askNoticeSettings, endDevice, putNoticeSettings } from '../../api/notices'
import { Refused } from '../../api/client'
import type { NewNoticeSettings, NoticeSettings } from '../../api/schema'
import type { Language } from '../../i18n/languages'
import { type Device, findDevice, hush, keepDevice } from '../../offline/device'
import { turnOfKeeping } from '../../offline/kept'
import { remove } from '../../offline/store'
import { subscribe } from '../../sw/subscribing'

/** install: an iPhone gives notices only to what stands on its home screen · cannot: this browser gives none at all. */
export type Standing = 'on' | 'off' | 'blocked' | 'install' | 'cannot'

/** Why the phone itself would not: the question was closed or answered with no, or it may not or cannot keep this. */
export type Stumble = 'dismissed' | 'blocked' | 'notKept'

export class Stumbled extends Error {
  override name = 'Stumbled'
  readonly stumble: Stumble

  constructor(stumble: Stumble) {
    super(stumble)
    this.stumble = stumble
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

export async function findStanding(): Promise<Standing> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) {
    return isIPhone() && !isInstalled() ? 'install' : 'cannot'
  }
  if (Notification.permission === 'denied') {
    return 'blocked'
  }
  const subscribed = Notification.permission === 'granted' && (await findDevice()) && (await findSubscription())
  return subscribed ? 'on' : 'off'
}

/** An iPad says it is a Mac, but has a screen to touch. */
function isIPhone(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
}

/** Whether the app was opened from the home screen. */
export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true)
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

/**
 * Lets notices come to this phone. Only from a touch: the browser asks its own question first.
 *
 * Throws `Stumbled`, `NoSubscription`, `Refused` or `Unreachable`.
 */
export async function turnOn(who: string, language: Language): Promise<void> {
  const allowed = await Notification.requestPermission()
  if (allowed !== 'granted') {
    throw new Stumbled(allowed === 'denied' ? 'blocked' : 'dismissed')
  }
  await alone(async () => {
    const { push } = await askNoticeSettings(language)
    await register({ id: crypto.randomUUID(), who, key: push, language, seenAt: 0 })
  })
}

/** Subscribes and keeps it, unless whoever wanted it has gone meanwhile. */
async function register(device: Device): Promise<void> {
  const turn = turnOfKeeping()
  const { pushManager } = await navigator.serviceWorker.ready
  await subscribe(pushManager, device)
  try {
    if (turn !== turnOfKeeping()) {
      throw new Stumbled('dismissed')
    }
    // Without it the worker would take whatever comes for another's.
    await keepDevice({ ...device, seenAt: Date.now() })
  } catch (cause) {
    await hush()
    await endDevice(device.id, device.language).catch(() => {})
    throw cause instanceof Stumbled ? cause : new Stumbled('notKept')
  }
}

/** Ends notices on this phone, also without a network: the server then finds out by itself. */
export async function turnOff(language: Language): Promise<void> {
  await alone(async () => {
    const device = await findDevice()
    await remove('notices', 'device')
    await hush()
    if (device) {
      await endDevice(device.id, language).catch(() => {})
    }
  })
}

/**
 * Sees that notices still come: that the subscription is there, was made with the server's present key, and is known to it.
 *
 * At most once a day, and quietly; `anew` where the server was just seen not to know it.
 */
export async function keepUp(who: string, language: Language, anew = false): Promise<void> {
  if (!('serviceWorker' in navigator) || Notification.permission !== 'granted') {
    return
  }
  await alone(async () => {
    const device = await findDevice()
    if (!device) {
      return
    }
    if (device.who !== who) {
      await remove('notices', 'device')
      await hush()
      return
    }
    const there = (await findSubscription()) !== null
    const fresh = there && device.language === language && Math.abs(Date.now() - device.seenAt) < DAY_MS
    if (fresh && !anew) {
      return
    }
    const settings = await askNoticeSettings(language)
    const known = settings.devices.some(({ id }) => id === device.id)
    if (there && known && settings.push.id === device.key.id) {
      await sayLanguage(settings, device, language)
    } else {
      await register({ ...device, key: settings.push, language })
    }
  })
}

/** The language was changed here: notices come in it too, on whatever way. */
export async function tellLanguage(language: Language): Promise<void> {
  await alone(async () => sayLanguage(await askNoticeSettings(language), (await findDevice()) ?? null, language))
}

async function sayLanguage(settings: NoticeSettings, device: Device | null, language: Language): Promise<void> {
  if (settings.language !== language) {
    await putNoticeSettings(wishOf(settings, language), language)
  }
  if (device !== null) {
    await keepDevice({ ...device, language, seenAt: Date.now() })
  }
}

/** How I am told, as it is said to the server. */
export function wishOf({ quietFrom, quietUntil, digestAt, topics }: NoticeSettings, language: Language): NewNoticeSettings {
  const told = (how: string) => topics.filter((one) => one.how === how && !one.fixed).map(({ topic }) => topic)
  return { language, quietFrom, quietUntil, digestAt, daily: told('daily'), off: told('off') }
}

/** Ends a device of mine elsewhere; one that ended before is ended. */
export async function removeDevice(id: string, language: Language): Promise<void> {
  try {
    await endDevice(id, language)
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.problem.status !== 404) {
      throw cause
    }
  }
}

/** Two tabs of one phone are one device. */
async function alone(act: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined
  await (locks === undefined ? act() : locks.request('notices', act))
}
