import { render } from 'preact-render-to-string'
import { beforeEach, expect, test } from 'vitest'
import { states } from '../../../mock/states.mjs'
import type { Look } from '../../api/schema'
import { catalogues } from '../../i18n/testing'
import { Spoken } from '../../i18n/words'
import { keepPage } from '../../offline/kept'
import { readSettings } from '../settings/settings'
import { Page, words } from './ViewersPage'

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const look = (part: Partial<Look>): Look => ({
  day: '2026-11-20',
  purpose: 'worker_list',
  role: 'responsible_person',
  organisation: '株式会社見本鉄筋',
  firstAt: '2026-11-20T07:00:00+09:00',
  ...part,
})

async function shown(...views: Look[]): Promise<string> {
  await keepPage('ja', 'viewers', { seenAt: '2026-11-20T07:43:05+09:00', answer: { views } })
  return render(
    <Spoken.Provider value={{ language: 'ja', words: catalogues.ja }}>
      <Page
        place={{ page: 'viewers' }}
        view={{ stage: 'shown', passport: states.counted('ja'), trueAt: NOW, live: true, trouble: null, landed: false }}
        now={NOW}
        settings={readSettings()}
        choose={() => {}}
        entered={() => {}}
        leave={null}
        unsent={0}
      />
    </Spoken.Provider>,
  )
}

beforeEach(() => words.load('ja'))

test('a look names the organisation, the purpose and the role', async () => {
  const html = await shown(look({}))
  for (const text of ['株式会社見本鉄筋', '作業員名簿を作るため', '事業者責任者', '今日', '人の名前が出ないわけ', '心当たりがないとき']) {
    expect(html).toContain(text)
  }
})

test('a purpose or role that is newer than this app has a plain word', async () => {
  const html = await shown(look({ purpose: 'something_new', role: 'something_new' }))
  expect(html).toContain('そのほかの目的')
  expect(html).toContain('ほかの役割')
  expect(html).not.toContain('something_new')
})

test('where the register itself looked it is named, and who saw a pass stays without a name', async () => {
  expect(await shown(look({ organisation: null, role: 'operator', purpose: 'help' }))).toContain('登録の運営・窓口')
  const html = await shown(look({ organisation: null, role: null, purpose: 'pass' }))
  expect(html).toContain('あなたが見せた相手')
  expect(html).not.toMatch(/undefined|null/)
})

test('nobody has looked: that is said, and how it works', async () => {
  const html = await shown()
  expect(html).toContain('まだ、だれも見ていません')
  expect(html).toContain('心当たりがないとき')
})
