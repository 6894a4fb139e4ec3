/**
 * Shows what is pushed, opens what is touched, and renews the subscription.
 *
 * A browser that wakes the worker wants a notification for it, whatever came. So what was shown before is put there again
 * without a sound, and what cannot be read, or came for somebody who is not here any more, says only: open the passport.
 */
/// <reference lib="webworker" />
import type { Language } from '../i18n/languages'
import { type Device, findDevice, keepDevice, showCount } from '../offline/device'
import { put, take } from '../offline/store'
import { isOffice } from './office'
import { subscribe } from './subscribing'

/** What the server sends; see notifications/channels/payloads.py. */
export interface Message {
  /** The notice's: shown once. */
  id: string
  title: string
  body: string
  /** A newer one about the same takes the place of the older. */
  tag: string
  url: string
  lang: string
  unread: number
  at: string
}

/** What the worker says to open pages: go there, or a message has come. */
export type WorkerSays = { open: string } | { arrived: string }

const MOST_REMEMBERED = 200
const PLAIN = 'open-the-passport'
const NEWS = '/inbox'

/** The app's words are not at hand here. */
export const plain: Readonly<Record<Language, { title: string; body: string }>> = {
  ja: { title: '技能者パスポート', body: '新しいお知らせがあります。ここから開いてください。' },
  'ja-x-easy': { title: '技能者 パスポート', body: 'あたらしい おしらせが あります。ここから ひらいて ください。' },
  en: { title: 'Worker Passport', body: 'There is news for you. Open your passport here.' },
  vi: { title: 'Hộ chiếu thợ lành nghề', body: 'Bạn có thông báo mới. Hãy mở hộ chiếu tại đây.' },
  zh: { title: '技能者护照', body: '您有新的通知。请点此打开。' },
  id: { title: 'Paspor Pekerja', body: 'Ada kabar baru untuk Anda. Buka paspor di sini.' },
  my: { title: 'လုပ်သားပတ်စ်ပို့', body: 'သင့်အတွက် သတင်းအသစ် ရှိသည်။ ဤနေရာမှ ဖွင့်ပါ။' },
}

export function listenToPushes(worker: ServiceWorkerGlobalScope): void {
  // One after the other, so that two that come together both see what was shown.
  let before: Promise<unknown> = Promise.resolve()
  worker.addEventListener('push', (event) => {
    const text = event.data?.text() ?? ''
    const shown = before.then(() => receive(worker, text))
    before = shown.catch(() => {})
    event.waitUntil(shown)
  })
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    const { url } = (event.notification.data ?? {}) as { url?: unknown }
    event.waitUntil(open(worker, readPath(url, worker.location.origin) ?? NEWS))
  })
  worker.addEventListener('pushsubscriptionchange', (event) => {
    ;(event as ExtendableEvent).waitUntil(renew(worker))
  })
}

async function receive(worker: ServiceWorkerGlobalScope, text: string): Promise<void> {
  const device = await findDevice()
  // Nobody is told here: it came for whoever was here before.
  const message = device === undefined ? null : readMessage(text, worker.location.origin)
  if (message === null) {
    await showPlain(worker, device?.language)
    if (device === undefined) {
      await (await worker.registration.pushManager.getSubscription())?.unsubscribe()
    }
    return
  }
  const shown = await recollect()
  const again = shown.includes(message.id)
  await show(worker, message, again)
  await remember([...shown.filter((id) => id !== message.id), message.id])
  await showCount(message.unread)
  const pages = await worker.clients.matchAll({ type: 'window' })
  pages.forEach((page) => page.postMessage({ arrived: message.id } satisfies WorkerSays))
}

/** Reads a payload; null where it is none of ours. */
export function readMessage(text: string, origin: string): Message | null {
  let said: Partial<Record<keyof Message, unknown>>
  try {
    said = (JSON.parse(text) ?? {}) as typeof said
  } catch {
    return null
  }
  const { id, title } = said
  if (!isText(id) || !isText(title)) {
    return null
  }
  return {
    id,
    title,
    body: isText(said.body) ? said.body : '',
    tag: isText(said.tag) ? said.tag : id,
    url: readPath(said.url, origin) ?? NEWS,
    lang: isText(said.lang) ? said.lang : 'ja',
    unread: typeof said.unread === 'number' ? said.unread : 0,
    at: isText(said.at) ? said.at : '',
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Reads an address of our own origin, from its / on; null where it is none, or another's. */
export function readPath(url: unknown, origin: string): string | null {
  if (typeof url !== 'string' || !url.startsWith('/') || !URL.canParse(url, origin)) {
    return null
  }
  const read = new URL(url, origin)
  return read.origin === origin ? read.pathname + read.search + read.hash : null
}

/** What the type of the platform's options does not know yet. */
interface Options extends NotificationOptions {
  renotify: boolean
  timestamp?: number
}

async function show({ registration }: ServiceWorkerGlobalScope, message: Message, again: boolean): Promise<void> {
  const { id, url, title, body, tag, lang, at } = message
  const [standing] = again ? await registration.getNotifications({ tag }) : []
  const sentAt = Date.parse(at)
  const options: Options = {
    ...looks,
    body,
    tag,
    lang,
    data: { id, url },
    renotify: !again,
    silent: again,
    ...(!Number.isNaN(sentAt) && { timestamp: sentAt }),
  }
  if (standing === undefined) {
    await registration.showNotification(title, options)
  } else {
    // A newer one about the same may stand there meanwhile, and stays.
    await registration.showNotification(standing.title, { ...options, body: standing.body, lang: standing.lang, data: standing.data })
  }
}

const looks = { icon: '/icon-192.png', badge: '/badge-96.png' }

async function showPlain(worker: ServiceWorkerGlobalScope, language = chooseLanguage(worker.navigator.languages)): Promise<void> {
  const { title, body } = plain[language]
  const options: Options = { ...looks, body, tag: PLAIN, lang: language, data: { id: PLAIN, url: NEWS }, renotify: false }
  await worker.registration.showNotification(title, options)
}

function chooseLanguage(wishes: readonly string[]): Language {
  const known = wishes.map((wish) => wish.split('-')[0] ?? '').find((base) => base in plain)
  return (known ?? 'ja') as Language
}

async function recollect(): Promise<string[]> {
  try {
    return (await take<string[]>('notices', 'shown')) ?? []
  } catch {
    return []
  }
}

async function remember(ids: string[]): Promise<void> {
  try {
    await put('notices', 'shown', ids.slice(-MOST_REMEMBERED))
  } catch {
    // A phone that keeps nothing may show one a second time.
  }
}

/** Brings a window of ours to the front and lets it go there, or opens one. */
async function open({ clients }: ServiceWorkerGlobalScope, path: string): Promise<void> {
  const office = isOffice(path)
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const ours = windows.filter(({ url }) => isOffice(new URL(url).pathname) === office)
  const window = ours.find(({ focused }) => focused) ?? ours.find((one) => one.visibilityState === 'visible') ?? ours[0]
  if (window === undefined) {
    await clients.openWindow(path)
    return
  }
  if (office) {
    await window.navigate(path)
  } else {
    window.postMessage({ open: path } satisfies WorkerSays)
  }
  await window.focus()
}

/** The browser has ended the subscription: another one takes its place; what fails now, the app does at its next start. */
async function renew({ registration }: ServiceWorkerGlobalScope): Promise<void> {
  const device: Device | undefined | null = await findDevice()
  if (!device) {
    return
  }
  try {
    await subscribe(registration.pushManager, device)
  } catch {
    await keepDevice({ ...device, seenAt: 0 })
  }
}
