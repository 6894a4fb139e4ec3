import { describe, expect, it } from 'vitest'
import type { Criteria, Standard } from '../levels/calls'
import { codesIn, draftOf, idOf, missingIn, placeIn, proposalOf } from './draft'

const level = (which: 2 | 3 | 4, part: Partial<Criteria> = {}): Criteria => ({
  level: which,
  days: 645,
  foreman_days: 0,
  foreman_counts: null,
  all_of: ['玉掛け技能講習'],
  any_of: [['1級', '2級'], '登録'],
  min_any: 2,
  includes_lower: false,
  alternatives: [],
  complete: true,
  assumed: [],
  note: '',
  ...part,
})
const STANDARD = {
  field: '001',
  version: 1,
  occupations: ['09-01', '09-10'],
  levels: [level(2), level(3), level(4)],
} as unknown as Standard
const written = { ...draftOf(STANDARD, []), validFrom: '2027-04-01', source: 'https://example.jp/' }

describe('a version that is written', () => {
  it('begins from the one in force and comes back as it was', () => {
    expect(proposalOf(written)).toEqual({
      validFrom: '2027-04-01',
      source: 'https://example.jp/',
      occupations: ['09-01', '09-10'],
      levels: STANDARD.levels,
      grades: [],
      note: '',
    })
    expect(missingIn(written)).toBeNull()
  })
  it('leaves out our own notes on public pages', () => {
    const noted = { ...STANDARD, levels: [level(2, { note: 'read from a page' })] }
    expect(draftOf(noted, []).levels[0]?.note).toBe('read from a page')
    expect(draftOf({ ...noted, version: 0 }, []).levels[0]?.note).toBe('')
  })
  it('leaves what was only assumed to be written, and assumes nothing', () => {
    const draft = draftOf({ ...STANDARD, levels: [level(2, { assumed: ['days'] })] }, [])
    expect(draft.levels[0]?.days).toBe('')
    expect(missingIn({ ...draft, validFrom: '2027-04-01', source: 'x' })).toBe('$.levels[0].days')
    expect(proposalOf(draft).levels[0]?.assumed).toEqual([])
  })
  it('names the first place that is missing as the server does', () => {
    expect(missingIn(draftOf(STANDARD, []))).toBe('$.validFrom')
    expect(missingIn({ ...written, trades: ' ' })).toBe('$.occupations')
    expect(missingIn({ ...written, grades: [['', '']] })).toBe('$.grades[0]')
  })
  it('keeps an entry of which one name is left as that name', () => {
    const [first] = written.levels
    const levels = [{ ...first!, anyOf: [['1級']] }, ...written.levels.slice(1)]
    expect(proposalOf({ ...written, levels }).levels[0]?.any_of).toEqual(['1級'])
  })
})

it('codes may be parted by anything', () => {
  expect(codesIn('09-01、09-10\n０９-16,  52-43 ')).toEqual(['09-01', '09-10', '09-16', '52-43'])
})

it('a place is found in what the server says, and is the id of a field', () => {
  expect(placeIn('$.levels[0].any_of[3]')).toBe('$.levels[0].any_of[3]')
  expect(placeIn('Expected `int` - at `$.levels[1].days`')).toBe('$.levels[1].days')
  expect(placeIn(null)).toBeNull()
  expect(idOf('$.levels[0].any_of[3]')).toBe('levels-0-any_of-3')
  expect(idOf('$.validFrom')).toBe('validFrom')
})
