/** Which refusals are about what was typed, so that they are mended where it was typed. */
import type { Problem } from '../../api/schema'
import type { Hindrance } from '../door/hindrance'

const ABOUT_SECRETS: ReadonlySet<string> = new Set(['enrolment_wrong', 'code_locked', 'recovery_waiting'])

export function problemOf(hindrance: Hindrance | null): Problem | null {
  return typeof hindrance === 'object' && hindrance !== null && 'code' in hindrance ? hindrance : null
}

export function isAboutSecret(hindrance: Hindrance): boolean {
  return ABOUT_SECRETS.has(problemOf(hindrance)?.code ?? '')
}
