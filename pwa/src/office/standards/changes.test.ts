import { expect, it } from 'vitest'
import { overlay } from './changes'

it('says what comes and what goes', () => {
  expect(overlay(['a', ['b', 'c'], 'd'], [['b', 'c'], 'e'])).toEqual([
    { one: ['b', 'c'], change: 'same' },
    { one: 'e', change: 'added' },
    { one: 'a', change: 'removed' },
    { one: 'd', change: 'removed' },
  ])
})

it('changes nothing where there is nothing to compare with', () => {
  expect(overlay(null, ['a'])).toEqual([{ one: 'a', change: 'same' }])
})
