/** Tiers as a tree is read: each company, then those below it. Pure. */
interface Placed {
  id: string
  upperTier: string | null
}

export function inOrder<T extends Placed>(tiers: readonly T[]): T[] {
  const known = new Set(tiers.map(({ id }) => id))
  const read: T[] = []
  const walk = (upper: string | null) => {
    for (const one of tiers) {
      const above = one.upperTier !== null && known.has(one.upperTier) ? one.upperTier : null
      if (above === upper) {
        read.push(one)
        walk(one.id)
      }
    }
  }
  walk(null)
  return read
}
