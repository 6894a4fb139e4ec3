/** Which page stands at which place. Home and the door come with the app, everything else when it is first wanted. */
import type { ComponentType } from 'preact'
import { addresses } from '../addresses'
import type { Place } from '../routes'
import { later } from '../ui/later'
import { DoorPage } from './door/DoorPage'
import { HomePage } from './passport/HomePage'
import type { View } from './passport/watch'
import type { Settings } from './settings/settings'

/** What every page is given; each takes what it needs. */
export interface PageProps {
  place: Place
  view: View
  /** The phone's clock, by the minute. */
  now: number
  settings: Settings
  choose: (part: Partial<Settings>) => void
  /** Somebody has signed in: begin anew, at home. */
  entered: () => void
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
  viewers: HomePage,
  inbox: HomePage,
  keys: HomePage,
  lost: HomePage,
  data: HomePage,
  firstLogin: DoorPage,
  newPhone: DoorPage,
  invitation: DoorPage,
  check: later(() => import('./check/CheckPage')),
}

/** Pages for whoever is not signed in, or not yet; nobody's passport is asked for there. */
export const outside: ReadonlySet<Place['page']> = new Set(['door', 'firstLogin', 'newPhone', 'invitation', 'check'])
