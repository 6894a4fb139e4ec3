/** The office's pages: of what, who is offered them, and where each comes from. A page is brought when it is first wanted. */
import type { ComponentType } from 'preact'
import type { Role } from '../api/schema'
import { Approvals } from './Approvals'
import { Board } from './Board'
import { Workers } from './Workers'
import { later } from './later'
import type { Of } from './places'
import type { OfficeWords } from './words'

export interface PageProps {
  /** The site's or company's; nothing where the page is of the register. */
  number: string
  /** The thing on the page that is open. */
  id: string | null
}

export interface OfficePage {
  page: string
  of: Of
  word: keyof OfficeWords['pages']
  roles: readonly Role[]
  Page: ComponentType<PageProps>
}

const COMPANY: readonly Role[] = ['responsible_person', 'layer_manager', 'proxy_clerk']
const LEADING: readonly Role[] = ['responsible_person', 'layer_manager']
const SITE: readonly Role[] = ['site_manager', ...LEADING]
const SEEING: readonly Role[] = [...SITE, 'site_viewer', 'operator']
const FILING: readonly Role[] = ['responsible_person', 'proxy_clerk']
const REVIEWING: readonly Role[] = ['operator', 'counter_staff']
const OPERATOR: readonly Role[] = ['operator']
const EVALUATING: readonly Role[] = ['evaluation_body']

export const PAGES: readonly OfficePage[] = [
  { page: 'board', of: 'site', word: 'board', roles: SEEING, Page: Board },
  { page: 'approvals', of: 'site', word: 'approvals', roles: SITE, Page: Approvals },
  { page: 'corrections', of: 'site', word: 'corrections', roles: SITE, Page: later(() => import('./corrections/CorrectionsPage')) },
  { page: 'list', of: 'site', word: 'list', roles: SITE, Page: later(() => import('./list/WorkerListPage')) },
  { page: 'grid', of: 'site', word: 'grid', roles: SITE, Page: later(async () => ({ Page: (await import('./grid/GridPage')).SitePage })) },
  { page: 'structure', of: 'site', word: 'structure', roles: SITE, Page: later(() => import('./structure/StructurePage')) },
  { page: 'readers', of: 'site', word: 'readers', roles: SITE, Page: later(() => import('./readers/ReadersPage')) },
  { page: 'form', of: 'site', word: 'site', roles: SITE, Page: later(() => import('./site/SitePage')) },
  { page: 'workers', of: 'company', word: 'workers', roles: COMPANY, Page: Workers },
  {
    page: 'applications',
    of: 'company',
    word: 'applications',
    roles: FILING,
    Page: later(() => import('./applications/ApplicationsPage')),
  },
  { page: 'offers', of: 'company', word: 'offers', roles: COMPANY, Page: later(() => import('./offers/OffersPage')) },
  { page: 'asked', of: 'company', word: 'asked', roles: LEADING, Page: later(() => import('./structure/AskedPage')) },
  { page: 'new-site', of: 'company', word: 'newSite', roles: LEADING, Page: later(() => import('./site/NewSitePage')) },
  { page: 'experience', of: 'company', word: 'experience', roles: FILING, Page: later(() => import('./experience/ExperiencePage')) },
  { page: 'company', of: 'company', word: 'company', roles: COMPANY, Page: later(() => import('./company/CompanyPage')) },
  { page: 'users', of: 'company', word: 'users', roles: LEADING, Page: later(() => import('./users/UsersPage')) },
  { page: 'review', of: 'register', word: 'review', roles: REVIEWING, Page: later(() => import('./review/ReviewPage')) },
  {
    page: 'qualifications',
    of: 'register',
    word: 'qualifications',
    roles: REVIEWING,
    Page: later(() => import('./qualifications/QualificationsPage')),
  },
  { page: 'cards', of: 'register', word: 'cards', roles: OPERATOR, Page: later(() => import('./cards/CardsPage')) },
  { page: 'relief', of: 'register', word: 'relief', roles: OPERATOR, Page: later(() => import('./relief/ReliefPage')) },
  { page: 'levels', of: 'register', word: 'levels', roles: EVALUATING, Page: later(() => import('./levels/LevelsPage')) },
  { page: 'reports', of: 'register', word: 'reports', roles: EVALUATING, Page: later(() => import('./reports/ReportsPage')) },
  { page: 'standards', of: 'register', word: 'standards', roles: EVALUATING, Page: later(() => import('./standards/StandardsPage')) },
]
