import { describe, expect, it } from 'vitest'
import { EMPTY, bodyOf, draftOf, wrongIn } from './draft'

const GOOD = { ...EMPTY, name: '見本町第一現場', prefecture: '17', firstOn: '2026-11-01', lastOn: '2027-03-31' }

describe('a site that is typed', () => {
  it('names what is missing, and a bundle needs its area', () => {
    expect(wrongIn(EMPTY)).toEqual({ name: 'missing', prefecture: 'missing', firstOn: 'missing', lastOn: 'missing' })
    expect(wrongIn({ ...GOOD, kind: 'regionalBundle' })).toEqual({ area: 'missing' })
    expect(wrongIn(GOOD)).toEqual({})
  })
  it('does not end before it begins', () => {
    expect(wrongIn({ ...GOOD, lastOn: '2026-10-31' })).toEqual({ lastOn: 'reversed' })
  })
  it('is sent without what was left out, and comes back as it was typed', () => {
    const body = bodyOf({ ...GOOD, harmful: 'no', gateOpens: '07:30' })
    expect(body).toMatchObject({
      prefecture: 17,
      harmful: false,
      publicClient: null,
      area: null,
      gateOpens: '07:30',
      officePrefecture: null,
    })
    const site = { ...body, number: '1', prime: { number: '2', name: '' }, registeredAt: '', places: [], delegations: [] }
    expect(draftOf(site as unknown as Parameters<typeof draftOf>[0])).toEqual({ ...GOOD, harmful: 'no', gateOpens: '07:30' })
  })
})
