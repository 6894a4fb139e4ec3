import { expect, it } from 'vitest'
import type { Criteria } from '../levels/calls'
import { whyNot } from './deciding'

const level = (part: Partial<Criteria>) =>
  ({ complete: true, assumed: [], alternatives: [], includes_lower: false, ...part }) as unknown as Criteria

it('decides where everything is known', () => {
  expect(whyNot({ occupations: ['10-01'], levels: [level({}), level({ includes_lower: true })] })).toEqual([[], []])
})

it('says why a level decides nothing', () => {
  const levels = [level({ complete: false }), level({ includes_lower: true, assumed: ['days'] }), level({})]
  expect(whyNot({ occupations: [], levels })).toEqual([
    ['qualificationsUnknown', 'tradesUnknown'],
    ['daysAssumed', 'tradesUnknown', 'lowerUnknown'],
    ['tradesUnknown'],
  ])
})

it('is only as complete as each of its ways', () => {
  const way = { days: 1, all_of: [], any_of: [], min_any: 1, complete: false }
  expect(whyNot({ occupations: ['10-01'], levels: [level({ alternatives: [way] })] })).toEqual([['qualificationsUnknown']])
})
