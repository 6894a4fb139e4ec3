// The pass and its check. The register's key is made at the start; certificates are really signed, so that a page can verify them.
//
// world.finding: what a check finds, if not "valid" · world.passing: "without_card" gives no pass · world.unasked: checks are not answered
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readCode } from '../src/features/pass/layout.ts'
import { states } from './states.mjs'

export const world = { finding: null, passing: null, unasked: false, checked: 0 }

const NOW = Date.parse('2026-11-20T07:43:05+09:00')
const UNTIL = '2026-11-27T07:43:05+09:00'
const TRADES = { ja: '鉄筋工', 'ja-x-easy': '｜鉄筋工《てっきんこう》', en: 'Rebar worker' }

const register = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x, y } = register.publicKey.export({ format: 'jwk' })
const point = Buffer.concat([Buffer.from([2 + (Buffer.from(y, 'base64url')[31] % 2)]), Buffer.from(x, 'base64url')])
const id = createHash('sha256').update(point).digest().subarray(0, 2)

const number = (value, bytes) =>
  Buffer.from(
    BigInt(value)
      .toString(16)
      .padStart(2 * bytes, '0'),
    'hex',
  )

function certificate(audience, publicKey, { worker }) {
  const name = Buffer.from(worker.name)
  const day = (Date.UTC(1992, 2, 4) - Date.UTC(1900, 0, 1)) / 86_400_000
  const more = [number(1001, 2), number(worker.number, 6), ...(audience === 'office' ? [number(day, 2)] : []), number(name.length, 1), name]
  const head = [
    Buffer.from([1, 1, { site: 1, shop: 2, office: 3 }[audience]]),
    id,
    number(Date.parse(UNTIL) / 1000, 4),
    number(worker.level, 1),
  ]
  const body = Buffer.concat([...head, ...(audience === 'shop' ? [] : more), Buffer.from(publicKey, 'base64url')])
  const signature = sign('sha256', body, { key: register.privateKey, dsaEncoding: 'ieee-p1363' })
  return Buffer.concat([body, signature]).toString('base64url')
}

function give({ sent, world: now, language }) {
  if (!now.signedIn) return { status: 401, code: 'not_signed_in' }
  if (now.passing === 'without_card') return { status: 409, code: 'pass_without_card' }
  const passport = states[now.state](language)
  const certificates = Object.fromEntries(
    Object.entries(sent.publicKeys).map(([audience, key]) => [audience, certificate(audience, key, passport)]),
  )
  return { until: UNTIL, certificates }
}

function check({ sent, world: now, language }) {
  if (now.unasked) return { status: 503, code: 'busy' }
  now.checked += 1
  const code = readCode(sent.code)
  const finding = now.finding ?? (code === null ? 'not_ours' : NOW / 1000 - code.instant > 90 ? 'too_old' : 'valid')
  const ours = finding !== 'not_ours' && code !== null
  const seen =
    finding === 'valid' ? { ...code.seen, trade: code.seen.trade === null ? null : { number: 1001, name: TRADES[language] } } : null
  return {
    finding,
    checkedAt: '2026-11-20T07:43:05+09:00',
    audience: ours ? code.audience : null,
    shownAt: ours ? new Date(code.instant * 1000).toISOString() : null,
    seen,
    reason: finding === 'valid' ? null : { code: `pass_${finding}`, why: '見本', who: '見本', what: '見本', where: '見本', until: null },
  }
}

const keys = ({ language }) => ({
  keys: [{ id: id.toString('hex'), publicKey: point.toString('base64url'), since: '2026-11-01T09:00:00+09:00' }],
  trades: { 1000: TRADES[language], 1001: TRADES[language] },
  sample: true,
})

export const answers = [
  ['POST', /^\/v1\/passes$/, give],
  ['GET', /^\/v1\/passes\/keys$/, keys],
  ['POST', /^\/v1\/passes\/check$/, check],
]
