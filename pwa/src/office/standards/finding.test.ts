import { expect, it } from 'vitest'
import { find } from './finding'

const all = [
  { key: 'Q1', ja: '登録鉄筋基幹技能者', name: 'Registered core technician (rebar)' },
  { key: 'Q2', ja: '1級鉄筋施工技能士(組立て)', name: 'Rebar technician, grade 1' },
  { key: 'Q3', ja: '玉掛け技能講習', name: 'Slinging' },
]
const keys = (typed: string, without?: string[]) => find(all, typed, without).map(({ key }) => key)

it('finds by every word, however it is written', () => {
  expect(keys('一級　鉄筋')).toEqual(['Q2'])
  expect(keys('１級鉄筋')).toEqual(['Q2'])
  expect(keys('SLINGING')).toEqual(['Q3'])
  expect(keys('たま')).toEqual([])
})

it('puts what begins so first, and leaves out what is taken', () => {
  expect(keys('登録')).toEqual(['Q1'])
  expect(keys('鉄筋', ['登録鉄筋基幹技能者'])).toEqual(['Q2'])
  expect(keys('')).toEqual(['Q1', 'Q2', 'Q3'])
})
