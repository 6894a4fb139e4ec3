/** One list for the whole office: frozen head and first column, sort, filter, keyboard; long ones are drawn in windows. */
import type { ComponentChildren } from 'preact'
import { flushSync } from 'preact/compat'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useOffice } from './context'
import { type Sorting, narrow, sortBy } from './sorting'

export interface Column<Row> {
  key: string
  head: string
  /** What stands in the cell. */
  cell: (row: Row) => ComponentChildren
  /** What the column is sorted and narrowed by. */
  value: (row: Row) => string | number | null
  /** Figures stand right. */
  figure?: boolean
}

interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  id: (row: Row) => string
  tone?: (row: Row) => 'stop' | 'wait' | 'plain'
  empty: string
  marked?: ReadonlySet<string>
  mark?: (ids: ReadonlySet<string>) => void
  /** What Enter does. */
  open?: (row: Row) => void
  /** Where the first cell leads. */
  link?: (row: Row) => string
  sort?: Sorting
  /** What the field for narrowing asks for, where that is not people. */
  find?: string
}

const ROW_PX = 30
const HEAD_PX = 34
const WINDOW_FROM = 200
const MORE_ROWS = 12

export function DataTable<Row>({ caption, columns, rows, id, tone, empty, marked, mark, open, link, sort = null, find }: Props<Row>) {
  const { t } = useOffice()
  const narrowing = find ?? t.find
  const [sorting, setSorting] = useState<Sorting>(sort)
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const [view, setView] = useState({ top: 0, height: 800 })
  const [printing, setPrinting] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => sortBy(narrow(rows, columns, sought), columns, sorting), [rows, columns, sought, sorting])
  const windowed = shown.length > WINDOW_FROM && !printing
  const from = windowed ? Math.max(0, Math.floor(view.top / ROW_PX) - MORE_ROWS) : 0
  const to = windowed ? Math.min(shown.length, Math.ceil((view.top + view.height) / ROW_PX) + MORE_ROWS) : shown.length

  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      if (event.key === '/' && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) {
        event.preventDefault()
        field.current?.focus()
      }
    }
    const whole = () => flushSync(() => setPrinting(true))
    const again = () => setPrinting(false)
    addEventListener('keydown', slash)
    addEventListener('beforeprint', whole)
    addEventListener('afterprint', again)
    return () => {
      removeEventListener('keydown', slash)
      removeEventListener('beforeprint', whole)
      removeEventListener('afterprint', again)
    }
  }, [])

  // What the list no longer shows is not marked any more: nobody decides what he does not see.
  useEffect(() => {
    if (mark && marked) {
      const seen = new Set(shown.map(id))
      const left = [...marked].filter((one) => seen.has(one))
      if (left.length < marked.size) {
        mark(new Set(left))
      }
    }
  }, [shown])

  const toggle = (row: Row) => {
    if (mark && marked) {
      const next = new Set(marked)
      if (!next.delete(id(row))) {
        next.add(id(row))
      }
      mark(next)
    }
  }

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) {
      return
    }
    const row = shown[at]
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -shown.length, End: shown.length }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.min(Math.max(at + step, 0), shown.length - 1)
      setAt(next)
      reveal(box.current, next)
    } else if (event.key === ' ' && row !== undefined) {
      event.preventDefault()
      toggle(row)
    } else if (event.key === 'Enter' && row !== undefined) {
      open?.(row)
    }
  }

  const scroll = (event: Event) => {
    const target = event.currentTarget as HTMLElement
    setView({ top: target.scrollTop, height: target.clientHeight })
  }

  return (
    <section class={mark ? 'list ticked' : 'list'} aria-label={caption}>
      <div class="tools">
        <input
          ref={field}
          class="narrow"
          type="search"
          value={sought}
          placeholder={narrowing}
          aria-label={narrowing}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        {mark && marked && (
          <button type="button" class="btn small" onClick={() => mark(marked.size === shown.length ? new Set() : new Set(shown.map(id)))}>
            {t.markAll}
          </button>
        )}
        <span class="num">{t.shown(shown.length, rows.length)}</span>
        <span class="keys">{mark ? t.keysMark : t.keys}</span>
      </div>
      {/* The rows are walked by arrows, as in a grid: the box takes the focus, not each row. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div class="scroll" ref={box} tabIndex={0} role="group" aria-label={caption} onKeyDown={press} onScroll={scroll}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {mark && (
                <th class="tick" scope="col">
                  <span class="unseen">{t.markAll}</span>
                </th>
              )}
              {columns.map((column) => (
                <th key={column.key} scope="col" class={column.figure ? 'n' : ''} aria-sort={ariaSort(sorting, column.key)}>
                  <button type="button" onClick={() => setSorting(turned(sorting, column.key))}>
                    {column.head}
                    <span aria-hidden="true">{sorting?.key === column.key ? (sorting.down ? ' ▾' : ' ▴') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {from > 0 && <tr aria-hidden="true" style={{ height: `${from * ROW_PX}px` }} />}
            {shown.slice(from, to).map((row, index) => (
              <tr
                key={id(row)}
                data-place={from + index}
                class={`${tone?.(row) ?? 'plain'}${from + index === at ? ' at' : ''}`}
                aria-current={from + index === at ? 'true' : undefined}
                onClick={() => setAt(from + index)}
              >
                {mark && marked && (
                  <td class="tick">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={marked.has(id(row))}
                      aria-label={String(columns[0]?.value(row) ?? '')}
                      onChange={() => toggle(row)}
                    />
                  </td>
                )}
                {columns.map((column, place) =>
                  place === 0 ? (
                    <th key={column.key} scope="row">
                      {link === undefined ? column.cell(row) : <a href={link(row)}>{column.cell(row)}</a>}
                    </th>
                  ) : (
                    <td key={column.key} class={column.figure ? 'n num' : ''}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
            {to < shown.length && <tr aria-hidden="true" style={{ height: `${(shown.length - to) * ROW_PX}px` }} />}
          </tbody>
        </table>
        {shown.length === 0 && <p class="nothing">{rows.length === 0 ? empty : t.nothingFound}</p>}
      </div>
    </section>
  )
}

/** Scrolls so far that a row stands below the head and above the end of the box; it need not be drawn yet. */
function reveal(box: HTMLElement | null, place: number): void {
  if (box === null) {
    return
  }
  const top = place * ROW_PX
  const room = box.clientHeight - HEAD_PX - ROW_PX
  box.scrollTop = Math.min(Math.max(box.scrollTop, top - room), top)
}

function turned(sorting: Sorting, key: string): Sorting {
  if (sorting?.key !== key) {
    return { key, down: false }
  }
  return sorting.down ? null : { key, down: true }
}

function ariaSort(sorting: Sorting, key: string): 'ascending' | 'descending' | 'none' {
  if (sorting?.key !== key) {
    return 'none'
  }
  return sorting.down ? 'descending' : 'ascending'
}
