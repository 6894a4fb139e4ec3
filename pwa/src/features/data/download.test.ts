import { expect, test } from 'vitest'
import { inLanguage, nameIn } from './download'

test('a sheet or paper is asked for in the language of the page', () => {
  expect(inLanguage('/v1/passport/months/2026-11/csv', 'ja-x-easy')).toBe('/v1/passport/months/2026-11/csv?language=ja-x-easy')
  expect(inLanguage('/v1/passport/data/pdf', 'vi')).toBe('/v1/passport/data/pdf?language=vi')
})

test('data have no language', () => {
  expect(inLanguage('/v1/passport/data', 'vi')).toBe('/v1/passport/data')
  expect(inLanguage('/v1/certificate', 'ja')).toBe('/v1/certificate')
})

test('a file keeps the name that the server gives it', () => {
  expect(nameIn('attachment; filename="passport-2026-11.csv"')).toBe('passport-2026-11.csv')
  expect(nameIn('attachment; filename="../etc"')).toBeNull()
  expect(nameIn(null)).toBeNull()
})
