/** What is being written on an application: what the server has, what this phone changed since, and how they are put together. Pure. */
import type { Application, ApplicationChange, ApplicationForm, ApplicationItem, ApplicationLine } from '../../api/schema'

export type Value = ApplicationChange['value']
export type Changes = Readonly<Record<string, ApplicationChange>>

export const EMPTY: ApplicationChange = { value: null, proof: null }

/** Whether it is still being written, here or by the company that files for this worker. */
export const isOpen = ({ state }: Application): boolean => state === 'draft' || state === 'returned'

/** Whether it can be written here: it is neither sent, nor a company's about this worker. */
export const isMineToWrite = (seen: Application): boolean => isOpen(seen) && seen.mayFile

/** What stands for an item on this phone. */
export function standing(item: string, seen: Application | null, unsaved: Changes): ApplicationChange {
  const kept = seen?.values[item]
  return unsaved[item] ?? (kept === undefined ? EMPTY : { value: kept.value, proof: kept.proof })
}

/** What is still to be saved after the server took some changes: those that were changed again meanwhile. */
export function stillUnsaved(unsaved: Changes, saved: Changes): Changes {
  return Object.fromEntries(Object.entries(unsaved).filter(([item, change]) => saved[item] !== change))
}

/** Items that another device changed meanwhile to something else than what was saved here. */
export function contested(seen: Application, saved: Changes): Changes {
  return Object.fromEntries(
    seen.conflicts.flatMap((item): [string, ApplicationChange][] => {
      const mine = saved[item]
      return mine === undefined ? [] : [[item, mine]]
    }),
  )
}

/** A list in which an application stands as it was seen last: in its place, or first where it is new. */
export function listed(lines: readonly ApplicationLine[], seen: Application): ApplicationLine[] {
  const { id, kind, state, consent, worker, company, proxy, receipt, changedAt, sentAt, mayFile } = seen
  const given = seen.values['name']?.value
  const name = typeof given === 'string' ? given : (worker?.name ?? company?.name ?? null)
  const line = { id, kind, state, name, consent, worker, company, proxy, receipt, changedAt, sentAt, mine: mayFile }
  return lines.some((one) => one.id === id) ? lines.map((one) => (one.id === id ? line : one)) : [line, ...lines]
}

export const itemsOf = (form: ApplicationForm): ApplicationItem[] => form.blocks.flatMap(({ items }) => items)

/** The reasons to show: what cannot stand at once, what is only missing once it was tried to send. */
export function faultsOf(seen: Application | null, tried: boolean): ReadonlyMap<string, Application['faults'][number]['reason']> {
  const told = (seen?.faults ?? []).filter(
    ({ item, reason }) => tried || (reason.code !== 'item_missing' && reason.code !== 'item_needs_proof' && item !== ''),
  )
  return new Map(told.map(({ item, reason }) => [item, reason]))
}

/** Why items came back when the application was returned last, as long as it lies here. */
export function returnedOf(seen: Application | null): { items: Readonly<Record<string, string>>; why: string } | null {
  const last = seen?.steps.at(-1)
  return seen?.state === 'returned' && last !== undefined ? { items: last.items, why: last.why } : null
}

/** How much is done: items that must be given, and how many of them are good. */
export function progressOf(form: ApplicationForm, seen: Application | null, unsaved: Changes): { of: number; done: number } {
  const wrong = new Set(seen?.faults.map(({ item }) => item))
  const asked = itemsOf(form).filter(({ required }) => required)
  const done = asked.filter(({ item }) => standing(item, seen, unsaved).value !== null && (!wrong.has(item) || item in unsaved))
  return { of: asked.length, done: done.length }
}
