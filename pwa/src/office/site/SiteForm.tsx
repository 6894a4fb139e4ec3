/** The items of a site, in blocks. */
import { useOffice } from '../context'
import { Line, Pick } from '../Fields'
import { useOwn } from '../own'
import { prefecturesIn } from '../prefectures'
import type { Draft, Wrong } from './draft'
import { en, ja } from './words'

interface Props {
  draft: Draft
  change: (part: Partial<Draft>) => void
  wrong: Partial<Record<keyof Draft, Wrong>>
}

type Texts = Exclude<keyof Draft, 'kind' | 'prefecture' | 'officePrefecture' | 'publicClient' | 'harmful'>

export function SiteForm({ draft, change, wrong }: Props) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const where: [string, string][] = [['', t.choose], ...prefecturesIn(language)]
  const answers: [string, string][] = [
    ['', w.unknown],
    ['yes', w.yes],
    ['no', w.no],
  ]
  const said = (item: keyof Draft) => {
    const found = wrong[item]
    return found === undefined ? null : w[found]
  }
  const line = (item: Texts, type: 'text' | 'date' | 'time' = 'text', hint?: string) => (
    <Line
      id={item}
      label={w[item]}
      type={type}
      hint={hint}
      value={draft[item]}
      set={(value) => change({ [item]: value })}
      wrong={said(item)}
    />
  )
  return (
    <>
      <fieldset>
        <legend>{w.what}</legend>
        {line('name')}
        <Pick
          id="kind"
          label={w.kind}
          value={draft.kind}
          set={(kind) => change({ kind: kind as Draft['kind'] })}
          choices={Object.entries(w.kinds)}
        />
        {draft.kind === 'regionalBundle' && line('area', 'text', w.areaHint)}
        <Pick
          id="prefecture"
          label={w.prefecture}
          value={draft.prefecture}
          set={(prefecture) => change({ prefecture })}
          choices={where}
          wrong={said('prefecture')}
        />
        {line('address')}
      </fieldset>
      <fieldset>
        <legend>{w.days}</legend>
        {line('firstOn', 'date')}
        {line('lastOn', 'date')}
        {line('gateOpens', 'time')}
        {line('gateCloses', 'time')}
      </fieldset>
      <fieldset>
        <legend>{w.office}</legend>
        <Pick
          id="officePrefecture"
          label={w.officePrefecture}
          hint={w.officeHint}
          value={draft.officePrefecture}
          set={(officePrefecture) => change({ officePrefecture })}
          choices={where}
        />
        {line('officeAddress')}
      </fieldset>
      <fieldset>
        <legend>{w.order}</legend>
        {line('client')}
        <Pick
          id="publicClient"
          label={w.publicClient}
          value={draft.publicClient}
          set={(publicClient) => change({ publicClient })}
          choices={answers}
        />
        <Pick id="harmful" label={w.harmful} value={draft.harmful} set={(harmful) => change({ harmful })} choices={answers} />
      </fieldset>
    </>
  )
}
