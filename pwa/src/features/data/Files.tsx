/** A month or a year as files: for a spreadsheet, and on paper. */
import type { Month } from '../../api/schema'
import { say, useWords } from '../../i18n/words'
import { Download } from './Download'
import { words } from './words'

interface Named {
  /** Whether the month or year is said, where the page does not say it. */
  named?: boolean
}

export function MonthFiles({ month, named = false }: Named & { month: Month }) {
  const t = useWords()
  const w = words.use()
  return <Files title={named ? t.monthWithYear(month) : w.thisMonth} path={`/v1/passport/months/${month}`} brief={named} />
}

export function YearFiles({ year, named = false }: Named & { year: string }) {
  const t = useWords()
  const w = words.use()
  return <Files title={named ? t.year(year) : w.thisYear} path={`/v1/passport/years/${year}`} brief={named} />
}

interface FilesProps {
  title: string
  path: `/v1/passport/${'months' | 'years'}/${string}`
  brief: boolean
}

function Files({ title, path, brief }: FilesProps) {
  const w = words.use()
  const holds = (text: string) => (brief ? {} : { holds: text })
  return (
    <section class="panel">
      <h2>{say(title)}</h2>
      <ul class="files">
        <Download path={`${path}/csv`} icon="list" name={w.csv} {...holds(w.csvFor)} />
        <Download path={`${path}/pdf`} icon="paper" name={w.pdf} {...holds(w.pdfFor)} />
      </ul>
    </section>
  )
}
