import { expect, it } from 'vitest'
import { inOrder } from './order'

const tier = (id: string, upperTier: string | null) => ({ id, upperTier })

it('a structure is read from the top down, each company before those below it', () => {
  const tiers = [tier('c', 'a'), tier('b', null), tier('a', null), tier('d', 'c')]
  expect(inOrder(tiers).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd'])
})

it('a company whose upper is not shown stands at the top', () => {
  expect(inOrder([tier('x', 'hidden')]).map(({ id }) => id)).toEqual(['x'])
})
