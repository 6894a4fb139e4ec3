import { describe, expect, it } from 'vitest'
import type { Application } from '../../api/schema'
import { contested, faultsOf, isMineToWrite, listed, returnedOf, standing, stillUnsaved } from './writing'

const said = (value: string) => ({ value, proof: null })
const reason = (code: string) => ({ code, why: code, who: '', what: '', where: '', until: null, help: '' })

function application(part: Partial<Application>): Application {
  return {
    id: '1',
    kind: 'workerSimplified',
    state: 'draft',
    mayFile: true,
    turn: 3,
    formVersion: 1,
    oldForm: false,
    values: { name: { value: 'A', proof: null, turn: 3 } },
    faults: [],
    conflicts: [],
    consent: 'notNeeded',
    worker: null,
    company: null,
    proxy: null,
    receipt: null,
    steps: [],
    begunAt: '',
    changedAt: '',
    sentAt: null,
    decidedAt: null,
    ...part,
  }
}

describe('what is being written', () => {
  it('is what this phone changed last, else what the server has', () => {
    const seen = application({})
    expect(standing('name', seen, { name: said('B') }).value).toBe('B')
    expect(standing('name', seen, {}).value).toBe('A')
    expect(standing('phone', seen, {}).value).toBeNull()
  })
  it('is written here until it is sent, and never by the worker for whom a company files', () => {
    const cases = [application({}), application({ state: 'returned' }), application({ state: 'sent' }), application({ mayFile: false })]
    expect(cases.map(isMineToWrite)).toEqual([true, true, false, false])
  })
  it('is to be saved again only where it was changed again while it was being saved', () => {
    const [first, second] = [said('1'), said('2')]
    expect(stillUnsaved({ name: first, phone: second }, { name: first, phone: said('2') })).toEqual({ phone: second })
  })
  it('is put beside what another device wrote, and neither is lost', () => {
    const seen = application({ conflicts: ['name'] })
    expect(contested(seen, { name: said('mine'), phone: said('1') })).toEqual({ name: said('mine') })
  })
})

describe('the list without a network', () => {
  it('has what was seen last in its place, and what is new first', () => {
    const [line] = listed([], application({}))
    expect(line).toMatchObject({ id: '1', state: 'draft', name: 'A', mine: true })
    const other = application({ id: '2', values: {}, worker: { number: '1', name: 'W' } })
    const both = listed(listed([], application({})), other)
    expect(both.map(({ id, name }) => [id, name])).toEqual([
      ['2', 'W'],
      ['1', 'A'],
    ])
    expect(listed(both, application({ state: 'sent' })).map(({ id, state }) => [id, state])).toEqual([
      ['2', 'draft'],
      ['1', 'sent'],
    ])
  })
})

describe('reasons', () => {
  const seen = application({
    faults: [
      { item: 'phone', name: '', reason: reason('item_not_a_phone_number') },
      { item: 'sex', name: '', reason: reason('item_missing') },
    ],
  })
  it('of what is only missing come when it is sent', () => {
    expect([...faultsOf(seen, false).keys()]).toEqual(['phone'])
    expect([...faultsOf(seen, true).keys()]).toEqual(['phone', 'sex'])
  })
  it('of a return hold as long as it lies here', () => {
    const steps = [{ step: 'returned', at: '', items: { phone: 'x' }, why: 'y' }]
    expect(returnedOf(application({ state: 'returned', steps }))).toEqual({ items: { phone: 'x' }, why: 'y' })
    expect(returnedOf(application({ state: 'sent', steps }))).toBeNull()
  })
})
