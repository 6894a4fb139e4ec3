/** A certificate as it is being entered, and what it still lacks. */
import type { NewQualification, QualificationName } from '../../api/road'

/** One of the catalogue, or a name that is not in it. */
export type Which = QualificationName | { own: string }

export interface Draft {
  which: Which | null
  issuer: string
  issuedOn: string
  expiresOn: string
  proof: string | null
}

export type Lacking = 'name' | 'issuer' | 'issuedOn'

export const EMPTY: Draft = { which: null, issuer: '', issuedOn: '', expiresOn: '', proof: null }

export function lackingIn({ which, issuer, issuedOn }: Draft): Lacking[] {
  return [
    ...(which === null ? (['name'] as const) : []),
    ...(issuer.trim() === '' ? (['issuer'] as const) : []),
    ...(issuedOn === '' ? (['issuedOn'] as const) : []),
  ]
}

/** Gives what is sent; null while something is lacking. */
export function writtenOf(draft: Draft): NewQualification | null {
  const { which, issuer, issuedOn, expiresOn, proof } = draft
  if (which === null || lackingIn(draft).length > 0) {
    return null
  }
  const named = 'own' in which ? { key: null, name: which.own } : { key: which.key, name: null }
  return { ...named, issuer: issuer.trim(), issuedOn, expiresOn: expiresOn === '' ? null : expiresOn, proof }
}
