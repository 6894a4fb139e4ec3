/** Levels that were evaluated elsewhere, as they are typed or pasted from a table. Pure. */
import type { Report, Standard } from '../levels/calls'

export interface Row {
  worker: string
  field: string
  level: string
  day: string
}

export type Item = keyof Row

export const ITEMS: readonly Item[] = ['worker', 'field', 'level', 'day']
export const NO_ROW: Row = { worker: '', field: '', level: '', day: '' }
/** So many are taken at once. */
export const MOST_ROWS = 1000

const WORKER = /^91\d{12}$/
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

const plain = (text: string) => text.normalize('NFKC').trim()

/** The rows of a text with tabs or commas; what cannot be read stays as it was written. */
export function rowsIn(text: string, fields: readonly Standard[]): Row[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,、]/))
    .map(([worker = '', field = '', level = '', day = '']) => ({
      worker: plain(worker).replaceAll(/[-\s]/g, ''),
      field: fieldIn(field, fields),
      level: /[234]$/.exec(plain(level))?.[0] ?? plain(level),
      day: dayIn(day),
    }))
}

/** A field by its number, with or without zeros before it, or by its name. */
function fieldIn(text: string, fields: readonly Standard[]): string {
  const said = plain(text)
  const found = fields.find(({ field, name }) => field === said.padStart(3, '0') || plain(name) === said)
  return found?.field ?? said
}

/** 2026-11-20, 2026/11/20, 2026年11月20日. */
function dayIn(text: string): string {
  const [whole, year = '', month = '', day = ''] = DAY.exec(plain(text)) ?? []
  return whole === undefined ? plain(text) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export const isBlank = (row: Row): boolean => ITEMS.every((item) => row[item].trim() === '')

/** What keeps a row from being sent. */
export function wrongIn(row: Row, fields: readonly Standard[]): Item[] {
  const good: Record<Item, boolean> = {
    worker: WORKER.test(row.worker),
    field: fields.some(({ field }) => field === row.field),
    level: /^[234]$/.test(row.level),
    day: isDay(row.day),
  }
  return ITEMS.filter((item) => !good[item])
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T`)
}

export const reportOf = ({ worker, field, level, day }: Row): Report => ({
  worker,
  field,
  level: Number(level) as Report['level'],
  evaluatedOn: day,
})
