import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findPass, wipe, wipeSeen } from '../../offline/kept'
import { judge } from './judging'
import { type Pass, audiences, holds, isWrong, makeCode, renew, renewDaily, rightTime, secondsLeft } from './keeping'
import { readCode } from './layout'

const SERVER = Date.parse('2026-11-20T07:45:10+09:00')
const asked: { publicKeys: Record<string, string> }[] = []
/** What the server answers next, where not as usual. */
let refusals: string[] = []
let serverAt = SERVER

/** A certificate that no register signed: enough to be kept and read. */
const certificate = (audience: string, point: string) => {
  const body = [1, 1, audiences.indexOf(audience as 'site') + 1, 10, 1, 255, 255, 255, 255, 2]
  const more = audience === 'shop' ? [] : [3, 233, 82, 195, 150, 172, 176, 19, ...(audience === 'office' ? [131, 140] : []), 1, 65]
  const key = Array.from(atob(point.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0)
  return btoa(String.fromCharCode(...body, ...more, ...key, ...Array.from({ length: 64 }, () => 7)))
}

beforeEach(async () => {
  asked.length = 0
  refusals = []
  serverAt = SERVER
  await wipe()
  vi.useFakeTimers({ now: SERVER, toFake: ['Date'] })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const sent = JSON.parse(body) as (typeof asked)[number]
    asked.push(sent)
    const refusal = refusals.shift()
    const headers = { date: new Date(serverAt).toUTCString() }
    if (refusal !== undefined) {
      return new Response(JSON.stringify({ code: refusal, status: 409, title: '' }), { status: 409, headers })
    }
    const certificates = Object.fromEntries(Object.entries(sent.publicKeys).map(([name, key]) => [name, certificate(name, key)]))
    return new Response(JSON.stringify({ until: '2026-11-27T07:45:10+09:00', certificates }), { headers })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('each audience has a key of its own, which cannot be read', async () => {
  const { pass, kept } = await renew('ja')
  expect(kept).toBe(true)
  expect(new Set(Object.values(pass.publicKeys)).size).toBe(3)
  expect(audiences.map((audience) => pass.keys[audience].extractable)).toEqual([false, false, false])
  const stored = await findPass<Pass>()
  expect(stored?.publicKeys).toEqual(pass.publicKeys)
})

test('the same keys are certified again, and not more often than once a minute', async () => {
  const first = await renew('ja')
  await renew('ja')
  expect(asked).toHaveLength(1)
  vi.setSystemTime(SERVER + 61_000)
  const second = await renew('ja')
  expect(asked).toHaveLength(2)
  expect(second.pass.publicKeys).toEqual(first.pass.publicKeys)
  await renewDaily('ja')
  expect(asked).toHaveLength(2)
  vi.setSystemTime(SERVER + 2 * 86_400_000)
  await renewDaily('ja')
  expect(asked).toHaveLength(3)
})

test('keys that the register does not take any more are replaced, once', async () => {
  const first = await renew('ja')
  vi.setSystemTime(SERVER + 61_000)
  refusals = ['pass_key_unusable']
  const second = await renew('ja')
  expect(second.pass.publicKeys).not.toEqual(first.pass.publicKeys)
  vi.setSystemTime(SERVER + 122_000)
  refusals = ['pass_key_unusable', 'pass_key_unusable']
  await expect(renew('ja')).rejects.toMatchObject({ problem: { code: 'pass_key_unusable' } })
})

test('signing out, or a session that was ended elsewhere, leaves no pass', async () => {
  for (const forget of [wipe, wipeSeen]) {
    await renew('ja')
    await forget()
    expect(await findPass()).toBeNull()
  }
})

test('what was asked for before the phone forgot is not kept after', async () => {
  const asking = renew('ja')
  await wipe()
  expect((await asking).kept).toBe(false)
  expect(await findPass()).toBeNull()
})

test('a phone that keeps nothing has a pass while the app is open', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('refused')
    },
  })
  vi.resetModules()
  const fresh = await import('./keeping')
  const { pass, kept } = await fresh.renew('ja')
  expect(kept).toBe(false)
  expect(await fresh.findPass()).toBe(pass)
})

test('a code carries what was certified and the instant, signed by the key of its audience', async () => {
  const { pass } = await renew('ja')
  const code = readCode(await makeCode(pass, 'office', 1_795_128_310))
  expect([code?.audience, code?.instant, code?.seen.workerNumber]).toEqual(['office', 1_795_128_310, '91000000000019'])
  expect(await judge(code, {}, SERVER)).toBe('not_ours')
})

describe('time', () => {
  test('a wrong clock is seen and mended for the codes', async () => {
    serverAt = SERVER - 300_000
    const { pass } = await renew('ja')
    expect(isWrong(pass.ahead)).toBe(true)
    expect(Math.abs(rightTime(Date.now(), pass.ahead) - serverAt)).toBeLessThanOrEqual(1000)
  })

  test.each([-9_000, 0, 9_000])('a clock that differs by %i ms is left alone', (ahead) => {
    expect(rightTime(SERVER, ahead)).toBe(SERVER)
  })

  test('seconds are counted down from a minute', () => {
    const at = 1_795_128_310
    expect([-5, 0, 12, 60, 75].map((later) => secondsLeft(at, (at + later) * 1000))).toEqual([60, 60, 48, 0, 0])
  })

  test('certificates end', async () => {
    const { pass } = await renew('ja')
    const until = Date.parse(pass.until)
    expect([holds(pass, until - 1), holds(pass, until)]).toEqual([true, false])
  })
})
