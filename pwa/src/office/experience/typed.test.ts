import { describe, expect, it } from 'vitest'
import { EMPTY, experienceOf, wrongIn } from './typed'

const GOOD = { ...EMPTY, worker: '1', trade: '10-01', firstOn: '2020-04-01', lastOn: '2020-04-30', days: '２０', foremanDays: '5' }

describe('experience that is certified', () => {
  it('names what is missing', () => {
    expect(wrongIn(EMPTY)).toEqual({ worker: 'missing', trade: 'missing', firstOn: 'missing', lastOn: 'missing', days: 'missing' })
    expect(wrongIn(GOOD)).toEqual({})
  })
  it('ends before the register counts, and after it begins', () => {
    expect(wrongIn({ ...GOOD, lastOn: '2020-03-01' })).toEqual({ lastOn: 'reversed' })
    expect(wrongIn({ ...GOOD, lastOn: '2024-04-01' })).toEqual({ lastOn: 'late' })
  })
  it('has no more days than there are, and leads no more than it works', () => {
    expect(wrongIn({ ...GOOD, days: '31' })).toEqual({ days: 'tooMany' })
    expect(wrongIn({ ...GOOD, days: '30' })).toEqual({})
    expect(wrongIn({ ...GOOD, days: '0', foremanDays: '0' })).toEqual({ days: 'tooMany' })
    expect(wrongIn({ ...GOOD, leaderDays: '16' })).toEqual({ foremanDays: 'tooManyLed' })
  })
  it('is sent as figures', () => {
    expect(experienceOf(GOOD)).toEqual({
      trade: '10-01',
      firstOn: '2020-04-01',
      lastOn: '2020-04-30',
      days: 20,
      foremanDays: 5,
      leaderDays: 0,
    })
  })
})
