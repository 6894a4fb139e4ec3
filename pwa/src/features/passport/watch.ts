/**
 * Keeps one passport on the screen true: what the phone has at once, then what the server says, then every change.
 *
 * Changes come by server-sent events; while those are silent the passport is asked for every 15 seconds.
 */
import { PATIENCE_MS, Refused, getPassport } from '../../api/client'
import { isAskedEarly } from '../../api/early'
import type { Passport, Problem } from '../../api/schema'
import { forgetIn, mayBeIn } from '../../api/session'
import { findKept, findPage, keep, wipeOthers, wipeSeen } from '../../offline/kept'
import { take } from '../../offline/store'
import { listen } from './live'

export type Trouble = 'offline' | 'unreachable' | Problem

/** Tells whether the server has answered and said no, in words of its own; else it could not answer. */
export function isRefusal(trouble: Trouble): trouble is Problem {
  return typeof trouble === 'object' && trouble.status < 500
}

export interface View {
  /** opening: looking at what is kept · empty: nothing is · shown · door: not signed in · office: signed in, but no worker. */
  stage: 'opening' | 'empty' | 'shown' | 'door' | 'office'
  passport: Passport | null
  /** The server's time at which the content was last known to be true, in milliseconds. */
  trueAt: number | null
  /** Whether the content is known to be true now. */
  live: boolean
  trouble: Trouble | null
  /** Whether today became counted before our eyes. */
  landed: boolean
}

export const PACE = {
  patience: PATIENCE_MS,
  silence: 40_000,
  poll: 15_000,
  reopenFirst: 2_000,
  reopenMost: 60_000,
  anyway: 300_000,
  head: 400,
}

const BLANK: View = { stage: 'opening', passport: null, trueAt: null, live: false, trouble: null, landed: false }

/** With these the server says that there is no passport for whoever is signed in, or not yet. */
export const BARS: ReadonlySet<string> = new Set(['not_a_worker', 'consent_needed', 'worker_removed'])

/** Tells what bars somebody who is signed in from the passport; null where nothing does. */
export function barOf({ stage, trouble }: View): string | null {
  if (stage === 'office') {
    return 'not_a_worker'
  }
  return typeof trouble === 'object' && trouble !== null && BARS.has(trouble.code) ? trouble.code : null
}

/** Tells whether a day that was not counted before is counted now. */
export function hasLanded(before: Passport | null, now: Passport): boolean {
  return (
    before !== null && now.today.state === 'counted' && (before.today.state !== 'counted' || before.today.workDate !== now.today.workDate)
  )
}

/** Sent when all news was read on this phone. */
export const NEWS_READ = 'news-read'

const deaf = () => {}
const visible = () => document.visibilityState === 'visible'

/** What was read on this phone is not unread, though the server has not heard of it yet. */
async function withoutRead(passport: Passport, readMeanwhile: () => boolean): Promise<Passport> {
  if (passport.unread === 0) {
    return passport
  }
  const unsent = await take<string>('read', passport.worker.number).catch(() => undefined)
  return unsent === undefined && !readMeanwhile() ? passport : { ...passport, unread: 0 }
}

