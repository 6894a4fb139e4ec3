import { expect, test } from 'vitest'
import { states } from '../../../mock/states.mjs'
import { PAUSE_MS, isTimeToAsk } from './Asking'

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const never = { times: 0, at: 0 }

test('nobody is asked before a day was counted', () => {
  expect(isTimeToAsk(states.firstDay('ja'), never, NOW)).toBe(false)
  expect(isTimeToAsk(states.counted('ja'), never, NOW)).toBe(true)
})

test('who puts it off is asked again after a week, and three times at most', () => {
  const passport = states.counted('ja')
  expect(isTimeToAsk(passport, { times: 1, at: NOW - PAUSE_MS + 1 }, NOW)).toBe(false)
  expect(isTimeToAsk(passport, { times: 1, at: NOW - PAUSE_MS }, NOW)).toBe(true)
  expect(isTimeToAsk(passport, { times: 2, at: NOW - PAUSE_MS }, NOW)).toBe(true)
  expect(isTimeToAsk(passport, { times: 3, at: NOW - 10 * PAUSE_MS }, NOW)).toBe(false)
})
