/** Today's panel: the verdict, where and when, the chain, and the remedy where it is cut. */
import type { Day, Passport, Visit } from '../../api/schema'
import { Written, plain, say, useWords } from '../../i18n/words'
import { ChainLine } from '../../ui/ChainLine'
import { pathTo } from '../../routes'
import { Icon, type IconName } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Reason } from '../../ui/Reason'
import { Verdict } from '../../ui/Verdict'
import { Node, stepOf } from '../../ui/marks'
import { readToday, timesOf } from './model'

interface Props {
  passport: Passport
  live: boolean
  landed: boolean
  now: number
}

export function Today({ passport, live, landed, now }: Props) {
  const t = useWords()
  const { today } = passport
  const view = readToday(passport, live, now, t)
  const yet = view.kind === 'none' && view.note === null
  return (
    <Verdict
      kind={view.kind}
      title={plain(t.today.title)}
      sentence={say(view.sentence)}
      land={landed && view.kind === 'counted'}
      lines={<Where visits={today.visits} workDate={today.workDate} how={howTo()} />}
    >
      {today.visits.length > 1 && <Visits visits={today.visits} workDate={today.workDate} />}
      {yet && <Ways day={today.workDate} />}
      {view.chain.length > 0 && <ChainLine links={view.chain.map((link) => ({ ...link, caption: say(String(link.caption)) }))} />}
      {view.reason !== null && <Reason reason={view.reason} tone={view.kind === 'stopped' ? 'stop' : 'wait'} today={today.workDate} />}
      {view.note !== null && view.kind !== 'none' && <p class="cap note">{say(view.note)}</p>}
    </Verdict>
  )

  function howTo(): string {
    if (view.kind === 'rest') {
      return t.today.restHow
    }
    return view.note ?? t.today.noneHow
  }
}

function Where({ visits, workDate, how }: { visits: Visit[]; workDate: Day; how: string }) {
  const t = useWords()
  const [first] = visits
  if (first === undefined) {
    return <p class="at">{say(how)}</p>
  }
  if (visits.length > 1) {
    return <p class="at num">{say(t.today.sites(visits.length))}</p>
  }
  return (
    <p class="at where num">
      <Times visit={first} workDate={workDate} />
      <SiteName site={first.site} />
    </p>
  )
}

function Times({ visit, workDate }: { visit: Visit; workDate: Day }) {
  const t = useWords()
  return (
    <span>
      {timesOf(visit, workDate, t).map((time, index) => (
        <>
          {index > 0 && ' – '}
          <span class="nb">{say(time)}</span>
        </>
      ))}
    </span>
  )
}

export function SiteName({ site: { name } }: { site: Visit['site'] }) {
  const t = useWords()
  if (name === null) {
    return <span>{say(t.today.siteUnknown)}</span>
  }
  return <Written text={name} />
}

function Visits({ visits, workDate }: { visits: Visit[]; workDate: Day }) {
  const t = useWords()
  return (
    <ul class="visits">
      {visits.map((visit) => (
        <li key={visit.site.number} class={visit.state}>
          <Node step={stepOf[visit.state]} size={24} />
          <b>
            <SiteName site={visit.site} />
          </b>
          <span class="became">{say(t.today.visit[visit.state])}</span>
          <span class="when cap num">
            <Times visit={visit} workDate={workDate} />
          </span>
          {visit.reason !== null && <Reason reason={visit.reason} tone={visit.state === 'stopped' ? 'stop' : 'wait'} today={workDate} />}
        </li>
      ))}
    </ul>
  )
}

const WAY_ICONS: IconName[] = ['card', 'code', 'noReader']

/** Three ways to record: two to read, and for a site without a reader the claim, which begins here. */
function Ways({ day }: { day: Day }) {
  const t = useWords()
  return (
    <ul class="ways">
      {t.today.ways.map((way, index) => {
        const said = (
          <>
            <Icon name={WAY_ICONS[index] ?? 'card'} size={30} />
            <span>
              {say(way.what)}
              <small>{say(way.where)}</small>
            </span>
          </>
        )
        return (
          <li key={way.what}>
            {index === t.today.ways.length - 1 ? (
              <Link href={pathTo.claim(day)}>
                {said}
                <Icon name="next" size={20} />
              </Link>
            ) : (
              said
            )}
          </li>
        )
      })}
    </ul>
  )
}
