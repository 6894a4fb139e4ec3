import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { states } from '../../../mock/states.mjs'
import type { Passport } from '../../api/schema'
import { catalogues } from '../../i18n/testing'
import type { Language } from '../../i18n/languages'
import { Spoken } from '../../i18n/words'
import { placeAt } from '../../routes'
import { NEVER_ASKED } from '../settings/settings'
import { HomePage } from './HomePage'
import type { View } from './watch'
import { hasLanded } from './watch'

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const names = Object.keys(states) as (keyof typeof states)[]

function shown(passport: Passport, part: Partial<View> = {}, language: Language = 'ja'): string {
  const view: View = { stage: 'shown', passport, trueAt: NOW, live: true, trouble: null, landed: false, ...part }
  return render(
    <Spoken.Provider value={{ language, words: catalogues[language] }}>
      <HomePage view={view} now={NOW} settings={{ language, look: 'light', size: 100, asked: NEVER_ASKED }} choose={() => {}} />
    </Spoken.Provider>,
  )
}

describe.each(Object.keys(catalogues) as Language[])('home in %s', (language) => {
  test.each(names)('%s has one h1 and no unfilled place', (name) => {
    const html = shown(states[name](language), {}, language)
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

test.each(['vi', 'zh', 'id', 'my'] as const)(
  'in %s a stopped day says why in that language, and names are marked as Japanese',
  (language) => {
    const html = shown(states.stopped(language), {}, language)
    const { trade } = states.stopped(language).worker
    expect(html).not.toContain('lang="en"')
    expect(html).not.toContain('Rebar worker')
    expect(html).toContain(trade?.name)
    expect(html.includes('<span lang="ja">株式会社見本鉄筋</span>')).toBe(language !== 'zh')
  },
)

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

const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')

test('nothing is offered that leads nowhere', () => {
  for (const name of names) {
    const links = linksOf(shown(states[name]('ja')))
    expect(links.filter((link) => link !== '/' && placeAt(link).page === 'home')).toEqual([])
    expect(links.slice(-5)).toEqual(['/', '/history', '/pass', '/road', '/settings'])
  }
})

describe('the bell', () => {
  const counted = states.counted('ja')

  test('says how much is unread, and no more than two figures', () => {
    const html = shown({ ...counted, unread: 2 })
    expect(html).toContain('aria-label="お知らせ 新着2件" href="/inbox"')
    expect(html).toContain('<b class="num" aria-hidden="true">2</b>')
    expect(shown({ ...counted, unread: 120 })).toContain('99+')
  })

  test('is still there when nothing is, or when an older app kept no number', () => {
    expect(shown({ ...counted, unread: 0 })).toContain('aria-label="お知らせ"')
    expect(shown(counted)).toContain('aria-label="お知らせ"')
  })
})

test('the name on the card leads to the settings', () => {
  expect(shown(states.counted('ja'))).toContain('<a aria-label="見本 太郎 – 設定" href="/settings">')
})

describe('somebody takes the account to another phone', () => {
  const recovery = {
    attestedAt: '2026-11-20T06:30:00+09:00',
    opensAt: '2026-11-21T06:30:00+09:00',
    expiresAt: '2026-11-28T06:30:00+09:00',
  }

  test('home says so before everything else, and leads to where it is stopped', () => {
    const html = shown({ ...states.counted('ja'), recovery }, { live: false, trouble: 'offline' })
    expect(html).toMatch(/class="notice stop".*別のスマホに移す申し込みがありました.*href="\/settings\/lost"/)
    expect(html.match(/class="notice/g)).toHaveLength(1)
    expect(html.indexOf('notice stop')).toBeLessThan(html.indexOf('levelcard'))
  })

  test('what is over is not spoken of', () => {
    expect(shown({ ...states.counted('ja'), recovery: { ...recovery, expiresAt: '2026-11-20T07:00:00+09:00' } })).not.toContain('notice')
  })
})

test('before the first day there are things to do, and no month full of gaps', () => {
  const html = shown(states.firstDay('ja'))
  expect(html).toContain('今日できること')
  expect(html).not.toContain('class="dots"')
  expect(html).toContain('href="/history/2026-11-20/claim"')
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
