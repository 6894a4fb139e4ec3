import { expect, test } from 'vitest'
import { writeText } from './layout'
import { QUIET, SIDE, SMALLEST_MODULE, draw, moduleOf } from './qr'

/** A code of so many bytes, as chance would have it. */
const link = (origin: string, bytes: number) => {
  const chance = crypto.getRandomValues(new Uint8Array(bytes))
  chance[0] = 1
  return `${origin}/check#${writeText(chance)}`
}
const OURS = 'https://passport.example.jp'

test.each([
  ['a shop', 170],
  ['見本 太郎 at a site', 197],
  ['見本 太郎 at an office', 199],
])('%s is read easily, with correction M', (_who, bytes) => {
  const { size } = draw(link(OURS, bytes))
  expect(size).toBeLessThanOrEqual(61)
  expect(moduleOf(size)).toBeGreaterThanOrEqual(SMALLEST_MODULE)
})

test('the longest name still has modules of 3.5 px at an address of 42 letters', () => {
  const { size } = draw(link('https://www.skilled-workers-passport.go.jp', 240))
  expect(moduleOf(size)).toBeGreaterThanOrEqual(SMALLEST_MODULE)
})

test('every module is drawn where it lies, and no other', () => {
  const { size, path } = draw(`${OURS}/check#1`)
  const drawn = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let n = 0; n < Number(run); n += 1) {
      drawn.add(`${Number(x) + n} ${y}`)
    }
  }
  // The three corners of any QR.
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    const row = (y: number) => Array.from({ length: 7 }, (_, x) => drawn.has(`${left + x} ${top + y}`))
    expect(row(0)).toEqual(Array.from({ length: 7 }, () => true))
    expect(row(1)).toEqual([true, false, false, false, false, false, true])
    expect(row(3)).toEqual([true, false, true, true, true, false, true])
  }
  expect([SIDE, QUIET]).toEqual([246, 4])
})
