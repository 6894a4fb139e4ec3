/** The sites of a company: those of which it is prime contractor, and those it runs for another. */
import { type CompanySites, getSites } from './api'
import { useOffice } from './context'
import { pathOf } from './places'
import { useSeen } from './useSeen'

export function Sites({ company }: { company: string }) {
  const { t, language } = useOffice()
  const { answer } = useSeen<CompanySites>(`sites of ${company}`, getSites(company), language)
  if (answer === null || answer.sites.length === 0) {
    return null
  }
  return (
    <ul class="sites" aria-label={t.sites}>
      {answer.sites.map((site) => (
        <li key={site.number}>
          <span>{site.name}</span>
          <span class="num">
            {t.dayIs(site.firstOn)} – {t.dayIs(site.lastOn)}
          </span>
          <span class="grow" />
          {(['board', 'approvals', 'list'] as const).map((page) => (
            <a key={page} href={pathOf('site', site.number, page)}>
              {t.pages[page]}
            </a>
          ))}
          <a href={pathOf('site', site.number, 'form')}>{t.pages.site}</a>
        </li>
      ))}
    </ul>
  )
}
