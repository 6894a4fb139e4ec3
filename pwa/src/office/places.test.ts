import { describe, expect, it } from 'vitest'
import { pathOf, placeAt } from './places'

const SITE = '93000000000016'
const ID = '019a0000-0000-7000-8000-000000000000'

describe('the office’s addresses', () => {
  it('are read as they are written', () => {
    for (const [of, number, page, id] of [
      ['site', SITE, 'board', undefined],
      ['company', '92000000000013', 'applications', ID],
      ['register', '', 'review', ID],
      ['register', '', 'relief', undefined],
      ['register', '', 'standards', '012'],
    ] as const) {
      expect(placeAt(pathOf(of, number, page, id))).toEqual({ of, number, page, id: id ?? null })
    }
  })
  it('that are none are home', () => {
    for (const path of ['/office', '/office/sites/1/board', '/office/sites', '/office/register/review/12']) {
      expect(placeAt(path)).toEqual({ page: 'home' })
    }
  })
})
