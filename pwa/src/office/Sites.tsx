/** The sites of a company: those of which it is prime contractor, and those it runs for another. */
import { usePage } from '../features/history/usePage'
import { type CompanySites, getSites } from './api'
import { useOffice } from './context'
import { approvalsOf, boardOf } from './places'

export function Sites({ company }: { company: string }) {
  const { t, language } = useOffice()
  const { answer } = usePage<CompanySites>(`sites of ${company}`, getSites(company), language, null)
  if (answer === null || answer.sites.length === 0) {
    return null
  }
  return (
    <ul class="sites" aria-label={t.sites}>
      {answer.sites.map((site) => (
        <li key={site.number}>
          <span>{site.name}</span>
          <span class="num">
            {site.firstOn} – {site.lastOn}
          </span>
          <span class="grow" />
          <a href={boardOf(site.number)}>{t.board}</a>
          <a href={approvalsOf(site.number)}>{t.approvals}</a>
        </li>
      ))}
    </ul>
  )
}
