/** The versions that were proposed, the newest first: how far each is, whom it touches, what it changes; decided by another person. */
import { useEffect, useState } from 'preact/hooks'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { type Acting, Told, useActing } from '../acting'
import { useOffice } from '../context'
import { type Standard, type Version, decide } from '../levels/calls'
import { useOwn } from '../own'
import { CriteriaTable } from './CriteriaTable'
import { whyNot } from './deciding'
import { Codes } from './Facts'
import { Grades } from './Grades'
import type { Names } from './names'
import { Touched } from './Touched'
import { en, ja } from './words'

/** So often is looked whether the counting is done. */
const LOOK_MS = 4_000

interface Props {
  standard: Standard
  versions: readonly Version[]
  names: Names
}

export function Versions({ standard, versions, names }: Props) {
  const w = useOwn({ ja, en })
  const acting = useActing()
  const counting = versions.some(({ state, touched }) => state === 'proposed' && touched === null)
  useEffect(() => {
    const look = counting ? setInterval(() => dispatchEvent(new Event('again')), LOOK_MS) : undefined
    return () => clearInterval(look)
  }, [counting])
  return (
    <>
      <Told outcome={acting.outcome} />
      {versions.length === 0 && <p class="nothing on">{w.noVersions}</p>}
      {versions.map((one) => (
        <One key={one.version} standard={standard} version={one} names={names} acting={acting} />
      ))}
    </>
  )
}

function One({ standard, version, names, acting }: { standard: Standard; version: Version; names: Names; acting: Acting }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const { proposal, state } = version
  const when = (at: string) => `${t.dayIs(dayInJapan(at))} ${timeInJapan(at)}`
  const compared = state === 'proposed'
  return (
    <article class="version" aria-label={w.versionIs(version.version)}>
      <h3>
        {w.versionIs(version.version)} <b class={`stands ${state}`}>{w.states[state]}</b>
        <span class="num">{t.from(proposal.validFrom)}</span>
      </h3>
      <p class="quiet-word">
        {w.proposedOn(when(version.proposedAt), version.mine)}
        {version.decidedAt !== null && ` · ${w.decidedOn(when(version.decidedAt))}`}
        {version.why !== null && ` · ${w.refuseWhy}：${version.why}`}
      </p>
      <Touched touched={version.touched} state={state} />
      <details open={state === 'proposed'}>
        <summary>{w.content}</summary>
        <CriteriaTable
          caption={w.content}
          levels={proposal.levels}
          before={compared ? standard.levels : null}
          whys={whyNot(proposal)}
          names={names}
        />
        <dl class="facts-of">
          <div>
            <dt>{w.trades}</dt>
            <dd class="num">
              <Codes codes={proposal.occupations} before={compared ? standard.occupations : null} />
            </dd>
          </div>
          <div>
            <dt>{w.sources}</dt>
            <dd class="link">{proposal.source}</dd>
          </div>
          {proposal.grades.length > 0 && <Grades grades={proposal.grades} names={names} />}
          {proposal.note !== '' && (
            <div>
              <dt>{w.note}</dt>
              <dd>{proposal.note}</dd>
            </div>
          )}
        </dl>
      </details>
      {state === 'proposed' &&
        (version.mine ? <p class="under">{w.mine}</p> : <Deciding field={standard.field} version={version} acting={acting} />)}
    </article>
  )
}

function Deciding({ field, version: { version }, acting: { busy, act } }: { field: string; version: Version; acting: Acting }) {
  const { language } = useOffice()
  const w = useOwn({ ja, en })
  const [why, setWhy] = useState('')
  const say = (approve: boolean) =>
    act(() => decide(field, version, approve, approve ? '' : why, language), approve ? w.approved : w.refused)
  return (
    <div class="under acts">
      <button type="button" class="btn main small" disabled={busy} onClick={() => void say(true)}>
        {w.approve}
      </button>
      <span class="grow" />
      <input
        value={why}
        maxLength={500}
        placeholder={w.refuseWhy}
        aria-label={w.refuseWhy}
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <button type="button" class="btn small" disabled={busy || why.trim() === ''} onClick={() => void say(false)}>
        {w.refuse}
      </button>
    </div>
  )
}
