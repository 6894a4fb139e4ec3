/** The marks of a state. Each differs in shape, so that none depends on its colour. */
import type { VisitState } from '../api/schema'

/** A step of the chain: done, expected to be done, stopped, or still to come. */
export type Step = 'done' | 'waiting' | 'stopped' | 'later'

export const stepOf: Readonly<Record<VisitState, Step>> = { counted: 'done', waiting: 'waiting', stopped: 'stopped' }

export function Node({ step, size = 28 }: { step: Step; size?: number }) {
  return (
    <svg class="node" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      {nodes[step]}
    </svg>
  )
}

const nodes = {
  done: (
    <>
      <circle cx="14" cy="14" r="13" fill="var(--ok-fill)" />
      <path d="m8 14.500 4.200 4.200 8-9" fill="none" stroke="var(--on-fill)" stroke-width="3" />
    </>
  ),
  waiting: (
    <>
      <circle cx="14" cy="14" r="11.500" fill="var(--surface)" stroke="var(--wait-fill)" stroke-width="3" stroke-dasharray="4.500 2.720" />
      <path d="M14 8v6.500l4.500 2.700" fill="none" stroke="var(--wait-fill)" stroke-width="2.600" />
    </>
  ),
  stopped: (
    <>
      <path d="M14 .5 27.500 14 14 27.500.5 14z" fill="var(--stop-fill)" />
      <path d="M14 7v8.500M14 18.200v2.800" stroke="var(--on-fill)" stroke-width="3" />
    </>
  ),
  later: <circle cx="14" cy="14" r="11.500" fill="var(--surface)" stroke="var(--line-strong)" stroke-width="2" />,
} satisfies Record<Step, unknown>

export type MarkKind = 'counted' | 'waiting' | 'stopped' | 'none' | 'rest'

/** The large mark beside the verdict; `land` lets it land, once, when the day has just been counted. */
export function Mark({ kind, land = false }: { kind: MarkKind; land?: boolean }) {
  return (
    <svg class={land ? 'mark land' : 'mark'} width="58" height="58" viewBox="0 0 64 64" aria-hidden="true">
      {marks[kind]}
    </svg>
  )
}

const marks = {
  counted: (
    <>
      <circle cx="32" cy="32" r="30" fill="var(--ok-fill)" />
      <path d="m18 33 10 10 19-21" fill="none" stroke="var(--on-fill)" stroke-width="6.500" />
    </>
  ),
  waiting: (
    <>
      <circle cx="32" cy="32" r="28" fill="var(--surface)" stroke="var(--wait-fill)" stroke-width="4.500" stroke-dasharray="9 5.660" />
      <path d="m20 33 9 9 16-18" fill="none" stroke="var(--wait-fill)" stroke-width="6" />
    </>
  ),
  stopped: (
    <>
      <path d="M32 1 63 32 32 63 1 32z" fill="var(--stop-fill)" />
      <path d="M32 16v20M32 42v6.500" stroke="var(--on-fill)" stroke-width="6.500" />
    </>
  ),
  none: (
    <>
      <circle cx="32" cy="32" r="28" fill="var(--surface)" stroke="var(--line-strong)" stroke-width="4" />
      <path d="M32 16v17l11 6.500" fill="none" stroke="var(--line-strong)" stroke-width="4.500" />
    </>
  ),
  rest: (
    <>
      <circle cx="32" cy="32" r="28" fill="none" stroke="var(--line-strong)" stroke-width="4" />
      <circle cx="32" cy="32" r="7" fill="var(--line-strong)" />
    </>
  ),
} satisfies Record<MarkKind, unknown>
