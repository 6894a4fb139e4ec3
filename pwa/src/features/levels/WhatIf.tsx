/** もし こう働いたら: how the month moves with days, foreman days and the year of the course. Reckoned on the phone. */
import { useState } from 'preact/hooks'
import type { LaneName, RoadPace, Way } from '../../api/road'
import type { Day, Month } from '../../api/schema'
import { plain, say, useWords } from '../../i18n/words'
import { Slider } from '../../ui/Slider'
import { missingOf, monthsBetween } from './model'
import { type Hint, MOST_DAYS, type Wish, YEARS, answerTo, beginning, hintFor } from './whatif'
import { words } from './words'

interface Props {
  way: Way
  pace: RoadPace
  /** The month at the own pace. */
  month: Month | null
  today: Day
}

export function WhatIf({ way, pace, month, today }: Props) {
  const w = words.use()
  const first = beginning(way, pace, month, today)
  const [wish, setWish] = useState<Wish | null>(null)
  const shown = wish ?? first
  const hint = wish === null ? hintFor(way, first, month, today) : null
  return (
    <section class="panel whatif">
      <h2>{say(w.what.title)}</h2>
      <Sliders way={way} wish={shown} today={today} set={setWish} />
      <div class="then" role="status">
        {hint === null ? <Answer way={way} wish={shown} month={month} today={today} /> : <Better hint={hint} way={way} />}
      </div>
      {wish !== null && (
        <button type="button" class="btn quiet" onClick={() => setWish(null)}>
          <span>{say(w.what.reset)}</span>
        </button>
      )}
    </section>
  )
}

interface SlidersProps extends Pick<Props, 'way' | 'today'> {
  wish: Wish
  set: (wish: Wish) => void
}

function Sliders({ way, wish, today, set }: SlidersProps) {
  const t = useWords()
  const { what } = words.use()
  const missing = missingOf(way)
  const thisYear = Number(today.slice(0, 4))
  return (
    <>
      <Slider
        name={what.monthDays}
        value={wish.monthDays}
        least={1}
        most={MOST_DAYS}
        shown={say(t.days(wish.monthDays))}
        spoken={plain(what.inMonth(wish.monthDays))}
        set={(monthDays) => set({ ...wish, monthDays, foremanDays: Math.min(wish.foremanDays, monthDays) })}
      />
      {missing.foremanDays > 0 && (
        <Slider
          name={what.foremanDays[way.foremanCounts ?? 'foreman']}
          value={wish.foremanDays}
          least={0}
          most={MOST_DAYS}
          limit={wish.monthDays}
          shown={say(t.days(wish.foremanDays))}
          spoken={plain(what.ofThese(wish.foremanDays, wish.monthDays))}
          set={(foremanDays) => set({ ...wish, foremanDays })}
        />
      )}
      {missing.qualifications > 0 && (
        <Slider
          name={what.qualifiedIn}
          value={wish.year}
          least={thisYear}
          most={thisYear + YEARS}
          shown={say(t.year(String(wish.year)))}
          spoken={plain(t.year(String(wish.year)))}
          set={(year) => set({ ...wish, year })}
        />
      )}
    </>
  )
}

function Better({ hint: { lane, to, month, sooner }, way }: { hint: Hint; way: Way }) {
  const t = useWords()
  const { what, who } = words.use()
  const changed: Readonly<Record<LaneName, () => string>> = {
    days: () => what.ifDays(to),
    foremanDays: () => what.ifForeman(to, who[way.foremanCounts ?? 'foreman']),
    qualifications: () => what.ifYear(t.year(String(to))),
  }
  return (
    <>
      <p>{say(changed[lane]())}</p>
      <p class="num">
        <b class="lead sooner">{say(t.road.about(t.monthWithYear(month)))}</b>{' '}
        {sooner !== null && <span class="cap nb">{say(what.sooner(sooner))}</span>}
      </p>
    </>
  )
}

interface AnswerProps extends Pick<Props, 'way' | 'month' | 'today'> {
  wish: Wish
}

function Answer({ way, wish, month, today }: AnswerProps) {
  const t = useWords()
  const { what, who } = words.use()
  const then = answerTo(way, wish, today)
  const sooner = then.month === null || month === null ? null : monthsBetween(then.month, month)
  return (
    <>
      <p>{say(what.answer)}</p>
      <p class="num">
        <b class={sooner !== null && sooner > 0 ? 'lead sooner' : 'lead'}>
          {say(then.month === null ? what.never : t.road.about(t.monthWithYear(then.month)))}
        </b>{' '}
        {sooner !== null && <span class="cap nb">{say(difference(sooner))}</span>}
      </p>
      <p class="cap">
        {then.slowest !== null && say(decides(then.slowest))}
        {then.slowest === 'qualifications' && <> · {say(what.byEnd(t.year(String(wish.year))))}</>}
      </p>
    </>
  )

  function decides(lane: LaneName): string {
    return lane === 'foremanDays' ? what.decides.foremanDays(who[way.foremanCounts ?? 'foreman']) : what.decides[lane]
  }

  function difference(months: number): string {
    return months === 0 ? what.same : months > 0 ? what.sooner(months) : what.later(-months)
  }
}