export function watchPassport(language: string, seen: Passport | null, show: (view: View) => void, pace = PACE): () => void {
  let view: View = seen === null ? BLANK : { ...BLANK, stage: 'shown', passport: seen, trueAt: Date.parse(seen.asOf) }
  let over = false
  let asking = false
  let askAgain = false
  let streamOpen = false
  /** How often news was read here: an answer that was asked for before says what was unread then. */
  let reads = 0
  /** Whether the server said that there is no passport for this person, or not yet; nothing changes before the person does something. */
  let barred = false
  let hush = deaf
  let reopenAfter = pace.reopenFirst
  let answeredAt = 0
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const control = new AbortController()

  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }
  const change = (part: Partial<View>) => {
    if (!over) {
      view = { ...view, ...part }
      show(view)
    }
  }

  /** Asks for the passport; calls that come meanwhile become one further question. */
  const ask = async (): Promise<void> => {
    if (asking) {
      askAgain = true
      return
    }
    asking = true
    const readBefore = reads
    try {
      const passport = await withoutRead(await getPassport(language, control.signal), () => reads !== readBefore)
      answeredAt = performance.now()
      barred = false
      void keep(language, passport)
      const landed = hasLanded(view.passport, passport) || (view.landed && passport.today.state === 'counted')
      change({ stage: 'shown', passport, trueAt: Date.parse(passport.asOf), live: true, trouble: null, landed })
    } catch (cause) {
      fail(cause)
    } finally {
      asking = false
    }
    if ((askAgain || reads !== readBefore) && !over) {
      askAgain = false
      await ask()
    }
  }

  const fail = (cause: unknown) => {
    if (over) {
      return
    }
    if (cause instanceof Refused && cause.problem.status === 401) {
      leave()
    } else if (cause instanceof Refused && BARS.has(cause.problem.code)) {
      bar(cause.problem)
    } else if (!barred) {
      change({ live: false, trouble: troubleOf(cause) })
    }
  }

  /** There is no passport to be shown: somebody must accept something first, or is no worker, or no longer. */
  const bar = (problem: Problem) => {
    barred = true
    hush()
    streamOpen = false
    if (problem.code === 'not_a_worker') {
      void wipeOthers(null)
      change({ ...BLANK, stage: 'office' })
    } else {
      change({ live: false, trouble: problem, stage: view.passport === null ? 'empty' : 'shown' })
    }
  }

  /** The server does not know us any more: what is kept goes too, for the phone may have been lost; unsent claims wait for their owner. */
  const leave = () => {
    void wipeSeen()
    forgetIn()
    change({ ...BLANK, stage: 'door' })
    stop()
  }

  const openStream = () => {
    hush()
    hush = listen(
      '/v1/passport/live',
      {
        opened: () => {
          streamOpen = true
          reopenAfter = pace.reopenFirst
          // Whatever was answered before the stream opened may have changed in between.
          void ask()
        },
        heard: () => confirm(),
        event: (name) => {
          if (name === 'changed') {
            void ask()
          }
        },
        ended: (status) => {
          streamOpen = false
          if (status === 401) {
            leave()
            return
          }
          if (!over && !barred) {
            later(reopenAfter, openStream)
            reopenAfter = Math.min(reopenAfter * 2, pace.reopenMost)
          }
        },
      },
      { opening: pace.patience, silence: pace.silence },
    )
  }

  /** A line from the open stream says that nothing has changed: the content is true until now. */
  const confirm = () => {
    if (view.live && view.passport !== null) {
      const trueAt = Date.parse(view.passport.asOf) + (performance.now() - answeredAt)
      if (Math.floor(trueAt / 60_000) !== Math.floor((view.trueAt ?? 0) / 60_000)) {
        change({ trueAt })
      }
    }
  }

  const poll = () => {
    const overdue = performance.now() - answeredAt > pace.anyway
    if (!barred && visible() && navigator.onLine && (!streamOpen || overdue)) {
      void ask()
    }
    later(pace.poll, poll)
  }

  const wake = () => {
    if (!visible()) {
      return
    }
    if (!navigator.onLine) {
      lose()
      return
    }
    if (streamOpen) {
      void ask()
    } else {
      reopenAfter = pace.reopenFirst
      openStream()
      void ask()
    }
  }
  const lose = () => {
    if (!barred) {
      change({ live: false, trouble: 'offline' })
    }
  }
  /** All news was read on this phone: the count goes at once, also without a network. */
  const read = () => {
    reads += 1
    if (view.passport !== null && view.passport.unread !== 0) {
      const passport = { ...view.passport, unread: 0 }
      void keep(language, passport)
      change({ passport })
    }
  }

  const stop = () => {
    over = true
    hush()
    control.abort()
    timers.forEach((timer) => clearTimeout(timer))
    document.removeEventListener('visibilitychange', wake)
    removeEventListener('online', wake)
    removeEventListener('offline', lose)
    removeEventListener('again', wake)
    removeEventListener('doubt', wake)
    removeEventListener(NEWS_READ, read)
  }

  const start = async (): Promise<void> => {
    document.addEventListener('visibilitychange', wake)
    addEventListener('online', wake)
    addEventListener('offline', lose)
    addEventListener('again', wake)
    addEventListener('doubt', wake)
    addEventListener(NEWS_READ, read)
    if (navigator.onLine) {
      openStream()
    } else {
      change({ trouble: 'offline' })
    }
    if (isAskedEarly('/v1/passport', language)) {
      // The page has asked already. What changes before the stream is open is asked for when it is.
      void ask()
    }
    // The stream asks as soon as it is open; a slow one is not waited for.
    later(pace.head, () => {
      if (answeredAt === 0) {
        void ask()
      }
    })
    later(pace.poll, poll)
    const kept = await findKept(language)
    const office = kept === null && (await findPage(language, 'me')) !== null
    if (view.passport === null && view.stage === 'opening') {
      const empty = { stage: office ? ('office' as const) : ('empty' as const) }
      change(kept === null ? empty : { stage: 'shown', passport: kept, trueAt: Date.parse(kept.asOf) })
    }
  }

  if (seen !== null) {
    show(view)
  }
  if (navigator.onLine && !mayBeIn()) {
    leave()
  } else {
    void start()
  }
  return stop
}

export function troubleOf(cause: unknown): Trouble {
  if (cause instanceof Refused) {
    return cause.problem
  }
  return navigator.onLine ? 'unreachable' : 'offline'
}

/** Asks every watch to try again at once. */
export function tryAgain(): void {
  dispatchEvent(new Event('again'))
}

/** Says that the server took us for a stranger elsewhere: whoever watches the passport looks, and shows the door. */
export function doubtSession(): void {
  dispatchEvent(new Event('doubt'))
}
