import { expect, test } from 'vitest'
import type { DayVisits, Visit } from '../../api/schema'
import { en, ja } from '../../i18n/testing'
import { placeAt } from '../../routes'
import { addMonths, exactTime, firstMonth, mayStillBeClaimed, rowsOf, spanOf } from './model'

const visit: Visit = {
  site: { number: '93000000000012', name: '見本町第一現場' },
  state: 'counted',
  entryAt: '2026-11-19T07:39:12+09:00',
  exitAt: '2026-11-19T17:08:00+09:00',
  receivedAt: '2026-11-19T07:39:13+09:00',
  channel: 'reader',
  grade: 'A',
  reason: null,
}
const days: DayVisits[] = [
  { date: '2026-11-16', state: 'counted', visits: [visit] },
  { date: '2026-11-17', state: 'none', visits: [] },
  { date: '2026-11-18', state: 'stopped', visits: [visit] },
  { date: '2026-11-19', state: 'counted', visits: [visit, { ...visit, state: 'stopped' }] },
  { date: '2026-11-20', state: 'future', visits: [] },
  { date: '2026-11-21', state: 'off', visits: [] },
]

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
])('%s and %i months is %s', (month, n, then) => {
  expect(addMonths(month, n)).toBe(then)
})

test('one may leaf back to the first day of the career, and always a year', () => {
  expect(firstMonth('2026-11-20', '2021-04-05')).toBe('2021-04')
  expect(firstMonth('2026-11-20', null)).toBe('2025-11')
})

test('a day can be entered until the end of the following month', () => {
  expect(mayStillBeClaimed('2026-10-01', '2026-11-30')).toBe(true)
  expect(mayStillBeClaimed('2026-10-31', '2026-12-01')).toBe(false)
})

test('the list has every day with or without a record, newest first, but neither days off nor days to come', () => {
  expect(rowsOf(days, 'all', new Set()).map(({ day }) => day.slice(8))).toEqual(['19', '18', '17', '16'])
})

test('beside the calendar stand only the days to look at, also a day that is stopped at one of two sites', () => {
  expect(rowsOf(days, 'toLookAt', new Set()).map(({ day }) => day.slice(8))).toEqual(['19', '18', '17'])
})

test('a day off that was claimed on this phone is listed', () => {
  expect(rowsOf(days, 'all', new Set(['2026-11-21'])).map(({ day }) => day.slice(8))).toContain('21')
})

test('a stopped day is stopped at its second mark; one without a record has none', () => {
  const rows = rowsOf(days, 'all', new Set())
  expect(rows.map(({ marks }) => marks)).toEqual([['done', 'done', 'later'], ['done', 'stopped', 'later'], null, ['done', 'done', 'later']])
})

test('a night shift ends on the next day', () => {
  const night = { ...visit, entryAt: '2026-11-19T21:02:00+09:00', exitAt: '2026-11-20T05:31:00+09:00' }
  expect([spanOf(visit, ja), spanOf(night, ja), spanOf(night, en)]).toEqual(['7:39 – 17:08', '21:02 – 翌5:31', '21:02 – 5:31 next day'])
})

test('an exit without entry shows the exit; a touch without either, when it came', () => {
  expect(spanOf({ ...visit, entryAt: null }, ja)).toBe('– 17:08')
  expect(spanOf({ ...visit, entryAt: null, exitAt: null }, ja)).toBe('7:39 受付')
})

test('exact times have seconds', () => {
  expect(exactTime('2026-11-19T07:39:05+09:00')).toBe('7:39:05')
})

test.each([
  ['/', { page: 'home' }],
  ['/nowhere', { page: 'home' }],
  ['/history', { page: 'month', month: null, view: 'calendar' }],
  ['/history/list', { page: 'month', month: null, view: 'list' }],
  ['/history/2026-10', { page: 'month', month: '2026-10', view: 'calendar' }],
  ['/history/2026-10/list', { page: 'month', month: '2026-10', view: 'list' }],
  ['/history/2026', { page: 'year', year: '2026' }],
  ['/history/2026-11-17', { page: 'day', day: '2026-11-17', sheet: null }],
  ['/history/2026-11-17/claim', { page: 'day', day: '2026-11-17', sheet: 'claim' }],
  ['/history/2026-11-11/wrong', { page: 'day', day: '2026-11-11', sheet: 'wrong' }],
  ['/history/2026-02-30', { page: 'month', month: '2026-02', view: 'calendar' }],
  ['/history/2026-13', { page: 'home' }],
  ['/road', { page: 'road', field: null, level: null }],
  ['/road/012', { page: 'road', field: '012', level: null }],
  ['/road/012/3', { page: 'road', field: '012', level: 3 }],
  ['/road/012/5', { page: 'home' }],
  ['/road/qualifications', { page: 'qualifications' }],
])('%s is an address', (path, place) => {
  expect(placeAt(path)).toEqual(place)
})
