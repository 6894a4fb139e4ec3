/**
 * This phone as a device that is told: for whom, and how it ends with everything else that is kept.
 *
 * Whoever comes next hears nothing of who was here before, also where the server cannot be reached.
 */
import type { Language } from '../i18n/languages'
import { put, take } from './store'

/** Stands for a worker's number where whoever is in is none. */
export const OFFICE = 'office'

export interface Device {
  id: string
  /** The number of the worker who is told here, or `OFFICE`. */
  who: string
  /** With which key of the server's it subscribed. */
  key: { id: string; key: string }
  /** The language that the server was told. */
  language: Language
  /** The phone's clock when the server last said that it tells this device; 0 where that must be asked. */
  seenAt: number
}

/** A browser that hangs holds nobody up. */
const PATIENCE_MS = 1000

/** Finds this phone's device; undefined where nobody is told here, null where the phone refuses to say. */
export async function findDevice(): Promise<Device | undefined | null> {
  try {
    return await take<Device>('notices', 'device')
  } catch {
    return null
  }
}

export async function keepDevice(device: Device): Promise<void> {
  await put('notices', 'device', device)
}

/** Ends the subscription, takes away what still stands on the screen, and the number on the app's icon. */
export async function hush(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return
  }
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([silence(), patience]).catch(() => {})
}

async function silence(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager?.getSubscription()
  await subscription?.unsubscribe()
  const shown = (await registration?.getNotifications?.()) ?? []
  shown.forEach((one) => one.close())
  await showCount(0)
}

/** Sets the number on the app's icon, where there is one. */
export async function showCount(unread: number): Promise<void> {
  try {
    await (unread > 0 ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.())
  } catch {
    // An app that is not on the home screen has no icon.
  }
}
