/**
 * Going out by the door, also without a network.
 *
 * The phone forgets at once. The session's cookie is out of a page's reach, so a sign-out that could not
 * reach the server is remembered and done before anybody's passport is asked for again.
 */
import { Refused, logout } from '../../api/client'
import { wipe } from '../../offline/kept'

const KEY = 'left'

export function hasLeft(): boolean {
  return localStorage.getItem(KEY) !== null
}

/** Forgets what is kept and ends the session, now or as soon as the server can be reached. */
export async function leave(): Promise<void> {
  localStorage.setItem(KEY, 'yes')
  await wipe()
  await finishLeaving()
}

/** Ends a session that could not be ended earlier; does nothing if none is left open. */
export async function finishLeaving(): Promise<void> {
  if (!hasLeft()) {
    return
  }
  try {
    await logout()
    forgetLeaving()
  } catch (cause) {
    if (cause instanceof Refused && cause.problem.status === 401) {
      forgetLeaving()
    }
    // Otherwise it is tried again when the network is back.
  }
}

/** Whoever comes in by the door gets a session of their own in place of the old one. */
export function forgetLeaving(): void {
  localStorage.removeItem(KEY)
}
