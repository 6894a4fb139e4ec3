import { describe, expect, it } from 'vitest'
import { sayDay } from './days'

const NOW = Date.parse('2026-11-26T00:00:00Z')

describe('a day', () => {
  it('is said as people read it, with the year where it is another', () => {
    expect(sayDay('2026-11-20', 'ja', NOW)).toBe('11月20日（金）')
    expect(sayDay('2026-11-20', 'en', NOW)).toBe('Fri 20 Nov')
    expect(sayDay('2027-01-01', 'ja', NOW)).toBe('2027年1月1日（金）')
    expect(sayDay('2027-01-01', 'en', NOW)).toBe('Fri 1 Jan 2027')
  })
})
