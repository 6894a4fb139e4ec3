/** One row of a report: four cells, and what became of it. */
import { Why } from '../acting'
import { useOffice } from '../context'
import type { Standard } from '../levels/calls'
import { useOwn } from '../own'
import { type Item, type Row, isBlank, wrongIn } from './rows'
import type { Line } from './sheet'
import { en, ja } from './words'

interface Props {
  nth: number
  line: Line
  fields: readonly Standard[]
  /** Whether what cannot be read is said: from the first sending on. */
  shows: boolean
  put: (part: Partial<Row>) => void
  paste: (text: string) => void
}

export function ReportRow({ nth, line: { row, outcome }, fields, shows, put, paste }: Props) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const done = outcome === 'done'
  const wrong = shows && outcome === null && !isBlank(row) ? wrongIn(row, fields) : []
  const cell = (item: Item) => ({
    'aria-label': `${w.items[item]} ${w.row(nth)}`,
    'aria-invalid': wrong.includes(item),
    value: row[item],
    disabled: done,
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      if (/[\t\n,、]/.test(text.trim())) {
        event.preventDefault()
        paste(text)
      }
    },
  })
  const choices = fields.some(({ field }) => field === row.field) || row.field === '' ? [] : [row.field]
  return (
    <tr class={wrong.length > 0 || (outcome !== null && !done) ? 'stop' : ''}>
      <th scope="row" class="n num">
        {nth}
      </th>
      <td>
        <input
          {...cell('worker')}
          class="num"
          inputMode="numeric"
          size={16}
          onInput={(event) => put({ worker: event.currentTarget.value.replaceAll(/[-\s]/g, '') })}
        />
      </td>
      <td>
        <select {...cell('field')} onChange={(event) => put({ field: event.currentTarget.value })}>
          <option value="">{t.choose}</option>
          {choices.map((typed) => (
            <option key={typed} value={typed}>
              {typed}
            </option>
          ))}
          {fields.map(({ field, name }) => (
            <option key={field} value={field}>
              {field} {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select {...cell('level')} onChange={(event) => put({ level: event.currentTarget.value })}>
          {['', '2', '3', '4', ...(/^[234]?$/.test(row.level) ? [] : [row.level])].map((level) => (
            <option key={level} value={level}>
              {level === '' ? '–' : level}
            </option>
          ))}
        </select>
      </td>
      <td>
        {/^(\d{4,}-\d\d-\d\d)?$/.test(row.day) ? (
          <input {...cell('day')} type="date" onInput={(event) => put({ day: event.currentTarget.value })} />
        ) : (
          <input {...cell('day')} size={12} onChange={(event) => put({ day: event.currentTarget.value })} />
        )}
      </td>
      <td class="outcome">
        {done && <b class="ok">{w.done}</b>}
        {outcome !== null && !done && <Why reason={outcome} />}
        {wrong.length > 0 && <b class="why">{w.unread(wrong.map((item) => w.items[item]).join('・'))}</b>}
      </td>
    </tr>
  )
}
