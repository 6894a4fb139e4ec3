/** How this phone subscribes at its push service, and tells the server: from the page, and from the worker when a subscription was renewed. */
import { putDevice } from '../api/notices'
import type { Device } from '../offline/device'

/** A push service that does not answer is taken for absent. */
const PATIENCE_MS = 20_000

/** The browser, or the service behind it, gave no subscription. */
export class NoSubscription extends Error {
  override name = 'NoSubscription'
}

/** Subscribes with the server's key, in place of whatever subscription there was, and lets the server tell this device. */
export async function subscribe(manager: PushManager, device: Device): Promise<void> {
  await (await manager.getSubscription())?.unsubscribe()
  const made = await within(manager.subscribe({ userVisibleOnly: true, applicationServerKey: device.key.key }))
  const { endpoint, keys } = made.toJSON()
  if (endpoint === undefined || keys?.['p256dh'] === undefined || keys['auth'] === undefined) {
    throw new NoSubscription('incomplete')
  }
  const { p256dh, auth } = keys
  try {
    await putDevice(device.id, { endpoint, keys: { p256dh, auth }, pushKey: device.key.id, language: device.language }, device.language)
  } catch (cause) {
    // What the server does not know would only stand in the way of the next.
    await made.unsubscribe().catch(() => {})
    throw cause
  }
}

async function within(asked: Promise<PushSubscription>): Promise<PushSubscription> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, late])
  } catch (cause) {
    throw new NoSubscription('none', { cause })
  } finally {
    clearTimeout(timer)
  }
}
