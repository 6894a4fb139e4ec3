import { expect, it } from 'vitest'
import { timesOf } from './times'

const DAY = { workDate: '2026-11-30', entry: '07:50', exit: '17:10', away: false }

it('times are of the work day, and after midnight of the next calendar day', () => {
  expect(timesOf(DAY)).toEqual({ entryAt: '2026-11-30T07:50:00+09:00', exitAt: '2026-11-30T17:10:00+09:00' })
  expect(timesOf({ ...DAY, exit: '02:30' }).exitAt).toBe('2026-12-01T02:30:00+09:00')
})

it('an exit may be left out, and a day that is taken away has no times', () => {
  expect(timesOf({ ...DAY, exit: '' }).exitAt).toBeNull()
  expect(timesOf({ ...DAY, away: true })).toEqual({ entryAt: null, exitAt: null })
})
