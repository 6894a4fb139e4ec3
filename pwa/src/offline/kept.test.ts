import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { states } from '../../mock/states.mjs'
import type { Passport } from '../api/schema'
import { findKept, keep, wipe } from './kept'

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
