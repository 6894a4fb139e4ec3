/** What is accepted before a passport opens, in the versions whose words this app has. */
import type { ConsentKind } from '../../api/schema'

/** The same as `NEEDED` in backend/accounts/consents.py; a test compares them. */
export const VERSIONS = { terms: 1, data_handling: 1 } as const satisfies Record<ConsentKind, number>

export const KINDS = Object.keys(VERSIONS) as ConsentKind[]
