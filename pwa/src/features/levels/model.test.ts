import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Forecast } from '../../api/road'
import { type Missing, type Pace, type Plan, daysFor, forecast, monthsBetween } from './model'

interface Case extends Forecast {
  name: string
  lanes: Missing
  pace: Pace
  months: number
  today: string
  plan: Plan | null
}

const { cases } = JSON.parse(readFileSync('../tests/vectors/forecast.json', 'utf8')) as { cases: Case[] }

test.each(cases)('$name', ({ lanes, pace, months, today, plan, month, slowest }) => {
  expect(forecast(lanes, pace, months, today, plan)).toEqual({ month, slowest })
})

test.each([
  [0, 0, 0, 0],
  [1, 120, 6, 2],
  [20, 120, 6, 31],
  [21, 120, 6, 32],
  [5, 0, 6, null],
  [5, 10, 0, null],
])('%i missing days at %i in %i months take %s', (missing, pace, months, takes) => {
  expect(daysFor(missing, pace, months)).toBe(takes)
})

test('months are counted across the year’s end', () => {
  expect([monthsBetween('2026-11', '2027-02'), monthsBetween('2027-02', '2026-11')]).toEqual([3, -3])
})
