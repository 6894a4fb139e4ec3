/** Which version is in force, for which trades; and where it is from. */
import { useOffice } from '../context'
import type { Standard } from '../levels/calls'
import { useOwn } from '../own'
import { overlay } from './changes'
import { en, ja } from './words'

export function Facts({ standard }: { standard: Standard }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const { version, validFrom, confidence, occupations } = standard
  const facts: [string, string][] = [
    [w.version, w.versionIs(version)],
    [w.validFrom, validFrom === null ? w.unknownDay : t.dayIs(validFrom)],
    [w.confidence, w.confidences[confidence]],
  ]
  return (
    <dl class="facts-of short">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
      <div class="rest">
        <dt>{w.trades}</dt>
        <dd class="num">{occupations.length === 0 ? w.unknownTrades : <Codes codes={occupations} />}</dd>
      </div>
    </dl>
  )
}

export function From({ standard: { evaluators, sources, note } }: { standard: Standard }) {
  const w = useOwn({ ja, en })
  return (
    <dl class="facts-of">
      <div class="whole">
        <dt>{w.evaluators}</dt>
        <dd>{evaluators.join('、') || '–'}</dd>
      </div>
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

/** Codes of trades, none of them parted; beside what is in force, what comes and what goes. */
export function Codes({ codes, before = null }: { codes: readonly string[]; before?: readonly string[] | null }) {
  const w = useOwn({ ja, en })
  return (
    <>
      {overlay(before, codes).map(({ one, change }) => (
        <span key={one} class={`code nb ${change}`}>
          {change !== 'same' && <b class="change">{w[change]}</b>}
          <span>{one}</span>{' '}
        </span>
      ))}
    </>
  )
}

function Away({ to }: { to: string }) {
  return (
    <a class="link" href={to} target="_blank" rel="noreferrer">
      {to}
    </a>
  )
}
