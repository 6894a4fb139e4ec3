/** Where the standard in force is from, and how much of it was read. */
import { useOffice } from '../context'
import type { Standard } from '../levels/calls'
import { useOwn } from '../own'
import { en, ja } from './words'

export function Facts({ standard }: { standard: Standard }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const { version, validFrom, confidence, evaluators, occupations, sources, note } = standard
  const facts: [string, string][] = [
    [w.version, w.versionIs(version)],
    [w.validFrom, validFrom === null ? w.unknownDay : t.dayIs(validFrom)],
    [w.confidence, w.confidences[confidence]],
    [w.evaluators, evaluators.join('、') || '–'],
    [w.trades, occupations.join(' ') || w.whys.tradesUnknown],
  ]
  return (
    <dl class="facts-of">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
      <div class="whole">
        <dt>{w.sources}</dt>
        <dd>
          <ul class="entries">
            {sources.map((source) => (
              <li key={source}>{/^https?:/.test(source) ? <Away to={source} /> : source}</li>
            ))}
          </ul>
        </dd>
      </div>
      {note !== '' && (
        <div class="whole">
          <dt>{w.note}</dt>
          <dd>{note}</dd>
        </div>
      )}
    </dl>
  )
}

function Away({ to }: { to: string }) {
  return (
    <a class="link" href={to} target="_blank" rel="noreferrer">
      {to}
    </a>
  )
}
