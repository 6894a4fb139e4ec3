/** めざす: the road to the next level of a field, what it still asks, what it is worth, and the application. */
import '../history/history.css'
import '../../ui/Button.css'
import '../../ui/Fields.css'
import '../../ui/Things.css'
import '../account/account.css'
import './levels.css'
import { useEffect, useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { type GoalLevel, type LevelApplication, type Road, type RoadAnswer, getLevelApplications, getRoad } from '../../api/road'
import { workDateAt } from '../../i18n/dates'
import { say, useLanguage } from '../../i18n/words'
import { words as data } from '../data/words'
import { Frame } from '../history/Frame'
import { usePage } from '../history/usePage'
import type { PageProps } from '../pages'
import { FieldSheet } from './Fields'
import { GoalView } from './GoalView'
import { NoRoad } from './NoRoad'
import { Roads } from './Roads'
import { Rows } from './RoadRows'
import { goalAt, roadAt } from './choosing'
import { keepSeen, useSeen } from './seen'
import { Pay } from './Pay'
import { TopSign } from './Sign'
import { Standard, Standing } from './Standard'
import { words as own } from './words'

export const words = [own, data]

const HEIGHTS = [96, 380, 300]

export function Page({ place, view, now }: PageProps) {
  const w = own.use()
  const language = useLanguage()
  const turn = view.live ? view.passport : null
  const shown = usePage<RoadAnswer>('road', getRoad, language, turn)
  const filed = usePage<{ applications: LevelApplication[] }>('level-applications', getLevelApplications, language, turn)
  const seen = useSeen()
  const [choosing, setChoosing] = useState(false)
  if (place.page !== 'road' || seen === undefined) {
    return null
  }
  const road = shown.answer === null ? null : roadAt(shown.answer, place.field, seen)
  return (
    <Frame title={say(w.title)} sample={view.passport?.sample === true} shown={shown} now={now} heights={HEIGHTS} at={addresses.road}>
      {(answer) => (
        <>
          {road === null ? (
            <NoRoad choose={() => setChoosing(true)} />
          ) : (
            <One answer={answer} road={road} level={place.level} applications={filed.answer?.applications ?? []} now={now} />
          )}
          <Pay pay={answer.pay} road={road} level={answer.level} allowance={answer.allowance} />
          {road !== null && <Standing road={road} />}
          <Rows road={road} choose={() => setChoosing(true)} />
          {road !== null && <Standard road={road} />}
          {choosing && <FieldSheet choices={answer.choices} close={() => setChoosing(false)} />}
        </>
      )}
    </Frame>
  )
}

interface OneProps {
  answer: RoadAnswer
  road: Road
  level: GoalLevel | null
  applications: LevelApplication[]
  now: number
}

function One({ answer, road, level, applications, now }: OneProps) {
  useEffect(() => keepSeen(road.field), [road.field])
  const goal = goalAt(road, level)
  return (
    <>
      {answer.roads.length > 1 && <Roads roads={answer.roads} at={road.field} />}
      {goal === null ? (
        <TopSign road={road} />
      ) : (
        <GoalView
          key={`${road.field} ${goal.level}`}
          road={road}
          goal={goal}
          ready={answer.ready}
          applications={applications}
          today={workDateAt(now)}
        />
      )}
    </>
  )
}
