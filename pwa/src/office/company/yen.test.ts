import { expect, it } from 'vitest'
import { typedOf, yenIn } from './yen'

it('takes four amounts that stay or rise, however they are typed', () => {
  expect(yenIn(['0', '５００', '1,000円', ' 1000 '])).toEqual([0, 500, 1000, 1000])
  expect(yenIn(['0', '500', '400', '1000'])).toBeNull()
  expect(yenIn(['0', '', '400', '1000'])).toBeNull()
  expect(yenIn(['-1', '0', '0', '0'])).toBeNull()
  expect(typedOf([0, 1, 2, 3])).toEqual(['0', '1', '2', '3'])
  expect(typedOf(null)).toEqual(['', '', '', ''])
})
