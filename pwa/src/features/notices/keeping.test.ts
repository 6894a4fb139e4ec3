import { expect, test } from 'vitest'
import type { NoticeSettings } from '../../api/schema'
import { became } from './Trial'
import { wishOf } from './keeping'

const settings: NoticeSettings = {
  language: 'ja',
  quietFrom: '21:00',
  quietUntil: '06:00',
  digestAt: '18:00',
  topics: [
    { topic: 'days', how: 'atOnce', fixed: false },
    { topic: 'cards', how: 'daily', fixed: false },
    { topic: 'news', how: 'off', fixed: false },
    { topic: 'safety', how: 'atOnce', fixed: true },
  ],
  push: { id: 'k', key: 'BCVx' },
  devices: [],
  mail: null,
  mailOffered: false,
  lineLinked: false,
  lineOffered: false,
}

test('another language is told with everything else as it was', () => {
  expect(wishOf(settings, 'my')).toEqual({
    language: 'my',
    quietFrom: '21:00',
    quietUntil: '06:00',
    digestAt: '18:00',
    daily: ['cards'],
    off: ['news'],
  })
})

const trial = (...states: string[]) => ({
  notices: [
    {
      id: '1',
      kind: 'trial',
      at: '2026-11-20T07:43:05+09:00',
      title: '',
      body: '',
      address: '/',
      deliveries: states.map((state) => ({ channel: 'push', state, at: null })),
    },
  ],
})

test.each([
  [trial('delivered', 'gone'), 'silent'],
  [trial('gone', 'failed'), 'failed'],
  [trial('waiting', 'failed'), 'waiting'],
  [trial(), 'waiting'],
  [{ notices: [] }, 'waiting'],
] as const)('what became of a trial (%#)', (said, outcome) => {
  expect(became(said as never)).toBe(outcome)
})
