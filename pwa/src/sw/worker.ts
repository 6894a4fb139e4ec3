/**
 * Keeps the app's shell on the phone, so that it opens without a network and beside a hung server.
 *
 * Only the shell: data live in IndexedDB, and /v1 is never touched. A new version is fetched beside
 * the old one and waits until the page, which asks the person, says "take over".
 */
/// <reference lib="webworker" />
import { isOffice } from './office'
import { listenToPushes } from './push'

const worker = self as unknown as ServiceWorkerGlobalScope

/** Filled in by the build: a version made from the content, the shell's files, the app's own addresses, and the folders of further ones. */
declare const SHELL_OF_THIS_BUILD: { version: string; files: string[]; pages: string[]; folders: string[] }
const shell = SHELL_OF_THIS_BUILD
const NAME = `shell-${shell.version}`
/** The office's page and files, kept as they are fetched: phones never carry them. */
const OFFICE = 'office'
const PATIENCE_MS = 3000
const files = new Set(shell.files)
const pages = new Set(shell.pages)
const isPage = (path: string) => pages.has(path) || shell.folders.some((folder) => path.startsWith(folder))

worker.addEventListener('install', (event) => {
  event.waitUntil(fill())
})

async function fill(): Promise<void> {
  const cache = await caches.open(NAME)
  await cache.addAll(shell.files.map((file) => new Request(file, { cache: 'reload' })))
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(clearOld())
})

async function clearOld(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== NAME && name !== OFFICE).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') {
    void worker.skipWaiting()
  }
})

listenToPushes(worker)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) {
    return
  }
  if (request.mode === 'navigate' && isOffice(pathname)) {
    event.respondWith(officePage(request))
  } else if (pathname.startsWith('/assets/office-')) {
    event.respondWith(officeFile(request))
  } else if (request.mode === 'navigate' && isPage(pathname)) {
    event.respondWith(answer('/', request))
  } else if (files.has(pathname) && pathname !== '/') {
    event.respondWith(answer(pathname, request))
  }
})

/** The newest page where the server answers in time, else the last one seen; a new page lets go of the files of the old. */
async function officePage(request: Request): Promise<Response> {
  const cache = await caches.open(OFFICE)
  const kept = await cache.match('/office')
  try {
    const fresh = await (kept === undefined ? fetch(request) : inTime(fetch(request)))
    if (fresh.ok) {
      const text = await fresh.clone().text()
      if (text !== (await kept?.clone().text())) {
        const old = await cache.keys()
        await Promise.all(old.filter(({ url }) => !text.includes(new URL(url).pathname)).map((one) => cache.delete(one)))
        await cache.put('/office', fresh.clone())
      }
    }
    return fresh
  } catch (cause) {
    if (kept === undefined) {
      throw cause
    }
    return kept
  }
}

/** A server that hangs is taken for absent. */
async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

async function officeFile(request: Request): Promise<Response> {
  const cache = await caches.open(OFFICE)
  const kept = await cache.match(request)
  if (kept !== undefined) {
    return kept
  }
  const fresh = await fetch(request)
  if (fresh.ok) {
    await cache.put(request, fresh.clone())
  }
  return fresh
}

async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME)
  return (await cache.match(file)) ?? fetch(request)
}
