import { expect, test } from 'vitest'
import { canBeNumber, digitsIn, grouped, placeAfter } from './numbers'

test.each([
  ['91000000000011', '91000000000011'],
  ['9100 0000-0000 11', '91000000000011'],
  ['９１００　００００', '91000000'],
  ['技能者の番号：９１００（表）', '9100'],
  ['၉၁၀၀', '9100'],
  ['', ''],
])('%j has the digits %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits)
})

test('digits stand in groups of four', () => {
  expect(['', '1', '1234', '12345', '91000000000011'].map((digits) => grouped(digits))).toEqual([
    '',
    '1',
    '1234',
    '1234 5',
    '9100 0000 0000 11',
  ])
})

test('the caret stays behind the digit that was typed', () => {
  expect([0, 1, 4, 5, 14].map((digits) => placeAfter('9100 0000 0000 11', digits))).toEqual([0, 1, 4, 6, 17])
})

test('a number with one wrong digit or two swapped is found at once', () => {
  const number = '91000000000011'
  expect(canBeNumber(number)).toBe(true)
  expect(canBeNumber('91000000000012')).toBe(false)
  expect(canBeNumber('19000000000011')).toBe(false)
  for (let place = 0; place < number.length; place += 1) {
    const wrong = number.slice(0, place) + ((Number(number[place]) + 1) % 10) + number.slice(place + 1)
    expect(canBeNumber(wrong)).toBe(false)
  }
})
