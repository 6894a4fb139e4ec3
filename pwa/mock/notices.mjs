// How somebody is told: settings, devices, the trial, and what was told.
import { refusal } from './refusals.mjs'

const NOW = '2026-11-20T07:43:05+09:00'
const NAMES = ['days', 'claims', 'levels', 'applications', 'cards', 'employment', 'company', 'site', 'news', 'safety']

const first = {
  notices: { language: 'ja', quietFrom: '21:00', quietUntil: '06:00', digestAt: '18:00', daily: ['news'], off: [] },
  pushKey: {
    id: 'mock',
    key: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  },
  devices: [], // of the account: {id, name, since, reachedAt, and what the browser gave}
  trials: 0,
  trialState: 'delivered',
}

export { first as world }

const howOf = ({ daily, off }, topic) => (off.includes(topic) ? 'off' : daily.includes(topic) ? 'daily' : 'atOnce')

function settings({ world }) {
  const { daily: _daily, off: _off, ...said } = world.notices
  return {
    ...said,
    topics: NAMES.map((topic) => ({ topic, how: howOf(world.notices, topic), fixed: topic === 'safety' })),
    push: world.pushKey,
    devices: world.devices.map(({ id, name, since, reachedAt }) => ({ id, name, since, reachedAt })),
    mail: null,
    mailOffered: false,
    lineLinked: false,
    lineOffered: false,
  }
}

function keepDevice({ part, sent, world, speaks }) {
  if (sent.pushKey !== world.pushKey.id) return refusal(409, 'push_key_old', speaks)
  world.devices = world.devices.filter(({ id, endpoint }) => id !== part && endpoint !== sent.endpoint)
  world.devices.push({ id: part, name: 'Android', since: NOW, reachedAt: null, ...sent })
  world.notices = { ...world.notices, language: sent.language }
  return settings({ world })
}

function endDevice({ part, world, speaks }) {
  if (!world.devices.some(({ id }) => id === part)) return refusal(404, 'not_found', speaks)
  world.devices = world.devices.filter(({ id }) => id !== part)
}

function trial({ world, speaks }) {
  if (world.devices.length === 0) return refusal(409, 'nothing_reaches', speaks)
  world.trials += 1
}

function told({ world }) {
  const deliveries = world.devices.map(() => ({ channel: 'push', state: world.trialState, at: NOW }))
  const one = { id: '01a209fb-5ab0-7420-a86d-000000000001', kind: 'trial', at: NOW, title: '見本', body: '見本', address: '/', deliveries }
  return { notices: world.trials > 0 ? [one] : [] }
}

export const answers = [
  ['GET', /^\/v1\/notices$/, told],
  ['GET', /^\/v1\/notices\/settings$/, settings],
  ['PUT', /^\/v1\/notices\/settings$/, ({ sent, world }) => ((world.notices = sent), settings({ world }))],
  ['PUT', /^\/v1\/notices\/devices\/([0-9a-f-]{36})$/, keepDevice],
  ['DELETE', /^\/v1\/notices\/devices\/([0-9a-f-]{36})$/, endDevice],
  ['POST', /^\/v1\/notices\/trial$/, trial],
]
