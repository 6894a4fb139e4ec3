/** The qualifications of one way to a level: all of one list, some of another, and whether that is everything. */
import { useOwn } from '../own'
import type { WayDraft } from './draft'
import { EntriesField } from './EntriesField'
import type { Names } from './names'
import { PlacedLine } from './PlacedLine'
import { en, ja } from './words'

interface Props {
  place: string
  draft: WayDraft
  names: Names
  change: (part: Partial<WayDraft>) => void
}

export function WayFields({ place, draft, names, change }: Props) {
  const w = useOwn({ ja, en })
  return (
    <>
      <EntriesField place={`${place}.all_of`} label={w.allOf} entries={draft.allOf} names={names} set={(allOf) => change({ allOf })} />
      <EntriesField place={`${place}.any_of`} label={w.anyOf} entries={draft.anyOf} names={names} set={(anyOf) => change({ anyOf })} />
      {draft.anyOf.length > 0 && (
        <PlacedLine place={`${place}.min_any`} label={w.minAny} figure value={draft.minAny} set={(minAny) => change({ minAny })} />
      )}
      <label class="tickable">
        <input type="checkbox" checked={draft.complete} onChange={() => change({ complete: !draft.complete })} /> {w.complete}：
        {w.isComplete}
      </label>
    </>
  )
}
