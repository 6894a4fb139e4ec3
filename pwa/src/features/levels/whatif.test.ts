import { expect, test } from 'vitest'
import type { RoadPace, Way } from '../../api/road'
import { answerTo, beginning, hintFor } from './whatif'

const TODAY = '2026-11-20'
const lane = (missing: number) => ({ done: 0, needed: missing, missing, assumed: false })
const pace: RoadPace = { months: 6, days: 118, foremanDays: 24, foremanOrLeaderDays: 84 }
const way: Way = {
  days: lane(412),
  foremanDays: lane(433),
  foremanCounts: 'foremanOrLeader',
  needs: [{ count: 1, missing: 1, fromLevel: 3, entries: [] }],
  needsComplete: true,
}

test('the sliders begin at the own pace, and the course next year', () => {
  expect(beginning(way, pace, '2029-06', TODAY)).toEqual({ monthDays: 20, foremanDays: 14, year: 2027 })
  expect(beginning({ ...way, foremanCounts: 'foreman' }, pace, '2029-06', TODAY).foremanDays).toBe(4)
})

test('a course next year that would make it later is taken this year', () => {
  expect(beginning(way, pace, '2027-02', TODAY).year).toBe(2026)
})

test('without a month of history they begin at a usual month', () => {
  expect(beginning(way, { ...pace, months: 0, days: 0, foremanOrLeaderDays: 0 }, null, TODAY)).toEqual({
    monthDays: 20,
    foremanDays: 0,
    year: 2027,
  })
})

test('the hint is about the slowest lane', () => {
  const wish = beginning(way, pace, '2029-06', TODAY)
  expect(hintFor(way, wish, '2029-06', TODAY)).toEqual({ lane: 'foremanDays', to: 20, month: '2028-09', sooner: 9 })
  const days = { ...way, foremanDays: lane(0) }
  expect(hintFor(days, wish, '2028-08', TODAY)).toEqual({ lane: 'days', to: 22, month: '2028-06', sooner: 2 })
})

test('a hint gives a month where there was none, and none where nothing helps', () => {
  expect(hintFor(way, { monthDays: 7, foremanDays: 0, year: 2027 }, null, TODAY)).toMatchObject({ to: 7, sooner: null })
  expect(hintFor(way, { monthDays: 20, foremanDays: 20, year: 2027 }, '2028-09', TODAY)).toBeNull()
})

test('the course may be what decides', () => {
  expect(answerTo(way, { monthDays: 26, foremanDays: 26, year: 2030 }, TODAY)).toEqual({ month: '2030-12', slowest: 'qualifications' })
})
