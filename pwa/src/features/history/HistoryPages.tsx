/** The pages of the history, loaded when somebody first goes there. */
import './history.css'
import '../../ui/Button.css'
import { workDateAt } from '../../i18n/dates'
import { useLanguage } from '../../i18n/words'
import { useOutbox } from '../claims/outbox'
import { words as claims } from '../claims/words'
import { words as data } from '../data/words'
import type { PageProps } from '../pages'
import { DayPage } from './DayPage'
import { MonthPage } from './MonthPage'
import { YearPage } from './YearPage'

/** Of claims, and of the files of a month or year; the history's own words come with the app. */
export const words = [claims, data]

export function Page({ place, view, now }: PageProps) {
  const language = useLanguage()
  const { passport, live } = view
  const outbox = useOutbox(passport?.worker.number ?? null)
  const common = {
    passport,
    now,
    language,
    outbox,
    today: passport !== null && live ? passport.today.workDate : workDateAt(now),
    turn: live ? passport : null,
  }
  switch (place.page) {
    case 'day':
      return <DayPage {...common} day={place.day} sheet={place.sheet} />
    case 'year':
      return <YearPage {...common} year={place.year} />
    case 'month':
      return <MonthPage {...common} month={place.month ?? common.today.slice(0, 7)} view={place.view} />
    default:
      return null
  }
}
