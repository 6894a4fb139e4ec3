import { expect, test } from 'vitest'
import type { Way } from '../../api/road'
import { isBeingChecked, lanesOf, pavedOf } from './lanes'

const lane = (done: number, needed: number) => ({ done, needed, missing: Math.max(0, needed - done), assumed: false })
const entry = (state: 'held' | 'waiting' | 'missing') => ({ names: [], state, expiresOn: null })
const way: Way = {
  days: lane(1093, 1505),
  foremanDays: lane(0, 0),
  foremanCounts: null,
  needs: [{ count: 2, missing: 1, fromLevel: 3, entries: [entry('held'), entry('waiting')] }],
  needsComplete: true,
}
const shown = { name: 'days', done: 0, needed: 100, missing: 100, assumed: false, known: true } as const

test('what is not asked has no lane', () => {
  expect(lanesOf(way).map(({ name }) => name)).toEqual(['days', 'qualifications'])
  expect(lanesOf({ ...way, needs: [] }).map(({ name }) => name)).toEqual(['days'])
})

test('what is not known has one', () => {
  expect(lanesOf({ ...way, needs: [], needsComplete: false }).map(({ name, known }) => [name, known])).toEqual([
    ['days', true],
    ['qualifications', false],
  ])
})

test.each([
  [{ done: 0, missing: 100 }, 0],
  [{ done: 1, missing: 99 }, 15],
  [{ done: 50, missing: 50 }, 500],
  [{ done: 99, missing: 1 }, 985],
  [{ done: 100, missing: 0 }, 1000],
  [{ done: 100, missing: 0, assumed: true }, 900],
  [{ done: 100, missing: 0, known: false }, 900],
  [{ done: 0, needed: 0, missing: 0 }, 0],
])('%j is paved %i permille', (part, permille) => {
  expect(pavedOf({ ...shown, ...part })).toBe(permille)
})

test('certificates are being checked when as many wait as are missing', () => {
  expect(isBeingChecked(way)).toBe(true)
  expect(isBeingChecked({ ...way, needs: [{ count: 1, missing: 1, fromLevel: 3, entries: [entry('missing')] }] })).toBe(false)
})
