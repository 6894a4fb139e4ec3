import { expect, test } from 'vitest'
import * as history from '../../../mock/history.mjs'
import type { ClaimAnswer, DayDetail } from '../../api/schema'
import { ja } from '../../i18n/ja'
import { tellText } from '../history/telling'
import { toldApart } from './ClaimPanels'
import { claimOfWrong, correctable, draftOfWrong, missingInWrong } from './wrong'

const world = { state: 'counted', claims: {}, approved: false, refused: null }
const dayOf = (day: string): DayDetail => history.dayOf(day, world, 'ja') as DayDetail
const counted = dayOf('2026-11-06')
const claim = (more: Partial<ClaimAnswer>): ClaimAnswer =>
  ({ id: 'x', kind: 'missedDay', site: counted.visits[0]!.site, state: 'waiting', ...more }) as ClaimAnswer

test('it begins with the record as it stands', () => {
  const draft = draftOfWrong(counted, [])
  expect(draft).toMatchObject({ site: counted.visits[0]!.site.number, kind: '', entry: '07:42' })
  expect(missingInWrong(draft)).toEqual(['kind'])
})

test.each([
  ['wrongTimes', { entryAt: '2026-11-06T08:00:00+09:00', exitAt: '2026-11-06T17:00:00+09:00' }],
  ['notThere', { entryAt: null, exitAt: null }],
  ['somethingElse', { entryAt: null, exitAt: null }],
] as const)('%s becomes a claim', (kind, times) => {
  const draft = { ...draftOfWrong(counted, []), kind, entry: '08:00', exit: '17:00', note: ' x ' }
  expect(missingInWrong(draft)).toEqual([])
  expect(claimOfWrong(draft, '2026-11-06')).toEqual({ kind, site: draft.site, workDate: '2026-11-06', ...times, why: 'x' })
})

test('something else needs a word, and times an entry', () => {
  const draft = draftOfWrong(counted, [])
  expect(missingInWrong({ ...draft, kind: 'somethingElse' })).toEqual(['note'])
  expect(missingInWrong({ ...draft, kind: 'wrongTimes', entry: '' })).toEqual(['entry'])
})

test('a record of which something waits, or that does not count, is not asked about', () => {
  expect(correctable(counted)).toHaveLength(1)
  expect(correctable({ ...counted, claims: [claim({ kind: 'wrongTimes' })] })).toEqual([])
  expect(correctable(dayOf('2026-11-11'))).toEqual([])
})

test('what the visits show is not told twice, and the newest word speaks', () => {
  const refused = claim({ id: 'old', state: 'refused' })
  expect(toldApart([claim({})])).toEqual([])
  expect(toldApart([refused])).toEqual([refused])
  expect(toldApart([claim({ id: 'new' }), refused])).toEqual([])
  expect(toldApart([claim({ kind: 'wrongTimes' })])).toHaveLength(1)
  expect(toldApart([claim({ kind: 'notThere', state: 'approved' })])).toEqual([])
})

test('the company reads who, which day, why, what and until when', () => {
  const text = tellText(
    dayOf('2026-11-11'),
    dayOf('2026-11-11').visits[0]!.site.number,
    { name: '見本 太郎', number: '91000000000015' },
    ja,
  )
  expect(text).toContain('見本 太郎です（技能者番号 91000000000015）。')
  expect(text).toContain('11月11日（水）の記録が止まっています。')
  expect(text).toMatch(/わけ：.+\nお願い：.+\n期限：12月31日（木）/)
  expect(tellText(counted, counted.visits[0]!.site.number, { name: 'x', number: 'y' }, ja)).toBeNull()
})
