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

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take-over')
}
