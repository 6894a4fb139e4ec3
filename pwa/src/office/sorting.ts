/** How a list is sorted and narrowed. */

export type Sorting = { key: string; down: boolean } | null

interface Valued<Row> {
  key: string
  value: (row: Row) => string | number | null
}

const ORDER = new Intl.Collator('ja')

/** Sorts by one column; what has no value comes last, whichever way. */
export function sortBy<Row>(rows: readonly Row[], columns: readonly Valued<Row>[], sorting: Sorting): readonly Row[] {
  const column = columns.find(({ key }) => key === sorting?.key)
  if (column === undefined || sorting === null) {
    return rows
  }
  const way = sorting.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [one, other] = [column.value(a), column.value(b)]
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null)
    }
    return way * (typeof one === 'number' && typeof other === 'number' ? one - other : ORDER.compare(String(one), String(other)))
  })
}

/** Keeps the rows in which every word that was typed stands somewhere; wide and narrow letters are alike. */
export function narrow<Row>(rows: readonly Row[], columns: readonly Valued<Row>[], sought: string): readonly Row[] {
  const words = fold(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return rows
  }
  return rows.filter((row) => {
    const text = fold(columns.map(({ value }) => value(row) ?? '').join(' '))
    return words.every((word) => text.includes(word))
  })
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
