import { expect, test } from 'vitest'
import { narrow, sortBy } from './sorting'

const rows = [
  { name: '見本 太郎', days: 3 },
  { name: 'NGUYEN VAN MAU', days: null },
  { name: '例川 花子', days: 12 },
]
const columns = [
  { key: 'name', value: (row: (typeof rows)[number]) => row.name },
  { key: 'days', value: (row: (typeof rows)[number]) => row.days },
]
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name)

test('figures are sorted as figures, and what is missing comes last either way', () => {
  expect(names(sortBy(rows, columns, { key: 'days', down: false }))).toEqual(['見本 太郎', '例川 花子', 'NGUYEN VAN MAU'])
  expect(names(sortBy(rows, columns, { key: 'days', down: true }))).toEqual(['例川 花子', '見本 太郎', 'NGUYEN VAN MAU'])
  expect(sortBy(rows, columns, null)).toBe(rows)
})

test('a list is narrowed by every word, in wide or narrow letters', () => {
  expect(names(narrow(rows, columns, 'ｎｇｕｙｅｎ mau'))).toEqual(['NGUYEN VAN MAU'])
  expect(names(narrow(rows, columns, '花子 12'))).toEqual(['例川 花子'])
  expect(narrow(rows, columns, '  ')).toBe(rows)
  expect(narrow(rows, columns, '太郎 12')).toEqual([])
})
