import { describe, expect, it } from 'vitest'
import { greyOf, judge, measure } from './looking'

const LIMITS = { lookedAt: 640, sharpFrom: 25, darkBelow: 45, white: 252, paperFrom: 225, glareAbove: 0.04 }

/** A picture of one grey, or of stripes. */
function picture(width: number, height: number, at: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width)))
}

const look = (at: (x: number, y: number) => number) => judge(measure(picture(60, 40, at), 60, 40, LIMITS.white), LIMITS)

describe('a picture', () => {
  it('with edges is sharp, without is blurred', () => {
    expect(look((x) => (x % 6 < 3 ? 80 : 180))).toBeNull()
    expect(look((x) => 100 + x)).toBe('blurred')
  })
  it('that is dark says so first', () => {
    expect(look((x) => (x % 6 < 3 ? 5 : 40))).toBe('dark')
  })
  it('with a lamp in it has a glare, white paper has none', () => {
    expect(look((x, y) => (y < 4 ? 255 : x % 6 < 3 ? 80 : 180))).toBe('glare')
    expect(look((x, y) => (y % 8 === 0 && x % 4 < 2 ? 0 : 255))).toBeNull()
  })
  it('is measured as the server does', () => {
    const seen = measure(
      picture(4, 4, (x, y) => (x === 1 && y === 1 ? 200 : 100)),
      4,
      4,
      250,
    )
    expect(seen).toEqual({ sharpness: 8772, brightness: 106.25, median: 100, blownOut: 0 })
  })
  it('is grey by the weights of ITU-R 601', () => {
    expect([...greyOf(Uint8ClampedArray.from([255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 255, 255]))]).toEqual([255, 76, 29])
  })
})
