/** What stands where nothing has been read yet. */
import type { Trouble } from '../features/passport/watch'
import { useOffice } from './context'

export function State({ stage, trouble }: { stage: string; trouble: Trouble | null }) {
  const { t } = useOffice()
  const said = typeof trouble === 'object' && trouble !== null && 'title' in trouble ? String(trouble.title) : null
  return (
    <main class="places" aria-busy={trouble === null}>
      <p>{trouble === null ? t.loading : (said ?? (trouble === 'offline' ? t.offline : t.trouble))}</p>
      {trouble !== null && stage !== 'opening' && (
        <button type="button" class="btn" onClick={() => dispatchEvent(new Event('again'))}>
          {t.signIn}
        </button>
      )}
    </main>
  )
}
