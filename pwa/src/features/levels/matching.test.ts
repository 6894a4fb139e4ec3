import { expect, test } from 'vitest'
import { matches } from './matching'

test.each([
  ['鉄筋', '鉄', true],
  ['｜鉄筋《てっきん》', 'てっ', true],
  ['｜鉄筋《てっきん》', 'テッキン', true],
  ['｜鉄筋《てっきん》', '鉄筋', true],
  ['1級とび技能士', '１級 とび', true],
  ['プレストレスト・コンクリート工事', 'プレストレストコンクリート', true],
  ['Electrical work', 'ELECTRIC', true],
  ['左官', '', true],
  ['左官', '鉄', false],
])('%s, looked for by %s: %s', (name, typed, found) => {
  expect(matches(name, typed)).toBe(found)
})
