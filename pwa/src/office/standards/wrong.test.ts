import { expect, it } from 'vitest'
import { isAt } from './wrong'

it('is at a place or inside it, but not beside it', () => {
  expect(isAt('$.levels[0].any_of[3]', '$.levels[0].any_of')).toBe(true)
  expect(isAt('$.levels[0].any_of[3]', '$.levels[0].any_of[3]')).toBe(true)
  expect(isAt('$.levels[0].any_of[31]', '$.levels[0].any_of[3]')).toBe(false)
  expect(isAt('$.levels[0].days', '$.levels[0].day')).toBe(false)
})
