import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { daysBetween, timeInJapan, workDateAt } from './dates'
import { type Language, chooseLanguage } from './languages'
import { catalogues, easy, ja, textsOf } from './testing'
import { Said, Spoken, Written, plain, say } from './words'

const spoken = (child: ComponentChildren, language: Language) => (
  <Spoken.Provider value={{ language, words: catalogues[language] }}>{child}</Spoken.Provider>
)

const KANJI = /\p{Script=Han}/u
const READING = /｜[^｜《》]+《[ぁ-んー]+》/g

describe('やさしい日本語', () => {
  test('every kanji carries its reading', () => {
    const bare = textsOf('ja-x-easy').filter((text) => KANJI.test(text.replace(READING, '')))
    expect(bare).toEqual([])
  })

  test('nothing is passive', () => {
    expect(textsOf('ja-x-easy').filter((text) => /られ(ました|ます|ません|て)/.test(plain(text)))).toEqual([])
  })

  test.each([
    [1, '1｜日《にち》'],
    [2, '｜2日《ふつか》'],
    [14, '｜14日《じゅうよっか》'],
    [1093, '1,093｜日《にち》'],
  ])('%i days are read aloud rightly', (n, text) => {
    expect(easy.days(n)).toBe(text)
  })

  test('the first of a month is ついたち', () => {
    expect(easy.date('2026-11-01')).toBe('11｜月《がつ》｜1日《ついたち》')
  })
})

describe('words', () => {
  test.each(['エラー', '不正', '無効', '欠勤'])('%s is never said', (word) => {
    expect([...textsOf('ja'), ...textsOf('ja-x-easy')].filter((text) => text.includes(word))).toEqual([])
  })

  test('English has no Japanese in it', () => {
    expect(textsOf('en').filter((text) => KANJI.test(text))).toEqual([])
  })

  test.each(['vi', 'id', 'my'] as const)('%s has no Japanese in it', (language) => {
    expect(textsOf(language).filter((text) => KANJI.test(text))).toEqual([])
  })

  test('Chinese has no kana in it', () => {
    expect(textsOf('zh').filter((text) => /[ぁ-んァ-ヺ]/.test(text))).toEqual([])
  })

  test.each(['vi', 'zh', 'id'] as const)('%s shares with English only what is the same word', (language) => {
    const english = new Set(textsOf('en').filter((text) => /[a-z]{5}/.test(text) && !text.includes(' – ')))
    const same = textsOf(language).filter((text) => english.has(text))
    expect(same.filter((text) => !/^((20 )?November( 2026)?|QR)$/.test(text))).toEqual([])
  })

  test.each([
    ['vi', 'Tháng 11 năm 2026', 'Thứ 6, 20 tháng 11', '1.093 ngày'],
    ['zh', '2026年11月', '11月20日周五', '1,093天'],
    ['id', 'November 2026', 'Jum, 20 November', '1.093 hari'],
    ['my', '2026 နိုဝင်ဘာ', 'နိုဝင်ဘာ 20 သောကြာ', '1,093 ရက်'],
  ] as const)('%s writes months, days and figures its own way', (language, month, day, days) => {
    const words = catalogues[language]
    expect([words.monthWithYear('2026-11'), words.dateWithWeekday('2026-11-20'), words.days(1093)]).toEqual([month, day, days])
  })

  test.each(Object.entries(catalogues))('%s has a name for each of the seven weekdays', (_language, words) => {
    expect(new Set(words.weekdays).size).toBe(7)
  })

  test('readings become furigana, and leave labels', () => {
    expect(render(<p>{say('｜今日《きょう》は ｜数《かぞ》えました')}</p>)).toBe(
      '<p><ruby>今日<rt>きょう</rt></ruby>は <ruby>数<rt>かぞ</rt></ruby>えました</p>',
    )
    expect(plain('｜今日《きょう》は')).toBe('今日は')
  })
})

describe('whose words', () => {
  const said = (text: string, language: Language) => render(spoken(<Said text={text} />, language))
  const written = (text: string, language: Language) => render(spoken(<Written text={text} />, language))

  test.each([
    ['vi', '見本建設 (công ty của bạn)', '<span lang="ja">見本建設</span> (công ty của bạn)'],
    ['en', 'ABC建設 見本支店 (your employer)', '<span lang="ja">ABC建設 見本支店</span> (your employer)'],
    ['my', 'ကတ် (見本) ဖတ်စက်', 'ကတ် (<span lang="ja">見本</span>) ဖတ်စက်'],
    ['zh', '株式会社サンプル（您的公司）', '<span lang="ja">株式会社サンプル</span>（您的公司）'],
    ['zh', '这张卡还没有登记', '这张卡还没有登记'],
    ['ja', '見本建設（所属会社）', '見本建設（所属会社）'],
    ['id', 'Kartu baru', 'Kartu baru'],
  ] as const)('in %s a Japanese name is marked in %s', (language, text, html) => {
    expect(said(text, language)).toBe(`<span>${html}</span>`)
  })

  test.each(['en', 'vi', 'zh', 'id', 'my'] as const)('in %s a site’s name is Japanese as a whole', (language) => {
    expect(written('見本町 第一現場 A棟', language)).toBe('<span lang="ja">見本町 第一現場 A棟</span>')
    expect(written('Site 1', language)).toBe('<span>Site 1</span>')
  })

  test.each(['ja', 'ja-x-easy'] as const)('in %s nothing is foreign, and readings become furigana', (language) => {
    expect(written('見本町第一現場', language)).toBe('<span>見本町第一現場</span>')
    expect(said('｜会社《かいしゃ》', language)).toBe('<span><ruby>会社<rt>かいしゃ</rt></ruby></span>')
  })
})

describe('dates', () => {
  test('the time is Japan’s, wherever the phone is', () => {
    expect(timeInJapan('2026-11-19T22:42:00Z')).toBe('7:42')
  })

  test('the work day changes at four', () => {
    expect(workDateAt(Date.parse('2026-11-21T03:59:59+09:00'))).toBe('2026-11-20')
    expect(workDateAt(Date.parse('2026-11-21T04:00:00+09:00'))).toBe('2026-11-21')
  })

  test('days between two days do not mind the year’s end', () => {
    expect(daysBetween('2026-11-20', '2027-01-01')).toBe(42)
  })

  test('the weekday is named where there is a deadline', () => {
    expect(ja.dateWithWeekday('2026-12-31')).toBe('12月31日（木）')
  })
})

test.each([
  [['vi-VN', 'en-US', 'ja'], 'vi'],
  [['ne-NP', 'en-US', 'ja'], 'en'],
  [['zh-Hans-CN'], 'zh'],
  [['in-ID'], 'id'],
  [['my-MM'], 'my'],
  [['ja-JP'], 'ja'],
  [['pt-BR'], 'ja'],
])('a browser that wishes %j gets %s', (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language)
})
