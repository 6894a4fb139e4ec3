// Passkeys, sessions, who looked at me, recovery, and what one takes away.
export const world = {}

export const answers = []
