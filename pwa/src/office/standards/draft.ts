/** A version of a standard while it is written: begun from the one in force, and what the server is sent of it. Pure. */
import type { Alternative, Criteria, Entry, Proposal, Standard } from '../levels/calls'
import { namesIn } from './changes'

export interface WayDraft {
  days: string
  allOf: readonly Entry[]
  anyOf: readonly Entry[]
  minAny: string
  complete: boolean
}

export interface LevelDraft extends WayDraft {
  level: Criteria['level']
  foremanDays: string
  counts: '' | NonNullable<Criteria['foreman_counts']>
  includesLower: boolean
  alternatives: readonly WayDraft[]
  note: string
}

export interface Draft {
  validFrom: string
  source: string
  /** Codes, as they are typed. */
  trades: string
  levels: readonly LevelDraft[]
  grades: readonly (readonly [string, string])[]
  note: string
}

export const NO_WAY: WayDraft = { days: '', allOf: [], anyOf: [], minAny: '1', complete: true }

/** Begins from what is in force; what was only assumed is left to be written, and our own notes on public pages are left out. */
export function draftOf(standard: Standard, grades: Draft['grades']): Draft {
  return {
    validFrom: '',
    source: '',
    trades: standard.occupations.join(' '),
    levels: standard.levels.map((one) => ({ ...levelDraft(one), note: standard.version === 0 ? '' : one.note })),
    grades,
    note: '',
  }
}

function levelDraft(one: Criteria): Omit<LevelDraft, 'note'> {
  return {
    ...wayDraft(one),
    level: one.level,
    days: one.assumed.includes('days') ? '' : String(one.days),
    foremanDays: one.assumed.includes('foreman_days') ? '' : String(one.foreman_days),
    counts: one.foreman_counts ?? '',
    includesLower: one.includes_lower,
    alternatives: one.alternatives.map(wayDraft),
  }
}

function wayDraft(way: Alternative): WayDraft {
  return { days: String(way.days), allOf: way.all_of, anyOf: way.any_of, minAny: String(way.min_any), complete: way.complete }
}

/** Codes of trades however they are parted: by blanks, commas or lines. */
export const codesIn = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter(Boolean)

export function proposalOf(draft: Draft): Proposal {
  return {
    validFrom: draft.validFrom,
    source: draft.source.trim(),
    occupations: codesIn(draft.trades),
    levels: draft.levels.map(criteriaOf),
    grades: draft.grades.map(([higher, lower]) => [higher, lower]),
    note: draft.note.trim(),
  }
}

function criteriaOf(one: LevelDraft): Criteria {
  return {
    ...wayOf(one),
    level: one.level,
    foreman_days: figureOf(one.foremanDays),
    foreman_counts: one.counts === '' ? null : one.counts,
    includes_lower: one.includesLower,
    alternatives: one.alternatives.map(wayOf),
    assumed: [],
    note: one.note.trim(),
  }
}

function wayOf(way: WayDraft): Alternative {
  const [all_of, any_of] = [way.allOf, way.anyOf].map((list) => list.map(entryOf)) as [Entry[], Entry[]]
  return { days: figureOf(way.days), all_of, any_of, min_any: any_of.length === 0 ? 1 : figureOf(way.minAny), complete: way.complete }
}

/** One name stands alone. */
function entryOf(entry: Entry): Entry {
  const [first, ...others] = namesIn(entry)
  return first !== undefined && others.length === 0 ? first : [...namesIn(entry)]
}

const figureOf = (typed: string) => Number(typed.normalize('NFKC').trim())
const isFigure = (typed: string) => /^\d{1,5}$/.test(typed.normalize('NFKC').trim())

/** Where something must still be written, as the server would name the place; the first only. */
export function missingIn(draft: Draft): string | null {
  const places: [string, boolean][] = [
    ['$.validFrom', draft.validFrom !== ''],
    ['$.source', draft.source.trim() !== ''],
    ['$.occupations', codesIn(draft.trades).length > 0],
    ...draft.levels.flatMap((level, at): [string, boolean][] => [
      [`$.levels[${at}].days`, isFigure(level.days)],
      [`$.levels[${at}].foreman_days`, isFigure(level.foremanDays)],
      [`$.levels[${at}].min_any`, isFigure(level.minAny)],
      ...level.alternatives.flatMap((way, nth): [string, boolean][] => [
        [`$.levels[${at}].alternatives[${nth}].days`, isFigure(way.days)],
        [`$.levels[${at}].alternatives[${nth}].min_any`, isFigure(way.minAny)],
      ]),
    ]),
    ...draft.grades.map(([higher, lower], at): [string, boolean] => [`$.grades[${at}]`, higher !== '' && lower !== '']),
  ]
  return places.find(([, good]) => !good)?.[0] ?? null
}

/** The place that a refusal names, without what stands around it. */
export const placeIn = (at: string | null): string | null => /\$[.\w[\]]*\w\]?/.exec(at ?? '')?.[0] ?? null

/** `$.levels[0].days` as the id of its field: `levels-0-days`. */
export const idOf = (place: string): string =>
  place
    .replace(/^\$\.?/, '')
    .replaceAll(/\W+/g, '-')
    .replace(/-$/, '')
