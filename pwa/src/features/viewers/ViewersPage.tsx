/** Who looked at me (見た人): organisation, role and purpose, day by day; and what to do about a look one does not understand. */
import './viewers.css'
import { addresses } from '../../addresses'
import { getViewers } from '../../api/account'
import type { Day, Look } from '../../api/schema'
import { dayInJapan } from '../../i18n/dates'
import { Said, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { words } from './words'

export { words }

const HEIGHTS = [120, 120, 180]

export function Page({ view, now }: PageProps) {
  const w = words.use()
  const { passport, live } = view
  const shown = usePage<{ views: Look[] }>('viewers', getViewers, useLanguage(), live ? passport : null)
  return (
    <Frame
      title={say(w.title)}
      up={addresses.pass}
      at={addresses.pass}
      sample={passport?.sample === true}
      shown={shown}
      now={now}
      heights={HEIGHTS}
    >
      {({ views }) => (
        <>
          {views.length === 0 ? <Nobody /> : <Looks views={views} today={dayInJapan(now)} />}
          <section class="panel asked">
            <h2>{say(w.why.title)}</h2>
            <p>{say(w.why.text)}</p>
            <h2>{say(w.ask.title)}</h2>
            <p>{say(w.ask.text)}</p>
          </section>
          {views.length > 0 && <p class="cap keptfor">{say(w.keptFor)}</p>}
        </>
      )}
    </Frame>
  )
}

function Nobody() {
  const w = words.use()
  return (
    <section class="panel nothing">
      <Icon name="eye" size={44} />
      <p class="lead">{say(w.none)}</p>
      <p>{say(w.noneNote)}</p>
    </section>
  )
}

function Looks({ views, today }: { views: Look[]; today: Day }) {
  const t = useWords()
  const w = words.use()
  const days = [...new Set(views.map(({ day }) => day))]
  const name = (day: Day) => (day.slice(0, 4) === today.slice(0, 4) ? t.dateWithWeekday(day) : t.dateWithYear(day))
  return (
    <>
      {days.map((day) => (
        <section class="panel looks" key={day}>
          <h2 class="num">{say(day === today ? w.today : name(day))}</h2>
          <ol>
            {views
              .filter((one) => one.day === day)
              .map((one, index) => (
                <li key={index}>
                  <Icon name="eye" size={28} />
                  <div>
                    <b>{whoLooked(one)}</b>
                    <span class="cap">{say(w.purposes[one.purpose] ?? w.purposeUnknown)}</span>
                    {one.role !== null && <span class="cap">{say(w.roles[one.role] ?? w.roleUnknown)}</span>}
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  )

  function whoLooked({ organisation, role }: Look) {
    return organisation !== null ? <Said text={organisation} /> : say(role === null ? w.unnamed : w.register)
  }
}
