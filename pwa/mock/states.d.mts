import type { Passport, Person } from '../src/api/schema'

type StateName = 'counted' | 'waiting' | 'stopped' | 'none' | 'firstDay' | 'rest' | 'twoSites' | 'night' | 'siteUnknown'

export const states: Readonly<Record<StateName, (language: string) => Passport>>
export function people(language: string): Person[]
