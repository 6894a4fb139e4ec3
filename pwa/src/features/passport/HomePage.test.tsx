import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { states } from '../../../mock/states.mjs'
import type { Passport } from '../../api/schema'
import { catalogues } from '../../i18n/testing'
import { type Language, serverLanguage } from '../../i18n/languages'
import { Spoken } from '../../i18n/words'
import { HomePage } from './HomePage'
import type { View } from './watch'
import { hasLanded } from './watch'

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const names = Object.keys(states) as (keyof typeof states)[]

function shown(passport: Passport, part: Partial<View> = {}, language: Language = 'ja'): string {
  const view: View = { stage: 'shown', passport, trueAt: NOW, live: true, trouble: null, landed: false, ...part }
  return render(
    <Spoken.Provider value={{ language, words: catalogues[language] }}>
      <HomePage view={view} now={NOW} />
    </Spoken.Provider>,
  )
}

describe.each(Object.keys(catalogues) as Language[])('home in %s', (language) => {
  test.each(names)('%s has one h1 and no unfilled place', (name) => {
    const html = shown(states[name](serverLanguage(language)), {}, language)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/undefined|null|NaN|\[object/)
  })
})

test('in やさしい日本語 no kanji on home is without its reading', () => {
  for (const name of names) {
    const html = shown(states[name]('ja-x-easy'), {}, 'ja-x-easy')
    const visible = html
      .replace(/<ruby>.*?<\/ruby>/g, '')
      .replace(/aria-label="[^"]*"/g, '')
      .replace(/<span class="vh">.*?<\/span>/g, '')
    expect(visible.match(/\p{Script=Han}+/gu) ?? []).toEqual([])
  }
})

test('green is shown for a counted day only', () => {
  for (const name of names) {
    const passport: Passport = states[name]('ja')
    expect(shown(passport).includes('panel today ok')).toBe(passport.today.state === 'counted')
  }
})

test('without a signal the content stands with its date, and the card is not dimmed', () => {
  const html = shown(states.counted('ja'), { live: false, trouble: 'offline' })
  expect(html).toContain('圏外です。11月20日 7:43 の内容です')
  expect(html).toContain('levelcard lv2')
  expect(html).toContain('datadate stale')
})

test('a stopped day names why, who, what, where, until when, and the help code', () => {
  const html = shown(states.stopped('ja'))
  for (const text of ['作業員名簿に、あなたの名前がありません', 'だれが', '何を', 'どこで', '12月31日（木）', 'あと41日', 'K7M 2QX']) {
    expect(html).toContain(text)
  }
})

test('nothing is offered that leads nowhere', () => {
  for (const name of names) {
    const links = [...shown(states[name]('ja')).matchAll(/href="([^"]*)"/g)].map((match) => match[1])
    expect(links).toEqual(['/pass', '/history/2026-11', '/history/2026', '/', '/history', '/pass', '/settings'])
  }
})

describe('the celebration', () => {
  const counted: Passport = states.counted('ja')

  test.each(['none', 'waiting', 'stopped'] as const)('comes when %s turns to counted', (before) => {
    expect(hasLanded(states[before]('ja'), counted)).toBe(true)
  })

  test('does not come twice, nor on opening', () => {
    expect(hasLanded(counted, counted)).toBe(false)
    expect(hasLanded(null, counted)).toBe(false)
  })

  test('comes again on the next day', () => {
    expect(hasLanded(counted, { ...counted, today: { ...counted.today, workDate: '2026-11-21' } })).toBe(true)
  })
})
