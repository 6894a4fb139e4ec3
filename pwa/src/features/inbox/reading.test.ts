import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { wipe } from '../../offline/kept'
import { takeAll } from '../../offline/store'
import { NEWS_READ } from '../passport/watch'
import { markRead, sendRead } from './reading'

const worker = '91000000000015'
const id = '01a209fb-5ab0-7420-a86d-000000000009'
const told: string[] = []
const answer = (status: number) => vi.fn<typeof fetch>(() => Promise.resolve(new Response(status === 204 ? null : '{}', { status })))
const offline = () => vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no network'))

beforeEach(async () => {
  told.length = 0
  vi.stubGlobal('dispatchEvent', (event: Event) => told.push(event.type))
  await wipe()
})
afterEach(() => vi.unstubAllGlobals())

test('what was read is said to the server, and to the bell', async () => {
  const fetched = answer(204)
  vi.stubGlobal('fetch', fetched)
  await markRead(worker, id)
  expect(fetched.mock.calls[0]).toMatchObject(['/v1/passport/inbox/read', { method: 'POST', body: JSON.stringify({ id }) }])
  expect(await takeAll('read')).toEqual([])
  expect(told).toEqual([NEWS_READ])
})

test('without a network the bell falls silent at once, and the server is told later', async () => {
  vi.stubGlobal('fetch', offline())
  await markRead(worker, id)
  expect(told).toEqual([NEWS_READ])
  expect(await takeAll('read')).toEqual([id])
  const fetched = answer(204)
  vi.stubGlobal('fetch', fetched)
  await sendRead(worker)
  expect(fetched).toHaveBeenCalledOnce()
  expect(told).toEqual([NEWS_READ, 'again'])
  expect(await takeAll('read')).toEqual([])
  await sendRead(worker)
  expect(fetched).toHaveBeenCalledOnce()
})

test.each([401, 429, 503])('an answer of %i is no answer: it is said again', async (status) => {
  vi.stubGlobal('fetch', answer(status))
  await markRead(worker, id)
  expect(await takeAll('read')).toEqual([id])
})

test('what the server can never read is let go', async () => {
  vi.stubGlobal('fetch', answer(400))
  await markRead(worker, id)
  expect(await takeAll('read')).toEqual([])
})

test('nobody sends what another one has read', async () => {
  vi.stubGlobal('fetch', offline())
  await markRead(worker, id)
  const fetched = answer(204)
  vi.stubGlobal('fetch', fetched)
  await sendRead('91000000000023')
  expect(fetched).not.toHaveBeenCalled()
})

test('a phone that keeps nothing still tells the server', async () => {
  vi.stubGlobal('indexedDB', undefined)
  vi.resetModules()
  const { markRead: unkept } = await import('./reading')
  const fetched = answer(204)
  vi.stubGlobal('fetch', fetched)
  await unkept(worker, id)
  expect(fetched).toHaveBeenCalledOnce()
})
