import { describe, expect, test } from 'vitest'
import { people, states } from '../../../mock/states.mjs'
import type { Passport } from '../../api/schema'
import { en } from '../../i18n/testing'
import { ja } from '../../i18n/ja'
import { cardNotice, dataDate, dayToName, monthsBehind, readToday, timesOf, withReading } from './model'

const MORNING = Date.parse('2026-11-20T07:43:05+09:00')
const NEXT_DAY = Date.parse('2026-11-21T07:43:05+09:00')
const BEFORE_FOUR = Date.parse('2026-11-21T03:59:00+09:00')
const passport = (name: keyof typeof states): Passport => states[name]('ja')

describe('today', () => {
  test('a counted day says which work day of the career it is', () => {
    const view = readToday(passport('counted'), true, MORNING, ja)
    expect(view.sentence).toBe('今日は数えました')
    expect(view.chain.map((link) => [link.step, link.caption])).toEqual([
      ['done', '7:42 受付'],
      ['done', '1,093日目'],
      ['later', 'このあと'],
    ])
  })

  test('retirement is never said to be done', () => {
    for (const name of ['counted', 'waiting', 'stopped', 'twoSites', 'night'] as const) {
      expect(readToday(passport(name), true, MORNING, ja).chain[2]?.step).toBe('later')
    }
  })

  test('a waiting day is amber and says that no second tap is needed', () => {
    const view = readToday(passport('waiting'), true, MORNING, ja)
    expect([view.kind, view.sentence]).toEqual(['waiting', '受け付けました'])
    expect(view.note).toContain('もう一度タッチしなくて大丈夫')
  })

  test('a stopped day carries its reason and is cut at the work day', () => {
    const view = readToday(passport('stopped'), true, MORNING, ja)
    expect(view.reason?.code).toBe('structure_missing')
    expect(view.chain[1]?.step).toBe('stopped')
  })

  test('with two sites each reason stands beside its own site', () => {
    expect(readToday(passport('twoSites'), true, MORNING, ja).reason).toBeNull()
  })

  test('a day off is called so only while nothing was recorded', () => {
    expect(readToday(passport('rest'), true, MORNING, ja).kind).toBe('rest')
    expect(readToday(passport('none'), true, MORNING, ja).kind).toBe('none')
  })

  test('content of yesterday, read without the server, is not called today', () => {
    expect(readToday(passport('counted'), false, NEXT_DAY, ja).sentence).toBe('11月20日は数えました')
    expect(readToday(passport('none'), false, NEXT_DAY, ja).sentence).toBe('11月20日は記録がありません')
  })

  test('before four in the morning the work day is still the day before', () => {
    expect(dayToName(passport('night'), false, BEFORE_FOUR, ja)).toBeNull()
  })

  test('what the live server calls today is today, whatever the phone’s clock says', () => {
    expect(dayToName(passport('counted'), true, NEXT_DAY, ja)).toBeNull()
  })
})

describe('times', () => {
  const times = (name: keyof typeof states) => {
    const { today } = passport(name)
    return today.visits.map((visit) => timesOf(visit, today.workDate, ja))
  }

  test('a night shift ends on the next day', () => {
    expect(times('night')).toEqual([['21:02 入場', '翌5:31 退場']])
  })

  test('a tap without direction is told by its arrival', () => {
    expect(times('siteUnknown')).toEqual([['7:42 受付']])
  })
})

describe('the date of the content', () => {
  test('live content shows the time alone', () => {
    expect(dataDate(MORNING, MORNING, true, ja)).toBe('7:43 時点')
  })

  test('content of another day shows its date', () => {
    expect(dataDate(MORNING, NEXT_DAY, false, ja)).toBe('11月20日 7:43 時点')
  })

  test('nothing loaded is said to be nothing', () => {
    expect(dataDate(null, MORNING, false, ja)).toBe('まだ内容なし')
  })
})

describe('the card', () => {
  const { worker } = passport('counted')

  test.each([
    ['2027-06-30', null],
    ['2026-12-10', 'カードの期限まで あと20日'],
    ['2026-11-20', 'カードの期限まで あと0日'],
    ['2026-10-31', 'カードの期限は10月31日まででした'],
  ])('its end on %s reads %s', (cardExpiresOn, text) => {
    expect(cardNotice({ ...worker, cardExpiresOn }, '2026-11-20', ja)).toBe(text)
  })

  test('a name takes its registered reading part by part', () => {
    expect(withReading('見本 太郎', 'ミホン タロウ')).toBe('｜見本《みほん》 ｜太郎《たろう》')
    expect(withReading('グエン 太郎', 'グエン タロウ')).toBe('グエン ｜太郎《たろう》')
  })

  test('a reading that does not fit is left out rather than misplaced', () => {
    expect(withReading('見本太郎', 'ミホン タロウ')).toBe('見本太郎')
  })
})

test('a month without a record keeps its place among the months behind', () => {
  const months = [
    { month: '2026-11', days: 14 },
    { month: '2026-08', days: 3 },
  ]
  expect(monthsBehind(months, '2026-11')).toEqual([3, 0, 0, 14])
  expect(monthsBehind([{ month: '2026-10', days: 5 }], '2026-12')).toEqual([5, 0, 0])
  expect(monthsBehind([], '2026-11')).toEqual([])
})

test('English uses one day and two days', () => {
  expect([en.days(1), en.days(2), en.days(1093)]).toEqual(['1 day', '2 days', '1,093 days'])
})

test('everybody at the sample door is marked as a sample', () => {
  expect(people('ja').every((person: { name: string }) => person.name.includes('サンプル'))).toBe(true)
})
