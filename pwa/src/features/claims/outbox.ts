/**
 * Claims that this phone has taken and the server has not: kept until the server has answered, sent when there is a network.
 *
 * Each has an id made here, so that sending again is safe. What the rule refuses stays, with its reason, until the person
 * mends it or takes it back.
 */
import { useEffect, useState } from 'preact/hooks'
import { Refused, putClaim, reasonOf } from '../../api/client'
import type { ClaimAnswer, ClaimBody, Instant, Reason } from '../../api/schema'
import { put, remove, takeAll } from '../../offline/store'
import { CHANGED } from '../history/usePage'

export interface Unsent {
  id: string
  /** Whose claim it is: on a shared phone nobody sends another one's. */
  worker: string
  claim: ClaimBody
  siteName: string | null
  savedAt: Instant
  state: 'waiting' | 'impossible'
  reason: Reason | null
}

/** A claim that this phone takes now. */
export function newUnsent(worker: string, claim: ClaimBody, siteName: string | null): Unsent {
  return { id: crypto.randomUUID(), worker, claim, siteName, savedAt: new Date().toISOString(), state: 'waiting', reason: null }
}

/** What could not be, and is said anew by a claim of the same kind and day. */
export function replaced(outbox: Unsent[], { kind, workDate }: ClaimBody): Unsent[] {
  return outbox.filter(({ state, claim }) => state === 'impossible' && claim.kind === kind && claim.workDate === workDate)
}

const CHANGE = 'outbox-changed'
const AGAIN_MS = 30_000

export async function list(worker: string): Promise<Unsent[]> {
  try {
    return (await takeAll<Unsent>('outbox')).filter((one) => one.worker === worker).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
  } catch {
    return []
  }
}

async function keep(one: Unsent): Promise<void> {
  await put('outbox', one.id, one)
  dispatchEvent(new Event(CHANGE))
}

export async function drop(id: string): Promise<void> {
  await remove('outbox', id)
  dispatchEvent(new Event(CHANGE))
}

/** Takes a claim and sends it as soon as it can be; false where it could be neither kept nor sent. */
export async function accept(one: Unsent, language: string): Promise<boolean> {
  try {
    await keep(one)
  } catch {
    return sendUnkept(one, language)
  }
  void sendAll(one.worker, language)
  return true
}

async function sendUnkept(one: Unsent, language: string): Promise<boolean> {
  try {
    await putClaim(one.id, one.claim, language)
    dispatchEvent(new Event(CHANGED))
    return true
  } catch {
    return false
  }
}

let sending: Promise<void> | null = null
let next: ReturnType<typeof setTimeout> | undefined

/** Sends everything that waits, oldest first; calls that come meanwhile wait for the same sending. */
export function sendAll(worker: string, language: string): Promise<void> {
  const before = sending ?? Promise.resolve()
  const mine = before
    .then(() => send(worker, language))
    .finally(() => {
      sending = sending === mine ? null : sending
    })
  sending = mine
  return mine
}

async function send(worker: string, language: string): Promise<void> {
  clearTimeout(next)
  for (const one of await list(worker)) {
    if (one.state === 'waiting' && !(await sendOne(one, language))) {
      next = setTimeout(() => void sendAll(worker, language), AGAIN_MS)
      return
    }
  }
}

/** Sends one; false where it is to be tried again. */
async function sendOne(one: Unsent, language: string): Promise<boolean> {
  try {
    await settle(one, await putClaim(one.id, one.claim, language))
    return true
  } catch (cause) {
    if (cause instanceof Refused && isFinal(cause.problem.status)) {
      await keep({ ...one, state: 'impossible', reason: reasonOf(cause.problem) })
      return true
    }
    return false
  }
}

async function settle(one: Unsent, { state, reason }: ClaimAnswer): Promise<void> {
  if (state === 'impossible') {
    await keep({ ...one, state, reason })
  } else {
    await drop(one.id)
    dispatchEvent(new Event(CHANGED))
  }
}

/** A session that is over, a limit, or a server that is busy is no answer to the claim. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status)
}

/** Follows what waits on this phone. */
export function useOutbox(worker: string | null): Unsent[] {
  const [waiting, setWaiting] = useState<Unsent[]>([])
  useEffect(() => {
    let over = false
    const look = async () => {
      const found = worker === null ? [] : await list(worker)
      if (!over) {
        setWaiting(found)
      }
    }
    void look()
    addEventListener(CHANGE, look)
    return () => {
      over = true
      removeEventListener(CHANGE, look)
    }
  }, [worker])
  return waiting
}
