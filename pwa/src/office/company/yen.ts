/** Amounts as they are typed. Pure. */

export type Typed = readonly string[]

export const typedOf = (yen: readonly number[] | null): Typed => (yen ?? ['', '', '', '']).map(String)

/** Four amounts that stay or rise; nothing where they do not. */
export function yenIn(typed: Typed): number[] | null {
  const plain = typed.map((one) => one.normalize('NFKC').replaceAll(/[,\s円]/g, ''))
  const amounts = plain.map(Number)
  const rising = amounts.every((one, place) => place === 0 || one >= (amounts[place - 1] ?? 0))
  return plain.length === 4 && plain.every((one) => /^\d{1,7}$/.test(one)) && rising ? amounts : null
}
