import { afterEach, describe, expect, test, vi } from 'vitest'
import { Refused } from '../../api/client'
import { Unanswered, freshly, fromBase64url, fromHex, toBase64url } from './passkey'

const KEY = 'c0ffee'
const asked = { publicKey: { challenge: 'bWlob24', rpId: 'localhost' } }
const problem = (code: string, status = 403) => new Refused({ type: 'about:blank', title: code, status, code })

type Question = (asked: { publicKey: { allowCredentials: object[] } }) => Promise<object | null>
type Act = () => Promise<string>

/** A server that knows one passkey, and a phone that answers for it, or not. */
function stub({ passkeys = [{ id: KEY }], answer = vi.fn<Question>() }: { passkeys?: object[]; answer?: Question } = {}) {
  const bodies: Record<string, object> = { '/v1/passkeys': { passkeys }, '/v1/login/options': asked, '/v1/login': {} }
  const fetched = vi.fn<typeof fetch>((path) => Promise.resolve(new Response(JSON.stringify(bodies[String(path)] ?? {}))))
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('PublicKeyCredential', Object)
  vi.stubGlobal('navigator', { credentials: { get: answer }, onLine: true })
  return fetched
}

const bytes = (text: string) => new TextEncoder().encode(text).buffer
const given = {
  id: 'wP_u',
  rawId: fromHex(KEY).buffer,
  type: 'public-key',
  response: { authenticatorData: bytes('a'), clientDataJSON: bytes('c'), signature: bytes('s'), userHandle: null },
}

afterEach(() => vi.unstubAllGlobals())

test('bytes go out and come back as they were', () => {
  const all = Uint8Array.from({ length: 256 }, (_, n) => n)
  expect(fromBase64url(toBase64url(all.buffer))).toEqual(all)
  expect(toBase64url(all.buffer)).toMatch(/^[\w-]+$/)
  expect(fromHex('00ff10')).toEqual(Uint8Array.of(0, 255, 16))
})

describe('what needs a sign-in of a moment ago', () => {
  test('is done at once where the server does not ask', async () => {
    const fetched = stub()
    expect(await freshly(() => Promise.resolve('done'), 'ja')).toBe('done')
    expect(fetched).not.toHaveBeenCalled()
  })

  test('is done after the passkey was asked, of this account alone', async () => {
    const answer = vi.fn<Question>().mockResolvedValue(given)
    const fetched = stub({ answer })
    const act = vi.fn<Act>().mockRejectedValueOnce(problem('sign_in_again')).mockResolvedValueOnce('done')
    expect(await freshly(act, 'ja')).toBe('done')
    expect(answer.mock.calls[0]).toMatchObject([{ publicKey: { allowCredentials: [{ type: 'public-key', id: fromHex(KEY) }] } }])
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/v1/passkeys', '/v1/login/options', '/v1/login'])
  })

  test('another refusal is a refusal', async () => {
    stub()
    await expect(freshly(() => Promise.reject(problem('last_passkey', 409)), 'ja')).rejects.toMatchObject({
      problem: { code: 'last_passkey' },
    })
  })

  test.each([
    ['noKey', { passkeys: [] }],
    ['notConfirmed', { answer: vi.fn<Question>().mockRejectedValue(new DOMException('no', 'NotAllowedError')) }],
    ['notConfirmed', { answer: vi.fn<Question>().mockResolvedValue(null) }],
  ] as const)('%s: the phone gave no answer, and nothing is done', async (why, server) => {
    stub({ ...server, passkeys: 'passkeys' in server ? [] : [{ id: KEY }] })
    const act = vi.fn<Act>().mockRejectedValue(problem('sign_in_again'))
    const failed = await freshly(act, 'ja').catch((cause: unknown) => cause)
    expect(failed).toBeInstanceOf(Unanswered)
    expect(failed).toMatchObject({ why })
    expect(act).toHaveBeenCalledOnce()
  })
})
