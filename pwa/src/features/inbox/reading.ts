/**
 * How far news was read: said to the server now, or kept on this phone and said as soon as it can be reached.
 *
 * Sending it twice is harmless, and it never goes back.
 */
import { postRead } from '../../api/account'
import { Refused } from '../../api/client'
import { put, remove, take } from '../../offline/store'
import { NEWS_READ, tryAgain } from '../passport/watch'

/** Everything up to an item was seen by a worker. */
export async function markRead(worker: string, id: string): Promise<void> {
  try {
    await put('read', worker, id)
  } catch {
    // A phone that keeps nothing still sends.
  }
  await send(worker, id)
  dispatchEvent(new Event(NEWS_READ))
}

/** Sends what could not be sent when it was read. */
export async function sendRead(worker: string): Promise<void> {
  const id = await take<string>('read', worker)
  if (id !== undefined && (await send(worker, id))) {
    // How much is unread now, the server knows.
    tryAgain()
  }
}

/** Tells whether the server has answered; what it cannot read today it cannot read later. */
async function send(worker: string, id: string): Promise<boolean> {
  try {
    await postRead(id)
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.problem.status !== 400) {
      return false
    }
  }
  try {
    if ((await take<string>('read', worker)) === id) {
      await remove('read', worker)
    }
  } catch {
    // As above.
  }
  return true
}
