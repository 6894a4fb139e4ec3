import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keepDevice } from '../offline/device'
import { empty } from '../offline/store'
import { catalogues } from '../i18n/testing'
import { plain as withoutReadings } from '../i18n/words'
import { listenToPushes, plain, readMessage, readPath } from './push'

const ORIGIN = 'https://passport.example'
const message = {
  id: '01a209fb-5ab0-7420-a86d-000000000001',
  title: '11月20日は止まっています',
  body: '直せる人：所属会社',
  tag: 'day 2026-11-20',
  url: '/history/2026-11-20',
  lang: 'ja',
  unread: 2,
  at: '2026-11-20T07:43:05+09:00',
}
const device = {
  id: '01a209fb-5ab0-7420-a86d-00000000000a',
  who: '91000000000015',
  key: { id: 'k', key: 'BCVx' },
  language: 'vi',
  seenAt: 1,
} as const

type Shown = NotificationOptions & { title: string; renotify?: boolean }

/** A worker's surroundings: what stands on the phone, and which windows are open. */
function surroundings(windows: string[] = []) {
  const listeners = new Map<string, (event: unknown) => void>()
  const standing = new Map<string, Shown>()
  const rung: string[] = []
  const unsubscribed = vi.fn<() => Promise<boolean>>(async () => true)
  const said: unknown[] = []
  const opened: string[] = []
  const focused = vi.fn<() => void>()
  const worker = {
    location: { origin: ORIGIN },
    navigator: { languages: ['my-MM'] },
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    registration: {
      pushManager: { getSubscription: async () => ({ unsubscribe: unsubscribed }) },
      getNotifications: async ({ tag }: { tag: string }) => [...standing].filter(([one]) => one === tag).map(([, one]) => one),
      showNotification: async (title: string, options: Shown) => {
        standing.set(options.tag ?? '', { ...options, title })
        if (options.silent !== true) {
          rung.push(title)
        }
      },
    },
    clients: {
      matchAll: async () =>
        windows.map((path) => ({
          url: ORIGIN + path,
          postMessage: (what: unknown) => said.push(what),
          navigate: async (to: string) => void opened.push(`there ${to}`),
          focus: focused,
        })),
      openWindow: async (path: string) => void opened.push(path),
    },
  }
  listenToPushes(worker as unknown as ServiceWorkerGlobalScope)
  const happen = async (name: string, event: object) => {
    const done: Promise<unknown>[] = []
    listeners.get(name)?.({ ...event, waitUntil: (one: Promise<unknown>) => done.push(one) })
    await Promise.all(done)
  }
  return {
    standing,
    rung,
    said,
    opened,
    focused,
    unsubscribed,
    push: (content: unknown) => happen('push', { data: { text: () => (typeof content === 'string' ? content : JSON.stringify(content)) } }),
    touch: (data: unknown) => happen('notificationclick', { notification: { data, close: () => {} } }),
  }
}

beforeEach(async () => {
  await empty('notices')
  await keepDevice(device)
})

describe('what is pushed', () => {
  test('is shown in its own words and language, and opens its page', async () => {
    const phone = surroundings()
    await phone.push(message)
    const { title, body, lang, tag, data } = phone.standing.get(message.tag) as Shown
    expect({ title, body, lang, tag, data }).toEqual({
      title: message.title,
      body: message.body,
      lang: 'ja',
      tag: message.tag,
      data: { id: message.id, url: message.url },
    })
  })

  test('rings once, however often it comes, and yet each time something stands there', async () => {
    const phone = surroundings()
    await Promise.all([phone.push(message), phone.push(message)])
    phone.standing.clear()
    await phone.push(message)
    expect(phone.rung).toEqual([message.title])
    expect(phone.standing.size).toBe(1)
  })

  test('rings again where it is another one about the same, which is not put back by the older', async () => {
    const phone = surroundings()
    const newer = { ...message, id: 'another', title: '11月20日を数えました' }
    await phone.push(message)
    await phone.push(newer)
    await phone.push(message)
    expect(phone.rung).toEqual([message.title, newer.title])
    expect(phone.standing.get(message.tag)?.title).toBe(newer.title)
    expect(phone.standing.size).toBe(1)
  })

  test.each(['', 'no JSON', '[]', 'null', '{"id":"x"}', '{"title":"x"}'])(
    'and cannot be read (%s) says only: open the passport',
    async (text) => {
      const phone = surroundings()
      await phone.push(text)
      expect(phone.rung).toEqual(['Hộ chiếu thợ lành nghề'])
    },
  )

  test('for whoever was here before says nothing of it, and ends the subscription', async () => {
    await empty('notices')
    const phone = surroundings()
    await phone.push(message)
    expect([...phone.standing.values()].map(({ title, lang }) => [title, lang])).toEqual([['လုပ်သားပတ်စ်ပို့', 'my']])
    expect(JSON.stringify([...phone.standing.values()])).not.toContain('11月20日')
    expect(phone.unsubscribed).toHaveBeenCalled()
  })

  test('is told to open pages, so that they know that it came', async () => {
    const phone = surroundings(['/settings/notices'])
    await phone.push(message)
    expect(phone.said).toEqual([{ arrived: message.id }])
  })
})

describe('a touch', () => {
  test('goes to the open window without a reload', async () => {
    const phone = surroundings(['/office', '/inbox'])
    await phone.touch({ id: 'x', url: '/history/2026-11-20' })
    expect(phone.said).toEqual([{ open: '/history/2026-11-20' }])
    expect(phone.focused).toHaveBeenCalledOnce()
    expect(phone.opened).toEqual([])
  })

  test('opens a window where there is none, and one of the office for the office', async () => {
    const phone = surroundings(['/inbox'])
    await phone.touch({ url: '/office' })
    expect(phone.opened).toEqual(['/office'])
    const office = surroundings(['/office/sites'])
    await office.touch({ url: '/office' })
    expect(office.opened).toEqual(['there /office'])
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    'history',
    7,
    null,
    undefined,
  ])('never leads elsewhere: %j opens the news', async (url) => {
    const phone = surroundings()
    await phone.touch({ url })
    expect(phone.opened).toEqual(['/inbox'])
  })
})

test('the worker calls the app by its own name', () => {
  expect(Object.fromEntries(Object.entries(plain).map(([language, { title }]) => [language, title]))).toEqual(
    Object.fromEntries(Object.entries(catalogues).map(([language, { app }]) => [language, withoutReadings(app)])),
  )
})

test('an address of ours is read whole', () => {
  expect(readPath('/applications/1?a=b#c', ORIGIN)).toBe('/applications/1?a=b#c')
})

test('a message without subject stands for itself', () => {
  expect(readMessage(JSON.stringify({ ...message, tag: '' }), ORIGIN)?.tag).toBe(message.id)
})
