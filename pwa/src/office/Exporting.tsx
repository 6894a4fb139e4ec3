/** Asks for a list as a file, waits while it is made behind the scenes, and gives the link. */
import { useEffect, useState } from 'preact/hooks'
import { type AskedList, type ListAsked, askForList, lookAtList } from './api'
import { useOffice } from './context'

const LOOK_EVERY_MS = 1000

type Wanted = Omit<ListAsked, 'file' | 'language' | 'columns'>

export function Exporting({ wanted }: { wanted: Wanted }) {
  const { t, language } = useOffice()
  const [list, setList] = useState<AskedList | null>(null)
  const [failed, setFailed] = useState(false)
  const waiting = !failed && (list?.state === 'waiting' || list?.state === 'beingMade')

  useEffect(() => {
    if (!waiting || list === null) {
      return undefined
    }
    const timer = setTimeout(() => lookAtList(list.id, language).then(setList, () => setFailed(true)), LOOK_EVERY_MS)
    return () => clearTimeout(timer)
  }, [list, waiting, language])

  const take = (file: 'csv' | 'xlsx') => {
    setFailed(false)
    askForList({ ...wanted, file, language, columns: [] } as ListAsked, language).then(setList, () => setFailed(true))
  }

  return (
    <span class="exporting" role="status">
      <button type="button" class="btn small" disabled={waiting} onClick={() => take('xlsx')}>
        {t.excel}
      </button>
      <button type="button" class="btn small" disabled={waiting} onClick={() => take('csv')}>
        {t.csv}
      </button>
      {waiting && t.making}
      {list?.state === 'ready' && (
        <a href={`/v1/exports/${list.id}/file`} download={list.name ?? ''}>
          {t.fetch} <span class="num">{list.name}</span>
        </a>
      )}
      {(failed || list?.state === 'failed') && <b>{list?.why?.why ?? t.failed}</b>}
    </span>
  )
}
