import { afterEach, expect, test, vi } from 'vitest'
import { Unreachable, getPassport } from './client'
import { askEarly } from './early'

afterEach(() => {
  vi.unstubAllGlobals()
  globalThis.early = undefined
})

const answering = (...answers: (Response | Error)[]) => {
  const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () => {
    const next = answers.shift() ?? new Error('no more')
    if (next instanceof Error) throw next
    return next
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('what the page has asked already is taken up, and asked anew the next time', async () => {
  const fetched = answering(Response.json({ asOf: 'early' }), Response.json({ asOf: 'later' }))
  askEarly('/v1/passport', 'vi')
  expect(await getPassport('vi')).toEqual({ asOf: 'early' })
  expect(new Headers(fetched.mock.calls[0]?.[1].headers).get('accept-language')).toBe('vi, en;q=0.5')
  expect(await getPassport('vi')).toEqual({ asOf: 'later' })
  expect(fetched).toHaveBeenCalledTimes(2)
})

test('an answer in another language is not taken', async () => {
  answering(Response.json({ asOf: 'ja' }), Response.json({ asOf: 'en' }))
  askEarly('/v1/passport', 'ja')
  expect(await getPassport('en')).toEqual({ asOf: 'en' })
})

test('a refusal that came early is a refusal', async () => {
  answering(Response.json({ code: 'not_signed_in' }, { status: 401 }))
  askEarly('/v1/passport', 'ja')
  await expect(getPassport('ja')).rejects.toMatchObject({ problem: { status: 401, code: 'not_signed_in' } })
})

test('where the early question failed, it is asked again', async () => {
  answering(new TypeError('network'), Response.json({ asOf: 'again' }))
  askEarly('/v1/passport', 'ja')
  expect(await getPassport('ja')).toEqual({ asOf: 'again' })
})

test('an early question that hangs ends when whoever took it up gives up', async () => {
  const hung = (_path: string, init: RequestInit) =>
    new Promise<Response>((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof hung>((path, init) => (init.signal?.aborted ? Promise.reject(new Error('aborted')) : hung(path, init))),
  )
  askEarly('/v1/passport', 'ja')
  const control = new AbortController()
  const asked = getPassport('ja', control.signal)
  control.abort()
  await expect(asked).rejects.toBeInstanceOf(Unreachable)
})
