import { afterEach, expect, test, vi } from 'vitest'
import { getPassport } from './client'

afterEach(() => vi.unstubAllGlobals())

test('the reader’s language is wished first, and English where it is not had', async () => {
  const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () => new Response('{}'))
  vi.stubGlobal('fetch', fetched)
  await getPassport('my')
  expect(new Headers(fetched.mock.calls[0]?.[1].headers).get('accept-language')).toBe('my, en;q=0.5')
})
