/** Levels that were evaluated elsewhere: typed or pasted, sent together, each row's outcome beside it. */
import './reports.css'
import { useState } from 'preact/hooks'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Standard, getStandards, report } from '../levels/calls'
import { useOwn } from '../own'
import { State } from '../State'
import { useSeen } from '../useSeen'
import { ReportRow } from './ReportRow'
import { ITEMS, MOST_ROWS, NO_ROW, type Row, isBlank, reportOf, rowsIn, wrongIn } from './rows'
import { type Line, afterSending, changed, laidFrom } from './sheet'
import { en, ja } from './words'

const FIRST_ROWS = 5
const blank = (n: number): Line[] => Array.from({ length: n }, () => ({ row: NO_ROW, outcome: null }))

export function Page() {
  const { language } = useOffice()
  const { answer, trouble } = useSeen('standards', getStandards, language)
  return answer === null ? <State trouble={trouble} /> : <Sheet fields={answer.fields} />
}

function Sheet({ fields }: { fields: readonly Standard[] }) {
  const { t, language } = useOffice()
  const w = useOwn({ ja, en })
  const [lines, setLines] = useState(() => blank(FIRST_ROWS))
  const [shows, setShows] = useState(false)
  const [said, setSaid] = useState('')
  const { busy, outcome, act } = useActing()
  const written = lines.filter(({ row, outcome: had }) => !isBlank(row) && had !== 'done')
  const good = written.filter(({ row }) => wrongIn(row, fields).length === 0)
  const send = () =>
    act(async () => {
      setShows(true)
      setSaid('')
      if (good.length > 0) {
        const told = await report(
          good.map(({ row }) => reportOf(row)),
          language,
        )
        setLines(afterSending(lines, good, told))
        const refused = told.filter(({ reason }) => reason !== null).length
        setSaid(w.told(told.length - refused, refused + written.length - good.length))
      }
    }, '')
  const put = (at: number, part: Partial<Row>) => setLines(changed(lines, at, part))
  const paste = (at: number, text: string) => setLines(laidFrom(lines, at, rowsIn(text, fields)))
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
        <span class="grow" />
        <div class="acts">
          <button
            type="button"
            class="btn main small"
            disabled={busy || written.length === 0 || written.length > MOST_ROWS}
            onClick={() => void send()}
          >
            {w.sendMany(written.length)}
          </button>
        </div>
      </div>
      <p class="under quiet-word">{written.length > MOST_ROWS ? w.tooMany(MOST_ROWS) : w.hint}</p>
      <Told outcome={outcome !== null && 'done' in outcome ? { done: said } : outcome} />
      <div class="wide-table">
        <table class="lines sheet">
          <caption class="unseen">{w.title}</caption>
          <thead>
            <tr>
              <th scope="col" class="n">
                <span class="unseen">{w.rows}</span>
              </th>
              {ITEMS.map((item) => (
                <th key={item} scope="col">
                  {item === 'worker' ? t.number : item === 'level' ? t.level : item === 'field' ? w.field : w.evaluatedOn}
                </th>
              ))}
              <th scope="col">{w.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <ReportRow
                key={at}
                nth={at + 1}
                line={line}
                fields={fields}
                shows={shows}
                put={(part) => put(at, part)}
                paste={(text) => paste(at, text)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="under">
        <button type="button" class="btn small" onClick={() => setLines([...lines, ...blank(FIRST_ROWS)])}>
          {w.add}
        </button>
        {lines.some((one) => one.outcome === 'done') && (
          <button type="button" class="btn small" onClick={() => setLines(lines.filter((one) => one.outcome !== 'done'))}>
            {w.clear}
          </button>
        )}
      </p>
    </main>
  )
}
