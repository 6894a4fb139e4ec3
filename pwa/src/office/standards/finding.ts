/** Qualifications by what is typed of their name. Pure. */
import type { Names } from './names'

const MOST = 12

/** Wide and narrow letters, kana, blanks, 一級 and 1級 are alike, as they are for the register. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replaceAll('一級', '1級')
    .replaceAll('二級', '2級')
    .replaceAll('三級', '3級')

/** Those that have every word, in either language; what begins so comes first. */
export function find(all: Names['all'], typed: string, without: readonly string[] = []): Names['all'] {
  const words = typed
    .split(/[\s　]+/)
    .map(plain)
    .filter(Boolean)
  const texts = all.filter(({ ja }) => !without.includes(ja)).map((one) => ({ one, text: `${plain(one.name)} ${plain(one.ja)}` }))
  const found = texts.filter(({ text }) => words.every((word) => text.includes(word)))
  const [first = ''] = words
  return [...found.filter(({ text }) => text.startsWith(first)), ...found.filter(({ text }) => !text.startsWith(first))]
    .slice(0, MOST)
    .map(({ one }) => one)
}
