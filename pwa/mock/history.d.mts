/** Shapes for the tests of the phone; the answers are checked against the contract's types there. */
export const dayOf: (day: string, world: object, language: string) => unknown
