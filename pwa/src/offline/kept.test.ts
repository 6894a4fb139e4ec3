import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { states } from '../../mock/states.mjs'
import type { Passport } from '../api/schema'
import { findKept, findPage, keep, keepPage, recall, wipe, wipeSeen } from './kept'
import { put, takeAll } from './store'

const mine: Passport = states.counted('ja')
const another: Passport = { ...mine, worker: { ...mine.worker, number: '91000000000999' } }

beforeEach(wipe)

test('what was kept is found with its date', async () => {
  await keep('ja', mine)
  expect((await findKept('ja'))?.asOf).toBe(mine.asOf)
})

test('a language never seen shows the newest of the others', async () => {
  await keep('ja', { ...mine, asOf: '2026-11-20T07:00:00+09:00' })
  await keep('en', { ...mine, asOf: '2026-11-20T08:00:00+09:00' })
  expect((await findKept('ja-x-easy'))?.asOf).toBe('2026-11-20T08:00:00+09:00')
})

test('another person wipes what was kept, in every language', async () => {
  await keep('ja', mine)
  await keep('en', another)
  expect((await findKept('ja'))?.worker.number).toBe(another.worker.number)
})

test('signing out leaves nothing', async () => {
  await keep('ja', mine)
  await wipe()
  expect(await findKept('ja')).toBeNull()
})

test('another person, or signing out, leaves no page and no mark of what was read', async () => {
  const seen = { seenAt: '2026-11-20T07:43:05+09:00', answer: { views: [] } }
  for (const end of [wipe, () => keep('ja', another), wipeSeen]) {
    await keep('ja', mine)
    await keepPage('ja', 'viewers', seen)
    await put('read', mine.worker.number, '01a209fb-5ab0-7420-a86d-000000000009')
    await end()
    expect(await findPage('ja', 'viewers')).toBeNull()
    expect(recall('ja', 'viewers')).toBeNull()
    expect(await takeAll('read')).toEqual([])
    await wipe()
  }
})
