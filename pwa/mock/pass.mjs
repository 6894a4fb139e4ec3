// The pass and its check.
export const world = {}

export const answers = []
