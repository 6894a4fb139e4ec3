import { expect, it } from 'vitest'
import type { Standard } from '../levels/calls'
import { NO_ROW, isBlank, reportOf, rowsIn, wrongIn } from './rows'

const FIELDS = [
  { field: '001', name: '電気工事' },
  { field: '012', name: '鉄筋' },
] as Standard[]

it('reads a table as people write it', () => {
  const text = '91000000000015\t鉄筋\tレベル3\t2026/11/2\r\n9100-0000-000023,1,４,2026年1月15日\n\n'
  expect(rowsIn(text, FIELDS)).toEqual([
    { worker: '91000000000015', field: '012', level: '3', day: '2026-11-02' },
    { worker: '91000000000023', field: '001', level: '4', day: '2026-01-15' },
  ])
})

it('leaves what it cannot read as it was written, and says where it is', () => {
  const [row = NO_ROW] = rowsIn('見本太郎\t大工さん\tゴールド\tきのう', FIELDS)
  expect(row).toEqual({ worker: '見本太郎', field: '大工さん', level: 'ゴールド', day: 'きのう' })
  expect(wrongIn(row, FIELDS)).toEqual(['worker', 'field', 'level', 'day'])
})

it('knows days that are none, and companies that are no workers', () => {
  const good = { worker: '91000000000015', field: '012', level: '3', day: '2026-02-28' }
  expect(wrongIn(good, FIELDS)).toEqual([])
  expect(wrongIn({ ...good, day: '2026-02-30' }, FIELDS)).toEqual(['day'])
  expect(wrongIn({ ...good, worker: '92000000000013' }, FIELDS)).toEqual(['worker'])
  expect(reportOf(good)).toEqual({ worker: '91000000000015', field: '012', level: 3, evaluatedOn: '2026-02-28' })
  expect(isBlank(NO_ROW)).toBe(true)
})
