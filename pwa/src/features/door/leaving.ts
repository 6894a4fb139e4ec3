/**
 * Going out by the door, also without a network.
 *
 * The phone forgets at once. The session's cookie is out of a page's reach, so a sign-out that could not
 * reach the server is remembered and done before anybody's passport is asked for again.
 */
import { Refused, ask, logout } from '../../api/client'
import { findDevice } from '../../offline/device'
import { wipe } from '../../offline/kept'

/** Holds the device that was told here, or a word where there was none. */
const KEY = 'left'
const NONE = 'yes'

export function hasLeft(): boolean {
  return localStorage.getItem(KEY) !== null
}

/** Forgets what is kept and ends the session, now or as soon as the server can be reached. */
export async function leave(): Promise<void> {
  const device = await findDevice()
  localStorage.setItem(KEY, device?.id ?? NONE)
  await wipe()
  await finishLeaving()
}

/** Ends a session that could not be ended earlier; does nothing if none is left open. */
export async function finishLeaving(): Promise<void> {
  const device = localStorage.getItem(KEY)
  if (device === null) {
    return
  }
  try {
    await endDevice(device)
    await logout()
    forgetLeaving()
  } catch (cause) {
    if (cause instanceof Refused && cause.problem.status === 401) {
      forgetLeaving()
    }
    // Otherwise it is tried again when the network is back.
  }
}

/** The subscription has ended already; so does what the server keeps of it. */
async function endDevice(device: string): Promise<void> {
  try {
    if (device !== NONE) {
      await ask(`/v1/notices/devices/${device}`, { method: 'DELETE' })
    }
  } catch (cause) {
    if (!(cause instanceof Refused)) {
      throw cause
    }
    // It was ended before, or the session was.
  }
}

/** Whoever comes in by the door gets a session of their own in place of the old one. */
export function forgetLeaving(): void {
  localStorage.removeItem(KEY)
}
