/** What a proposal changes against what is in force. Pure. */
import type { Entry } from '../levels/calls'

export type Change = 'same' | 'added' | 'removed'

export const namesIn = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : entry)

/** Lays two lists over each other: what stays and what comes in the new order, then what goes. */
export function overlay<T>(before: readonly T[] | null, after: readonly T[]): { one: T; change: Change }[] {
  if (before === null) {
    return after.map((one) => ({ one, change: 'same' }))
  }
  const [old, now] = [new Set(before.map(textOf)), new Set(after.map(textOf))]
  return [
    ...after.map((one) => ({ one, change: old.has(textOf(one)) ? ('same' as const) : ('added' as const) })),
    ...before.filter((one) => !now.has(textOf(one))).map((one) => ({ one, change: 'removed' as const })),
  ]
}

const textOf = (one: unknown) => JSON.stringify(one)
