/** The qualifications' names, in the office's language. */
import { useMemo } from 'preact/hooks'
import { useOffice } from '../context'
import { type Catalogue, getCatalogue } from '../levels/calls'
import { useSeen } from '../useSeen'

type Name = Catalogue['qualifications'][number]

export interface Names {
  all: readonly Name[]
  /** How a qualification is called here; a standard names it in Japanese, as it is official. */
  said: (official: string) => string
}

export function useNames(): Names {
  const { language } = useOffice()
  const { answer } = useSeen<Catalogue>('qualifications', getCatalogue, language)
  return useMemo(() => {
    const all = answer?.qualifications ?? []
    const byName = new Map(all.map(({ ja, name }) => [ja, name]))
    return { all, said: (official) => byName.get(official) ?? official }
  }, [answer])
}
