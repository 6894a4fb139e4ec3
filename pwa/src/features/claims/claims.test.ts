import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MonthVisits } from '../../api/schema'
import { wipe, wipeSeen } from '../../offline/kept'
import { OTHER_SITE, claimOf, draftOf, emptyDraft, missingIn, sitesNear } from './claims'
import { type Unsent, accept, list, sendAll } from './outbox'

const draft = { ...emptyDraft('2026-11-17'), site: '93000000000012', entry: '07:40' }

describe('what is typed', () => {
  test('becomes instants in Japan', () => {
    expect(claimOf({ ...draft, exit: '17:05', note: ' カードを忘れた ' })).toEqual({
      kind: 'missedDay',
      site: '93000000000012',
      workDate: '2026-11-17',
      entryAt: '2026-11-17T07:40:00+09:00',
      exitAt: '2026-11-17T17:05:00+09:00',
      why: 'カードを忘れた',
    })
  })

  test('an exit before the entry is on the next day, and an entry before four is too', () => {
    expect(claimOf({ ...draft, entry: '21:00', exit: '05:30' }).exitAt).toBe('2026-11-18T05:30:00+09:00')
    expect(claimOf({ ...draft, entry: '02:00', exit: '06:00' })).toMatchObject({
      entryAt: '2026-11-18T02:00:00+09:00',
      exitAt: '2026-11-18T06:00:00+09:00',
    })
  })

  test('what could not be claimed is typed back as it was', () => {
    const typed = { ...draft, entry: '21:00', exit: '05:30', note: 'x' }
    expect(draftOf(claimOf(typed), '見本町第一現場')).toEqual(typed)
  })

  test('a number may be typed with spaces and in full width', () => {
    expect(claimOf({ ...draft, site: OTHER_SITE, number: '９３000000 000012' }).site).toBe('93000000000012')
  })

  test.each([
    [draft, []],
    [{ ...draft, day: '2026-11-21' }, ['day']],
    [emptyDraft(''), ['day', 'site', 'entry']],
    [{ ...draft, site: OTHER_SITE, number: '12' }, ['number']],
  ])('says what is missing', (typed, missing) => {
    expect(missingIn(typed, '2026-11-20')).toEqual(missing)
  })

  test('sites of days near by come first, each once', () => {
    const at = (date: string, number: string) => ({ date, state: 'counted' as const, visits: [{ site: { number, name: number } }] })
    const month = { days: [at('2026-11-02', 'far'), at('2026-11-16', 'near'), at('2026-11-18', 'near')] } as unknown as MonthVisits
    expect(sitesNear('2026-11-17', [month], null).map(({ number }) => number)).toEqual(['near', 'far'])
  })
})

describe('the outbox', () => {
  const worker = '91000000000015'
  const one: Unsent = {
    id: '7f0b0f0e-6a53-4f7e-9a3b-0d8a5f0f3f10',
    worker,
    claim: claimOf(draft),
    siteName: null,
    savedAt: '2026-11-20T07:43:05Z',
    state: 'waiting',
    reason: null,
  }
  const answer = (status: number, said: object) =>
    vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(said), { status })))

  beforeEach(async () => {
    vi.stubGlobal('dispatchEvent', () => true)
    await wipe()
  })
  afterEach(() => vi.unstubAllGlobals())

  test('keeps a claim without a network, and sends the same one later', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no network')))
    expect(await accept(one, 'ja')).toBe(true)
    await sendAll(worker, 'ja')
    expect(await list(worker)).toEqual([one])
    const fetched = answer(200, { state: 'waiting', reason: null })
    vi.stubGlobal('fetch', fetched)
    await sendAll(worker, 'ja')
    expect(await list(worker)).toEqual([])
    expect(fetched.mock.calls[0]).toMatchObject([`/v1/passport/claims/${one.id}`, { method: 'PUT', body: JSON.stringify(one.claim) }])
  })

  test('what the rule refuses stays, with its reason', async () => {
    const reason = { code: 'claim_site_closed', why: 'x', who: 'x', what: 'x', where: 'x', until: null }
    vi.stubGlobal('fetch', answer(200, { state: 'impossible', reason }))
    await accept(one, 'ja')
    await sendAll(worker, 'ja')
    expect(await list(worker)).toEqual([{ ...one, state: 'impossible', reason }])
  })

  test.each([401, 429, 503])('an answer of %i is no answer to the claim', async (status) => {
    vi.stubGlobal('fetch', answer(status, {}))
    await accept(one, 'ja')
    await sendAll(worker, 'ja')
    expect(await list(worker)).toEqual([one])
  })

  test('a claim is another person’s to nobody', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no network')))
    await accept(one, 'ja')
    expect(await list('91000000000023')).toEqual([])
  })

  test('the end of a session keeps it; signing out does not', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no network')))
    await accept(one, 'ja')
    await wipeSeen()
    expect(await list(worker)).toEqual([one])
    await wipe()
    expect(await list(worker)).toEqual([])
  })
})
