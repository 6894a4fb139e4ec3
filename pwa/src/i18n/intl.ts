/** Figures, dates and months of a language by `Intl`; days and months are Japan's, figures are Western. */
import type { Day, Month } from '../api/schema'

/** A day without a time: read and shown in the same zone, so that it stays itself. */
const at = (day: Day) => new Date(`${day}T00:00:00Z`)
const A_SUNDAY = Date.UTC(2026, 10, 1)
const DAY_MS = 86_400_000

export function sayings(locale: string) {
  const by = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn-ca-gregory`, { timeZone: 'UTC', ...options })
    return (date: Date) => format.format(date)
  }
  const number = new Intl.NumberFormat(`${locale}-u-nu-latn`)
  const day = by({ day: 'numeric', month: 'long' })
  const full = by({ day: 'numeric', month: 'long', weekday: 'short' })
  const dated = by({ day: 'numeric', month: 'long', year: 'numeric' })
  const month = by({ month: 'long' })
  const monthAndYear = by({ month: 'long', year: 'numeric' })
  const year = by({ year: 'numeric' })
  const weekday = by({ weekday: 'short' })
  return {
    figure: (n: number) => number.format(n),
    date: (value: Day) => day(at(value)),
    dateWithYear: (value: Day) => dated(at(value)),
    dateWithWeekday: (value: Day) => full(at(value)),
    month: (value: Month) => month(at(`${value.slice(0, 7)}-01`)),
    monthWithYear: (value: Month) => monthAndYear(at(`${value.slice(0, 7)}-01`)),
    year: (value: string) => year(at(`${value.slice(0, 4)}-01-01`)),
    /** Sunday first. */
    weekdays: [0, 1, 2, 3, 4, 5, 6].map((n) => weekday(new Date(A_SUNDAY + n * DAY_MS))),
  }
}
