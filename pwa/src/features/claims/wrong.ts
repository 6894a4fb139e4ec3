/** What somebody types about a wrong record, and how it becomes a claim. */
import type { ClaimBody, ClaimKind, Day, DayDetail, VisitDetail } from '../../api/schema'
import { timeInJapan } from '../../i18n/dates'
import { type Missing, instantsOf } from './claims'
import type { Unsent } from './outbox'

export type WrongKind = Exclude<ClaimKind, 'missedDay'>
export const wrongKinds: readonly WrongKind[] = ['wrongTimes', 'notThere', 'somethingElse']

export interface Wrong {
  site: string
  kind: WrongKind | ''
  entry: string
  exit: string
  note: string
}

/** The records that can be said to be wrong: those that count, and of which nothing waits for an answer. */
export function correctable({ visits, claims }: Pick<DayDetail, 'visits' | 'claims'>): VisitDetail[] {
  const waiting = new Set(claims.filter(({ state }) => state === 'waiting').map(({ site }) => site.number))
  return visits.filter(({ site, state }) => state === 'counted' && !waiting.has(site.number))
}

/** Begins with what could not be sent as it was, else with the record as it stands. */
export function draftOfWrong(answer: Pick<DayDetail, 'workDate' | 'visits' | 'claims'>, outbox: Unsent[]): Wrong {
  const failed = outbox.find(
    ({ state, claim }) => state === 'impossible' && claim.kind !== 'missedDay' && claim.workDate === answer.workDate,
  )
  if (failed !== undefined) {
    const { site, kind, entryAt, exitAt, why } = failed.claim
    return { site, kind: kind as WrongKind, entry: clock(entryAt), exit: clock(exitAt), note: why }
  }
  const [first] = correctable(answer)
  return { site: first?.site.number ?? '', kind: '', entry: clock(first?.times.entryAt), exit: clock(first?.times.exitAt), note: '' }
}

export function missingInWrong({ kind, entry, note }: Wrong): Missing[] {
  const missing: Missing[] = []
  if (kind === '') {
    missing.push('kind')
  }
  if (kind === 'wrongTimes' && entry === '') {
    missing.push('entry')
  }
  if (kind === 'somethingElse' && note.trim() === '') {
    missing.push('note')
  }
  return missing
}

export function claimOfWrong({ site, kind, entry, exit, note }: Wrong, workDate: Day): ClaimBody {
  if (kind === '') {
    throw new Error('what is wrong was not chosen')
  }
  const times = kind === 'wrongTimes' ? instantsOf(workDate, entry, exit) : { entryAt: null, exitAt: null }
  return { kind, site, workDate, ...times, why: note.trim() }
}

/** An instant as a field for times takes it, with two digits for the hour. */
function clock(at: string | null | undefined): string {
  return at ? timeInJapan(at).padStart(5, '0') : ''
}
