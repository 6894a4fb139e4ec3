/** What one level asks, as it is written. */
import { LevelShape } from '../../ui/LevelShape'
import { Pick } from '../Fields'
import { useOwn } from '../own'
import { type LevelDraft, NO_WAY, type WayDraft, idOf } from './draft'
import type { Names } from './names'
import { PlacedLine } from './PlacedLine'
import { WayFields } from './WayFields'
import { useWrong } from './wrong'
import { en, ja } from './words'

interface Props {
  place: string
  draft: LevelDraft
  names: Names
  change: (part: Partial<LevelDraft>) => void
}

export function LevelFields({ place, draft, names, change }: Props) {
  const w = useOwn({ ja, en })
  const { alternatives } = draft
  const changeWay = (at: number, part: Partial<WayDraft>) =>
    change({ alternatives: alternatives.map((way, nth) => (nth === at ? { ...way, ...part } : way)) })
  return (
    <fieldset>
      <legend class="nm">
        <LevelShape level={draft.level} size={20} /> {w.level(draft.level)}
      </legend>
      <div class="pair">
        <PlacedLine place={`${place}.days`} label={w.days} figure value={draft.days} set={(days) => change({ days })} />
        <PlacedLine
          place={`${place}.foreman_days`}
          label={w.foremanDays}
          figure
          value={draft.foremanDays}
          set={(foremanDays) => change({ foremanDays })}
        />
      </div>
      <Pick
        id={idOf(`${place}.foreman_counts`)}
        label={w.which}
        value={draft.counts}
        set={(counts) => change({ counts: counts as LevelDraft['counts'] })}
        choices={[['', w.whichNone], ...Object.entries(w.counts)]}
        wrong={useWrong(`${place}.foreman_counts`)}
      />
      {draft.level > 2 && (
        <label class="tickable">
          <input type="checkbox" checked={draft.includesLower} onChange={() => change({ includesLower: !draft.includesLower })} />{' '}
          {w.includesLower}：{w.includes}
        </label>
      )}
      <WayFields place={place} draft={draft} names={names} change={change} />
      {alternatives.map((way, nth) => (
        <fieldset key={nth} class="way">
          <legend>{w.wayIs(nth + 1)}</legend>
          <PlacedLine
            place={`${place}.alternatives[${nth}].days`}
            label={w.days}
            figure
            value={way.days}
            set={(days) => changeWay(nth, { days })}
          />
          <WayFields place={`${place}.alternatives[${nth}]`} draft={way} names={names} change={(part) => changeWay(nth, part)} />
          <button type="button" class="incell" onClick={() => change({ alternatives: alternatives.toSpliced(nth, 1) })}>
            {w.remove}：{w.wayIs(nth + 1)}
          </button>
        </fieldset>
      ))}
      <button type="button" class="btn small" onClick={() => change({ alternatives: [...alternatives, NO_WAY] })}>
        {w.addWay}
      </button>
      <PlacedLine place={`${place}.note`} label={w.note} value={draft.note} set={(note) => change({ note })} />
    </fieldset>
  )
}
