import { expect, test } from 'vitest'
import { EMPTY, lackingIn, writtenOf } from './entering'

const known = { key: 'Q050', name: 'Slinging course', ja: '玉掛け技能講習' }
const draft = { ...EMPTY, which: known, issuer: ' 見本県 ', issuedOn: '2026-10-02' }

test('nothing is sent while something is lacking', () => {
  expect(lackingIn(EMPTY)).toEqual(['name', 'issuer', 'issuedOn'])
  expect(writtenOf({ ...draft, issuer: ' ' })).toBeNull()
})

test('one of the catalogue goes by its key, any other by its name', () => {
  const written = { issuer: '見本県', issuedOn: '2026-10-02', expiresOn: null, proof: null }
  expect(writtenOf(draft)).toEqual({ key: 'Q050', name: null, ...written })
  expect(writtenOf({ ...draft, which: { own: '見本の資格' } })).toEqual({ key: null, name: '見本の資格', ...written })
})
