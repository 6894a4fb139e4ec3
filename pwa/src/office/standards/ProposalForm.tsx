/** The writing of a new version: begun from the one in force; what cannot stand is said at its field. */
import { useEffect, useState } from 'preact/hooks'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Standard, propose } from '../levels/calls'
import { useOwn } from '../own'
import { type Draft, type LevelDraft, draftOf, missingIn, placeIn, proposalOf } from './draft'
import { GradeFields } from './GradeFields'
import { LevelFields } from './LevelFields'
import type { Names } from './names'
import { PlacedLine } from './PlacedLine'
import { Wrong, type WrongPlace, goToWrong } from './wrong'
import { en, ja } from './words'

interface Props {
  standard: Standard
  /** Those of the version in force. */
  grades: Draft['grades']
  names: Names
  over: () => void
}

export function ProposalForm({ standard, grades, names, over }: Props) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [draft, setDraft] = useState(() => draftOf(standard, grades))
  const [missing, setMissing] = useState<string | null>(null)
  const { busy, outcome, act } = useActing()
  const refused = outcome !== null && 'refused' in outcome ? { place: placeIn(outcome.at) ?? '$', why: outcome.refused.why } : null
  const wrong: WrongPlace | null = missing === null ? refused : { place: missing, why: w.missing }
  useEffect(() => {
    if (refused !== null) {
      goToWrong(refused.place)
    }
  }, [outcome])
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setMissing(null)
  }
  const changeLevel = (at: number, part: Partial<LevelDraft>) =>
    change({ levels: draft.levels.map((one, place) => (place === at ? { ...one, ...part } : one)) })

  const send = async () => {
    const first = missingIn(draft)
    setMissing(first)
    if (first !== null) {
      goToWrong(first)
    } else if (await act(() => propose(standard.field, proposalOf(draft), language), w.proposed)) {
      over()
    }
  }
  return (
    <section class="begin proposal" aria-label={w.proposing}>
      <h2 class="under">{w.proposing}</h2>
      <p class="under quiet-word">{w.proposingHint}</p>
      <Wrong.Provider value={wrong}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <div class="under">
            <PlacedLine
              place="$.validFrom"
              label={w.validFrom}
              type="date"
              value={draft.validFrom}
              set={(validFrom) => change({ validFrom })}
            />
            <PlacedLine place="$.source" label={w.source} wide value={draft.source} set={(source) => change({ source })} />
            <PlacedLine
              place="$.occupations"
              label={w.trades}
              hint={w.tradesHint}
              wide
              value={draft.trades}
              set={(trades) => change({ trades })}
            />
          </div>
          <div class="levels">
            {draft.levels.map((one, at) => (
              <LevelFields key={one.level} place={`$.levels[${at}]`} draft={one} names={names} change={(part) => changeLevel(at, part)} />
            ))}
          </div>
          <GradeFields grades={draft.grades} names={names} set={(next) => change({ grades: next })} />
          <div class="under">
            <PlacedLine place="$.note" label={w.note} wide value={draft.note} set={(note) => change({ note })} />
          </div>
          <Told outcome={outcome} />
          <div class="under">
            <button type="submit" class="btn main small" disabled={busy}>
              {w.file}
            </button>
            <button type="button" class="btn small" disabled={busy} onClick={over}>
              {w.cancel}
            </button>
          </div>
        </form>
      </Wrong.Provider>
    </section>
  )
}
