/** Registers the worker, and says when a new version of the app waits for the person's leave. */

const LOOK_AGAIN_MS = 60 * 60 * 1000

/** Calls `ready` with the act that takes the new version over, each time one waits. */
export async function watchForUpdate(ready: (takeOver: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) {
    return
  }
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  const offer = () => {
    const { waiting } = registration
    // Without a controller this is the first visit: there is nothing old to replace.
    if (waiting && navigator.serviceWorker.controller) {
      ready(() => takeOver(waiting))
    }
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
  offer()
  const look = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) {
      registration.update().catch(() => {
        // The server is away: the version on the phone goes on.
      })
    }
  }
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOK_AGAIN_MS)
}

/** Goes where a notice leads that was touched outside, and says when one has come. */
export function heedWorker(go: (path: string) => void): void {
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Partial<Record<'open' | 'arrived', string>> | null>) => {
      if (data?.open !== undefined) {
        go(data.open)
      } else if (data?.arrived !== undefined) {
        dispatchEvent(new Event(ARRIVED))
      }
    })
  }
}

/** Sent when a notice has come to this phone. */
export const ARRIVED = 'notice-arrived'

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take-over')
}
