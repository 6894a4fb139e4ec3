/** The rows on the screen and what became of each. Pure. */
import type { Reason } from '../../api/schema'
import type { Reported } from '../levels/calls'
import { NO_ROW, type Row, isBlank } from './rows'

export interface Line {
  row: Row
  outcome: 'done' | Reason | null
}

/** A row that is written anew has no outcome yet. */
export function changed(lines: readonly Line[], at: number, part: Partial<Row>): Line[] {
  return lines.map((line, place) => (place === at ? { row: { ...line.row, ...part }, outcome: null } : line))
}

/** Lays pasted rows from a row on: over what stands there, but never over a row that is done. */
export function laidFrom(lines: readonly Line[], at: number, rows: readonly Row[]): Line[] {
  const laid = [...lines]
  let place = at
  for (const row of rows) {
    while (laid[place]?.outcome === 'done') {
      place += 1
    }
    laid[place] = { row, outcome: null }
    place += 1
  }
  return laid.every(({ row }) => !isBlank(row)) ? [...laid, { row: NO_ROW, outcome: null }] : laid
}

/** Puts each answer beside the row that was sent; they come in the same order. */
export function afterSending(lines: readonly Line[], sent: readonly Line[], told: readonly Reported[]): Line[] {
  const outcomes = new Map(sent.map((line, place) => [line, told[place]]))
  return lines.map((line) => {
    const answer = outcomes.get(line)
    return answer === undefined ? line : { ...line, outcome: answer.reason ?? 'done' }
  })
}
