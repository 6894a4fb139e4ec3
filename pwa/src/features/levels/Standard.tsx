/** By what the road is measured, and what the own days are made of. */
import type { ComponentChildren } from 'preact'
import type { Road } from '../../api/road'
import type { Level } from '../../api/schema'
import { Said, Written, say, useWords } from '../../i18n/words'
import { LevelShape } from '../../ui/LevelShape'
import { Outside } from './Outside'
import { words } from './words'

/** What is held, what is reached, and which days count. */
export function Standing({ road }: { road: Road }) {
  const t = useWords()
  const { standing: s } = words.use()
  const { days } = road
  return (
    <section class="panel">
      <h2>{say(s.title)}</h2>
      <dl class="facts">
        <Fact name={s.held}>
          <LevelSaid level={road.held} />
          {road.heldOn !== null && <span class="cap line"> {say(s.since(t.dateWithYear(road.heldOn)))}</span>}
        </Fact>
        <Fact name={s.reached}>
          <LevelSaid level={road.reached} />
        </Fact>
        {road.trades.length > 0 && (
          <Fact name={s.trades}>
            {road.trades.map(({ code, name }) => (
              <span key={code} class="line">
                <Said text={name} />
              </span>
            ))}
          </Fact>
        )}
        <Fact name={s.counted}>{say(t.days(days.counted))}</Fact>
        {days.certified > 0 && (
          <Fact name={s.certified}>
            {say(t.days(days.certified))}
            {days.certifiedUntil !== null && <span class="cap line"> {say(s.certifiedUntil(t.dateWithYear(days.certifiedUntil)))}</span>}
          </Fact>
        )}
        {days.training > 0 && <Fact name={s.training}>{say(t.days(days.training))}</Fact>}
        {days.uncertain > 0 && (
          <Fact name={s.uncertain}>
            <b class="is-waiting">{say(t.days(days.uncertain))}</b>
            <span class="cap line">{say(s.uncertainWhy)}</span>
          </Fact>
        )}
      </dl>
      {!road.tradesKnown && <p class="cap">{say(s.ifTheyCount)}</p>}
      {road.tradesKnown && road.trades.length === 0 && <p class="cap">{say(s.noTrade)}</p>}
    </section>
  )
}

function LevelSaid({ level }: { level: Level }) {
  const t = useWords()
  const { standing } = words.use()
  return level === 1 ? (
    <span>{say(standing.none)}</span>
  ) : (
    <span class="levelsaid">
      <LevelShape level={level} size={24} /> {say(t.level.name(level))}
    </span>
  )
}

/** Where the standard was read, since when it is in force, and how sure it is. */
export function Standard({ road: { criteria } }: { road: Road }) {
  const t = useWords()
  const { standard: s } = words.use()
  return (
    <details class="panel standard">
      <summary>{say(s.title)}</summary>
      <dl class="facts">
        <Fact name={s.sure}>{say(s.confidence[criteria.confidence])}</Fact>
        <Fact name={s.version}>{say(criteria.version === 0 ? s.compiled : s.own(criteria.version))}</Fact>
        {criteria.validFrom !== null && <Fact name={s.since}>{say(t.dateWithYear(criteria.validFrom))}</Fact>}
        <Fact name={s.evaluators}>
          {criteria.evaluators.length === 0 && say(s.noEvaluator)}
          {criteria.evaluators.map((name) => (
            <span key={name} class="line">
              <Written text={name} />
            </span>
          ))}
        </Fact>
      </dl>
      <Outside href={criteria.authority} name={s.authority} />
      {criteria.sources.map((source) => (
        <Outside key={source} href={source} name={s.sources} />
      ))}
    </details>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd class="num">{children}</dd>
    </div>
  )
}
