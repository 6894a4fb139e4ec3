/**
 * Where the app is, and how it goes elsewhere.
 *
 *   /  /pass  /inbox  /settings  /door  and what else stands in addresses.ts
 *   /history           this month as a calendar        /history/list           the same as a list
 *   /history/2026-11   another month                   /history/2026-11/list
 *   /history/2026-11-11   a day                        /history/2026-11-11/claim, /wrong   with a sheet over it
 *   /history/2026      a year
 *   /applications/019a…   an application
 *   /road              the road seen last              /road/012   the road of a field   /road/012/4   to that level
 */
import { useLayoutEffect, useState } from 'preact/hooks'
import { addresses } from './addresses'
import type { GoalLevel } from './api/road'
import type { Day, Month } from './api/schema'

export type View = 'calendar' | 'list'

/** Pages whose address says everything. */
export type Plain = Exclude<keyof typeof addresses, 'history' | 'road'>

/** A missed day, or what is wrong with a record. */
export type DaySheet = 'claim' | 'wrong'

export type Place =
  | { page: Plain }
  | { page: 'month'; month: Month | null; view: View }
  | { page: 'day'; day: Day; sheet: DaySheet | null }
  | { page: 'year'; year: string }
  | { page: 'application'; id: string }
  | { page: 'road'; field: string | null; level: GoalLevel | null }

const HISTORY = /^\/history(?:\/(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?)?(?:\/(list|claim|wrong))?\/?$/

const APPLICATION = /^\/applications\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/

const ROAD = /^\/road(?:\/(\d{3})(?:\/([234]))?)?\/?$/

/** Reads an address; one that the app does not know is home. */
export function placeAt(path: string): Place {
  const [whole, year, month, day, part] = HISTORY.exec(path) ?? []
  if (whole !== undefined) {
    return historyAt(year, month, day, part)
  }
  const id = APPLICATION.exec(path)?.[1]
  if (id !== undefined) {
    return { page: 'application', id }
  }
  const [road, field, level] = ROAD.exec(path) ?? []
  if (road !== undefined) {
    return { page: 'road', field: field ?? null, level: level === undefined ? null : (Number(level) as GoalLevel) }
  }
  return { page: plainPages.get(path.replace(/(?<=.)\/$/, '')) ?? 'home' }
}

const plainPages = new Map(
  Object.entries(addresses).flatMap(([page, address]): [string, Plain][] =>
    page === 'history' || page === 'road' ? [] : [[address, page as Plain]],
  ),
)

function historyAt(year?: string, month?: string, day?: string, part?: string): Place {
  const date = `${year}-${month}-${day}`
  if (year !== undefined && month !== undefined && day !== undefined && isDay(date)) {
    return { page: 'day', day: date, sheet: part === 'claim' || part === 'wrong' ? part : null }
  }
  if (year !== undefined && month === undefined) {
    return { page: 'year', year }
  }
  return { page: 'month', month: year === undefined ? null : `${year}-${month}`, view: part === 'list' ? 'list' : 'calendar' }
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

export const pathTo = {
  month: (month: Month, view: View = 'calendar') => `${addresses.history}/${month.slice(0, 7)}${view === 'list' ? '/list' : ''}`,
  day: (day: Day) => `${addresses.history}/${day}`,
  claim: (day: Day) => `${addresses.history}/${day}/claim`,
  wrong: (day: Day) => `${addresses.history}/${day}/wrong`,
  application: (id: string) => `${addresses.applications}/${id}`,
  year: (year: string) => `${addresses.history}/${year.slice(0, 4)}`,
  road: (field: string, level: GoalLevel | null = null) => `${addresses.road}/${field}${level === null ? '' : `/${level}`}`,
}

const MOVED = 'moved'

export function go(to: string, { replace = false } = {}): void {
  const inside = replace ? cameFromInside() : true
  history[replace ? 'replaceState' : 'pushState']({ inside }, '', to)
  dispatchEvent(new Event(MOVED))
  if (!replace) {
    scrollTo(0, 0)
  }
}

function cameFromInside(): boolean {
  return (history.state as { inside?: boolean } | null)?.inside === true
}

/** Does what Android's back does; whoever came straight here goes up instead. */
export function goBack(up: string): void {
  if (cameFromInside()) {
    history.back()
  } else {
    go(up, { replace: true })
  }
}

export function usePath(): string {
  const [path, setPath] = useState(() => location.pathname)
  // Before anything is drawn: a page may go elsewhere as soon as it stands.
  useLayoutEffect(() => {
    const follow = () => setPath(location.pathname)
    addEventListener(MOVED, follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener(MOVED, follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  return path
}
