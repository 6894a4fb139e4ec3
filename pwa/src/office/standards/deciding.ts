/** Whether a level of a standard decides in the register, and why not: as the register's own judging has it. Pure. */
import type { Criteria, Standard } from '../levels/calls'

export type WhyNot = 'qualificationsUnknown' | 'daysAssumed' | 'foremanDaysAssumed' | 'tradesUnknown' | 'lowerUnknown'

const ASSUMED = { days: 'daysAssumed', foreman_days: 'foremanDaysAssumed' } as const

const isComplete = ({ complete, alternatives }: Criteria) => complete && alternatives.every((way) => way.complete)

/** For each level, why it does not decide; nothing where it does. */
export function whyNot({ occupations, levels }: Pick<Standard, 'occupations' | 'levels'>): readonly (readonly WhyNot[])[] {
  let lowerKnown = true
  return levels.map((level) => {
    const known = level.includes_lower ? lowerKnown : true
    lowerKnown = known && isComplete(level)
    return [
      ...(isComplete(level) ? [] : (['qualificationsUnknown'] as const)),
      ...level.assumed.map((one) => ASSUMED[one]),
      ...(occupations.length > 0 ? [] : (['tradesUnknown'] as const)),
      ...(known ? [] : (['lowerUnknown'] as const)),
    ]
  })
}
