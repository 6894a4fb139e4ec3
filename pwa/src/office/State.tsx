/** What stands where nothing has been read yet: it is being read, one is not signed in, or it cannot be read. */
import type { Trouble } from '../features/passport/watch'
import { useOffice } from './context'

export function State({ trouble }: { trouble: Trouble | null }) {
  const { t } = useOffice()
  if (trouble === null) {
    return (
      <main class="places" aria-busy="true">
        <p>{t.loading}</p>
      </main>
    )
  }
  return (
    <main class="places">
      {typeof trouble === 'object' ? (
        <p>
          <b>{trouble.title}</b> {trouble.remedy?.who} — {trouble.remedy?.what}
        </p>
      ) : (
        <p>{trouble === 'offline' ? t.nothingKept : t.trouble}</p>
      )}
      <p class="row">
        <button type="button" class="btn small" onClick={() => dispatchEvent(new Event('again'))}>
          {t.again}
        </button>
        <a class="btn small" href="/door">
          {t.signIn}
        </a>
      </p>
    </main>
  )
}
