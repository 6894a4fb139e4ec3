/** A table of people, from a spreadsheet: a draft of each row, and what is wrong in it. */
import { useState } from 'preact/hooks'
import { ask, read } from '../../api/client'
import type { components } from '../../api/schema.gen'
import { Told, useActing } from '../acting'
import { useOffice } from '../context'
import { useOwn } from '../own'
import { pathOf } from '../places'
import { en, ja } from './words'

type Row = components['schemas']['DraftedRow']

const PATIENCE_MS = 60_000

export function Table({ company }: { company: string }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [rows, setRows] = useState<readonly Row[]>([])
  const { busy, outcome, act } = useActing()
  const send = (file: File, form: string) =>
    act(async () => {
      const answer = await ask(`/v1/companies/${company}/applications/table?form=${form}`, {
        language,
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
        patience: PATIENCE_MS,
      })
      setRows((await read<{ rows: Row[] }>(answer)).rows)
    }, w.uploaded)
  const drafts = rows.filter(({ application }) => application !== null)
  const made = drafts.filter((one) => one.new)
  const bad = rows.filter(({ faults }) => faults.length > 0)
  return (
    <div class="table-of">
      <div class="under">
        <b>{w.table}</b>
        {(['simplified', 'detailed'] as const).map((form) => (
          <label key={form} class="btn small upload" aria-busy={busy}>
            {w.forms[form]}
            <input
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              disabled={busy}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? []
                event.currentTarget.value = ''
                if (file !== undefined) {
                  void send(file, form)
                }
              }}
            />
          </label>
        ))}
        <small>{w.tableHint}</small>
      </div>
      <Told outcome={outcome} />
      {rows.length > 0 && (
        <p class="under" role="status">
          {w.rows(made.length, drafts.length - made.length, bad.length)}
        </p>
      )}
      {bad.length > 0 && (
        <ul class="said">
          {bad.map((one) => (
            <li key={one.row}>
              {one.application === null ? (
                <b>
                  {w.row(one.row)} {one.name}
                </b>
              ) : (
                <a href={pathOf('company', company, 'applications', one.application)}>
                  {w.row(one.row)} {one.name}
                </a>
              )}
              {one.faults.map(({ item, name, reason }) => (
                <p key={item} class="refused">
                  {name !== '' && `${name}: `}
                  <b>{reason.why}</b> {reason.what}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
