/** Which page stands at which place. Home and the door come with the app, everything else when it is first wanted. */
import type { ComponentType } from 'preact'
import { addresses, outside as outer } from '../addresses'
import type { Place } from '../routes'
import { later } from '../ui/later'
import { DoorPage } from './door/DoorPage'
import { HomePage } from './passport/HomePage'
import { type View, barOf } from './passport/watch'
import type { Settings } from './settings/settings'

/** What every page is given; each takes what it needs. */
export interface PageProps {
  place: Place
  view: View
  /** The phone's clock, by the minute. */
  now: number
  settings: Settings
  choose: (part: Partial<Settings>) => void
  /** Somebody has signed in: begin anew, at home or elsewhere. */
  entered: (to?: string) => void
  /** Signs out and wipes the phone; null where nobody is in. */
  leave: (() => Promise<void>) | null
  /** How many claims wait on this phone to be sent. */
  unsent: number
}

const HistoryPages = later<PageProps>(() => import('./history/HistoryPages'), addresses.history)

export const pages: Readonly<Record<Place['page'], ComponentType<PageProps>>> = {
  home: HomePage,
  door: DoorPage,
  month: HistoryPages,
  day: HistoryPages,
  year: HistoryPages,
  settings: later(() => import('./settings/SettingsPage'), addresses.settings),
  pass: later(() => import('./pass/PassPage'), addresses.pass),
  viewers: later(() => import('./viewers/ViewersPage'), addresses.pass),
  road: later(() => import('./levels/RoadPage'), addresses.road),
  qualifications: later(() => import('./levels/QualificationsPage'), addresses.road),
  inbox: later(() => import('./inbox/InboxPage'), addresses.home),
  notices: later(() => import('./notices/NoticesPage'), addresses.settings),
  keys: later(() => import('./account/KeysPage'), addresses.settings),
  lost: later(() => import('./account/LostPage'), addresses.settings),
  data: later(() => import('./data/DataPage'), addresses.settings),
  firstLogin: later(() => import('./enrolment/FirstLogin')),
  newPhone: later(() => import('./enrolment/NewPhone')),
  invitation: later(() => import('./enrolment/Invitation')),
  employers: later(() => import('./employment/EmploymentPage'), addresses.settings),
  apply: later(() => import('./applying/ApplyPage')),
  consent: later(() => import('./applying/ConsentPage')),
  applications: later(() => import('./applying/ApplicationsPage')),
  application: later(() => import('./applying/ApplicationPage')),
  mail: later(() => import('./notices/MailPage')),
  check: later(() => import('./check/CheckPage')),
}

/** Pages that are open to whoever is not in, too. */
const open: ReadonlySet<Place['page']> = new Set(['settings', 'lost'])

/** Pages for whoever is signed in, worker or not. */
const inside: ReadonlySet<Place['page']> = new Set(['applications', 'application', 'notices'])

/** Pages for whoever is not signed in, or not yet. */
export const outside: ReadonlySet<Place['page']> = new Set(outer)

/** What stands in the way of the passport, by what the server says; whoever stands before it is signed in. */
const barred: Readonly<Record<string, ComponentType<PageProps>>> = {
  consent_needed: later(() => import('./enrolment/ConsentPage')),
  worker_removed: later(() => import('./enrolment/RemovedPage')),
  not_a_worker: later(() => import('./office/OfficeHome')),
}

/** Every page but those outside and the open ones is behind the door, and most behind what is barred. */
export function pageAt({ page }: Place, view: View): ComponentType<PageProps> {
  if (open.has(page) || outside.has(page)) {
    return pages[page]
  }
  if (view.stage !== 'door' && inside.has(page)) {
    return pages[page]
  }
  return view.stage === 'door' ? pages.door : (barred[barOf(view) ?? ''] ?? pages[page])
}
