// Signing in, the first login, a new phone, consents, invitations.
export const world = {}

export const answers = []
