/** What somebody types about a missed day, and how it becomes a claim. */
import type { ClaimBody, Day, DayVisits, Instant, MonthVisits, Passport } from '../../api/schema'
import { daysBetween } from '../../i18n/dates'

export interface Draft {
  day: Day
  /** The number of a site of one's own history, or empty while another one is typed. */
  site: string
  number: string
  entry: string
  exit: string
  note: string
}

export interface KnownSite {
  number: string
  name: string
}

export type Missing = 'day' | 'site' | 'number' | 'entry' | 'kind' | 'note'

const NUMBER = /^\d{14}$/
export const OTHER_SITE = 'other'
const MOST_SITES = 4
/** A work day begins at four in the morning. */
const DAY_STARTS = '04:00'

export const emptyDraft = (day: Day): Draft => ({ day, site: '', number: '', entry: '', exit: '', note: '' })

/** Tells what is still missing; whether the day can be claimed is for the server to say. */
export function missingIn(draft: Draft, today: Day): Missing[] {
  const missing: Missing[] = []
  if (draft.day === '' || draft.day > today) {
    missing.push('day')
  }
  if (draft.site === '') {
    missing.push('site')
  } else if (draft.site === OTHER_SITE && !NUMBER.test(digits(draft.number))) {
    missing.push('number')
  }
  if (draft.entry === '') {
    missing.push('entry')
  }
  return missing
}

/** A number as typed, with spaces or in full width, as plain digits. */
export function digits(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}

export function claimOf(draft: Draft): ClaimBody {
  return {
    kind: 'missedDay',
    site: draft.site === OTHER_SITE ? digits(draft.number) : draft.site,
    workDate: draft.day,
    ...instantsOf(draft.day, draft.entry, draft.exit),
    why: draft.note.trim(),
  }
}

/** The instants of times typed for a work day: before four belongs to the night, and an exit before the entry to the next day. */
export function instantsOf(day: Day, entry: string, exit: string): { entryAt: Instant; exitAt: Instant | null } {
  const entryOn = entry < DAY_STARTS ? nextDay(day) : day
  const exitOn = exit <= entry ? nextDay(entryOn) : entryOn
  return { entryAt: `${entryOn}T${entry}:00+09:00`, exitAt: exit === '' ? null : `${exitOn}T${exit}:00+09:00` }
}

/** What was typed for a claim that could not be, to be mended; a site without a name was typed by its number. */
export function draftOf(claim: ClaimBody, siteName: string | null): Draft {
  return {
    day: claim.workDate,
    site: siteName === null ? OTHER_SITE : claim.site,
    number: siteName === null ? claim.site : '',
    entry: claim.entryAt?.slice(11, 16) ?? '',
    exit: claim.exitAt?.slice(11, 16) ?? '',
    note: claim.why,
  }
}

export function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The sites of one's own history, those of days near to this one first. */
export function sitesNear(day: Day, months: MonthVisits[], passport: Passport | null): KnownSite[] {
  const seen: Pick<DayVisits, 'date' | 'visits'>[] = months.flatMap(({ days }) => days)
  if (passport !== null) {
    seen.push({ date: passport.today.workDate, visits: passport.today.visits })
  }
  const found = new Map<string, string>()
  for (const { visits } of seen.sort((a, b) => Math.abs(daysBetween(day, a.date)) - Math.abs(daysBetween(day, b.date)))) {
    for (const { site } of visits) {
      if (site.name !== null && !found.has(site.number)) {
        found.set(site.number, site.name)
      }
    }
  }
  return [...found].slice(0, MOST_SITES).map(([number, name]) => ({ number, name }))
}
