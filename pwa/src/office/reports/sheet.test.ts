import { expect, it } from 'vitest'
import type { Reported } from '../levels/calls'
import { NO_ROW, type Row } from './rows'
import { type Line, afterSending, changed, laidFrom } from './sheet'

const line = (worker: string, outcome: Line['outcome'] = null): Line => ({ row: { ...NO_ROW, worker }, outcome })
const reason = { code: 'evaluation_day', why: 'なぜ', who: '', what: '', where: '', until: null, help: '' }
const row = (worker: string): Row => ({ ...NO_ROW, worker })

it('puts each answer beside its row', () => {
  const lines = [line('1'), line('2'), line(''), line('3')]
  const sent = [lines[0]!, lines[3]!]
  const told = [{ reason: null }, { reason }] as Reported[]
  expect(afterSending(lines, sent, told).map(({ outcome }) => outcome)).toEqual(['done', null, null, reason])
})

it('a row that is written anew has no outcome', () => {
  expect(changed([line('1', reason)], 0, { worker: '2' })).toEqual([line('2')])
})

it('pasted rows spare what is done, and leave a row to go on with', () => {
  const laid = laidFrom([line(''), line('1', 'done'), line('')], 0, [row('a'), row('b'), row('c')])
  expect(laid.map(({ row: { worker } }) => worker)).toEqual(['a', '1', 'b', 'c', ''])
})
