import { expect, it } from 'vitest'
import { Refused, Unreachable } from '../../api/client'
import { answerAll } from './answering'
import type { Application } from './calls'

const one = (id: string) => ({ id, workerName: `見本 ${id}` }) as Application
const problem = { type: '', title: '返事がされています', status: 409, code: 'level_decided' }

it('keeps the good ones and names the bad', async () => {
  const said = await answerAll([one('1'), one('2'), one('3')], async ({ id }) => {
    if (id === '2') {
      throw new Refused(problem)
    }
  })
  expect(said.done).toEqual(['1', '3'])
  expect(said.refused).toMatchObject([{ id: '2', name: '見本 2', reason: { why: '返事がされています' } }])
  expect(said.lost).toBe(false)
})

it('stops where the server is gone, and tells what is done', async () => {
  const asked: string[] = []
  const said = await answerAll([one('1'), one('2'), one('3')], async ({ id }) => {
    asked.push(id)
    if (id === '2') {
      throw new Unreachable()
    }
  })
  expect(asked).toEqual(['1', '2'])
  expect(said).toEqual({ done: ['1'], refused: [], lost: true })
})
