import 'fake-indexeddb/auto'
import { render } from 'preact-render-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { answer, roadStates, world } from '../../../mock/road.mjs'
import type { LevelApplication } from '../../api/road'
import type { Language } from '../../i18n/languages'
import { catalogues } from '../../i18n/testing'
import { Spoken } from '../../i18n/words'
import { keepPage } from '../../offline/kept'
import { placeAt } from '../../routes'
import { NEVER_ASKED } from '../settings/settings'
import { Page, words } from './RoadPage'
import { keepSeen } from './seen'

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const seenAt = '2026-11-20T07:43:05+09:00'
const languages = Object.keys(catalogues) as Language[]

beforeAll(async () => {
  for (const language of languages) {
    await Promise.all(words.map((one) => one.load(language)))
  }
})

interface Part {
  path?: string
  language?: Language
  applications?: LevelApplication[]
  seen?: string
}

function shown(road: string, { path = '/road', language = 'ja', applications = [], seen = '' }: Part = {}): string {
  void keepPage(language, 'road', { seenAt, answer: answer({ world: { ...world, road }, speaks: language }) })
  void keepPage(language, 'level-applications', { seenAt, answer: { applications } })
  keepSeen(seen)
  return render(
    <Spoken.Provider value={{ language, words: catalogues[language] }}>
      <Page
        place={placeAt(path)}
        view={{ stage: 'shown', passport: null, trueAt: NOW, live: false, trouble: null, landed: false }}
        now={NOW}
        settings={{ language, look: 'light', size: 100, asked: NEVER_ASKED }}
        choose={() => {}}
        entered={() => {}}
        leave={null}
        unsent={0}
      />
    </Spoken.Provider>,
  )
}

const text = (html: string) => html.replace(/<rt>.*?<\/rt>|<[^>]*>/g, '')

describe.each(languages)('the road in %s', (language) => {
  test.each(roadStates)('%s has one h1 and no unfilled place', (road) => {
    const html = shown(road, { language })
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/undefined|null|NaN|Infinity|\[object/)
  })
})

test.each(['en', 'vi', 'id', 'my'] as const)('in %s a certificate is named, and its Japanese name is marked as such', (language) => {
  const html = shown('normal', { language })
  expect(html).toContain('<small class="official" lang="ja">1級鉄筋施工技能士(組立て)</small>')
  expect(text(html.replace(/<[^>]* lang="ja">[^<]*</g, '<'))).not.toMatch(/\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u)
})

test('the sign says the month and what it assumes; the slowest lane alone is framed, with what to do', () => {
  const html = shown('normal')
  expect(text(html)).toContain('レベル3（鉄筋）に届くのは2029年6月ごろこの半年と同じ働き方で、資格も取れたら')
  expect(html.match(/class="lane [^"]*slowest/g)).toHaveLength(1)
  expect(text(html)).toContain('いちばん時間がかかるのは、班長・職長の日数です。')
})

test('what cannot be decided has no date, no frame, and names who decides', () => {
  const html = shown('tradesUnknown')
  expect(text(html)).toContain('ここでは決められません')
  expect(text(html)).not.toMatch(/\d年\d+月ごろ/)
  expect(html).not.toMatch(/slowest|もし こう働いたら/)
  expect(html).toContain('一般社団法人日本左官業組合連合会')
  expect(html).toContain('href="https://www.mlit.go.jp/totikensangyo/const/totikensangyo_const_fr2_000040.html"')
  expect(text(html)).not.toContain('足りました')
})

test('a level that is reached is applied for with one button; what was filed is not filed again', () => {
  const asked = { id: 'x', field: '012', name: '鉄筋', days: 1520, foremanDays: 660, qualifications: [], why: null }
  const filed: LevelApplication = { ...asked, level: 3, filedAt: seenAt, state: 'filed' }
  expect(shown('reached')).toContain('レベル3の申請を用意する')
  expect(shown('reached', { applications: [filed] })).not.toContain('申請を用意する')
  const declined = shown('reached', { applications: [{ ...filed, state: 'declined', why: '写しが要ります。' }] })
  expect(declined).toContain('写しが要ります。')
  expect(declined).toContain('もう一度用意する')
})

test('the road of the address is shown, else the one seen last, else the first', () => {
  expect(text(shown('several', { path: '/road/008' }))).toContain('レベル2（左官）')
  expect(text(shown('several', { seen: '001' }))).toContain('レベル3（電気工事）')
  expect(text(shown('several', { path: '/road/049', seen: '049' }))).toContain('レベル3（鉄筋）')
  expect(text(shown('normal', { path: '/road/012/4' }))).toContain('レベル4（鉄筋）に届くのは')
})

test('pay is of the field where that is known, of all fields elsewhere, and the own level is marked', () => {
  const said = text(shown('fourWays'))
  expect(said).toContain('625 – 769万円全分野 707 – 877')
  expect(said).toContain('レベル2 青 いま569万円')
})

test('days that do not count yet are said, with who mends it, and certified ones with their last day', () => {
  const said = text(shown('normal'))
  expect(said).toContain('まだ数えていない日12日職種が大分類だけの日です。会社が小分類まで直すと、ここに入ります。')
  expect(said).toContain('200日 2029年3月31日まで使えます')
})
