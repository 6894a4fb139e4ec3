/** What a check may come to. Each stands on a ground of its own, with a mark and a word, never a colour alone. */
import type { ComponentChildren } from 'preact'
import type { Finding } from '../../api/schema'
import { dayInJapan, timeInJapan } from '../../i18n/dates'
import { Said, say, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { LevelShape } from '../../ui/LevelShape'
import { Notice } from '../../ui/Notice'
import { LEEWAY_S, LIFE_S } from '../pass/judging'
import type { Found, Unable } from './checking'
import { words } from './words'
import type { Wrong } from './words/ja'

type Tone = 'ok' | 'past' | 'stop' | 'wait'

export function Passed({ found, now, again }: { found: Found; now: number; again: () => void }) {
  const w = words.use()
  const left = Math.max(0, Math.ceil(((found.shownAt ?? 0) - now) / 1000 + LIFE_S + LEEWAY_S))
  const past = left === 0
  return (
    <>
      <Ground tone={past ? 'past' : 'ok'} word={past ? w.past : w.valid} at={found.checkedAt} />
      <main class="checked">
        <Person found={found} left={left} />
        {past && <Plain icon="clock">{say(w.pastNote)}</Plain>}
        {!past && found.register === 'yes' && <Plain icon="eye">{say(w.told)}</Plain>}
        {!past && found.register === 'asking' && <Plain icon="fresh">{say(w.asking)}</Plain>}
        {!past && found.register === 'no' && (
          <>
            <Notice icon="noSignal">{say(w.notAsked)}</Notice>
            <button type="button" class="btn wide" onClick={again}>
              {say(w.again)}
            </button>
          </>
        )}
        <p class="cap foot num">
          <span>{say(w.offline)}</span> {found.signedSince !== null && <span>{say(w.signed(found.signedSince.slice(0, 7)))}</span>}
        </p>
      </main>
    </>
  )
}

function Person({ found: { seen }, left }: { found: Found; left: number }) {
  const t = useWords()
  const w = words.use()
  if (seen === null) {
    return null
  }
  const { name, level, trade, workerNumber, birthDate } = seen
  const rows: [string, string][] = []
  if (workerNumber !== null) {
    rows.push([w.number, workerNumber.replace(/(\d{4})(?=\d)/g, '$1 ')])
  }
  if (birthDate !== null) {
    rows.push([w.born, w.bornOn(t.year(birthDate.slice(0, 4)), t.date(birthDate))])
  }
  if (left > 0) {
    rows.push([w.pass, w.left(left)])
  }
  return (
    <>
      <section class="panel person">
        <LevelShape level={level} size={name === null ? 62 : 44} />
        <div>
          {name !== null && (
            <p class="name">
              <Said text={name} />
            </p>
          )}
          <p class={name === null ? 'name' : 'sub'}>
            <b>{say(t.level.name(level))}</b> <span class="cap">{say(t.level.word[level])}</span>
          </p>
          {trade !== null && (
            <p class="sub">
              <Said text={trade} />
            </p>
          )}
        </div>
      </section>
      {rows.length > 0 && (
        <section class="panel">
          <dl class="kv num">
            {rows.map(([label, value]) => (
              <Row key={label} name={label} value={value} />
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{say(value)}</dd>
    </div>
  )
}

export function Stopped({ found, finding }: { found: Found; finding: Exclude<Finding, 'valid'> }) {
  const w = words.use()
  const wrong = w.wrong[finding]
  const shown = found.shownAt !== null && finding === 'too_old' ? w.shownAt(timeInJapan(found.shownAt)) : null
  return (
    <>
      <Ground tone="stop" word={w.invalid} at={found.checkedAt} />
      <main class="checked">
        <Remedy wrong={wrong} first={shown} />
        {finding !== 'worker_removed' && <Plain icon="person">{say(w.meaning)}</Plain>}
      </main>
    </>
  )
}

export function Unknown({ why, again }: { why: Unable; again: () => void }) {
  const w = words.use()
  return (
    <>
      <Ground tone="wait" word={w.unable} />
      <main class="checked">
        <Remedy wrong={w.cannot[why]} first={null} />
        <button type="button" class="btn main" onClick={again}>
          {say(w.again)}
        </button>
        <Plain icon="card">{say(w.nothingKept)}</Plain>
      </main>
    </>
  )
}

export function HowTo() {
  const w = words.use()
  return (
    <main class="checked">
      <section class="panel">
        <h1 class="asking">{say(w.empty)}</h1>
        <ol class="how">
          {w.emptyHow.map((step) => (
            <li key={step}>
              <span>{say(step)}</span>
            </li>
          ))}
        </ol>
      </section>
    </main>
  )
}

function Remedy({ wrong, first }: { wrong: Wrong; first: string | null }) {
  const w = words.use()
  return (
    <section class="panel remedy">
      <p class="lead">{say(wrong.title)}</p>
      <p class="num">
        {first !== null && say(first)}
        {say(wrong.text)}
      </p>
      <dl>
        <Row name={w.who} value={wrong.who} />
        <Row name={w.what} value={wrong.what} />
        <Row name={w.when} value={wrong.when} />
      </dl>
    </section>
  )
}

/** A note that is no warning. */
function Plain({ icon, children }: { icon: 'eye' | 'fresh' | 'clock' | 'person' | 'card'; children: ComponentChildren }) {
  return (
    <div class="notice plain">
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  )
}

const toTheSecond = (at: number) => `${timeInJapan(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`

/** The word that is seen first; `at` is the instant of the check. */
function Ground({ tone, word, at }: { tone: Tone; word: string; at?: number }) {
  const t = useWords()
  const w = words.use()
  return (
    <section class={`ground ${tone}`} role={tone === 'stop' ? 'alert' : 'status'}>
      <svg width="96" height="96" viewBox="0 0 96 96" fill="none" stroke="currentColor" aria-hidden="true">
        {marks[tone]}
      </svg>
      <h1>{say(word)}</h1>
      {at !== undefined && <p class="num">{say(w.at(t.dateWithWeekday(dayInJapan(at)), toTheSecond(at)))}</p>}
    </section>
  )
}

const marks = {
  ok: (
    <>
      <circle cx="48" cy="48" r="42" stroke-width="9" />
      <path d="m27 49 15 15 28-32" stroke-width="10" />
    </>
  ),
  past: (
    <>
      <circle cx="48" cy="48" r="42" stroke-width="7" />
      <path d="M48 24v26l18 11" stroke-width="7" />
    </>
  ),
  stop: (
    <>
      <path d="M48 2 94 48 48 94 2 48z" fill="currentColor" stroke="none" />
      <path class="cut" d="M48 24v30M48 62v11" stroke-width="10" />
    </>
  ),
  wait: (
    <>
      <circle cx="48" cy="48" r="42" stroke-width="7" stroke-dasharray="14 8" />
      <path d="M36 38c0-8 5-13 12-13s12 5 12 11c0 9-12 10-12 20M48 64v8" stroke-width="7" />
    </>
  ),
} satisfies Record<Tone, unknown>
