// A stand-in for the server, for development and pictures: serves dist and answers as the contract says.
//
//   node mock/server.mjs [port] [--until-stdin-ends]     prints the port it listens on
//   POST /mock {"state": "counted"}  who is signed in sees that state, and open pages are told
//
// Also: signedIn, hung (answers nothing), failing (answers 503), mute (no live stream), quiet (a stream without a word),
// closed (no sample mode), release (another version of the worker), claiming (impossible, busy), approved (claims count),
// refused (what the prime contractor wrote), read.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as account from './account.mjs'
import * as door from './door.mjs'
import * as history from './history.mjs'
import * as notices from './notices.mjs'
import * as pass from './pass.mjs'
import { refusal } from './refusals.mjs'
import * as road from './road.mjs'
import { people, states } from './states.mjs'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
/** What the real server allows a page; a page that needs more fails here first. */
function policyOf(page) {
  const hashes = (kind) => {
    const inside = [...page.matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gs'))]
    return inside.map(([, content]) => ` 'sha256-${createHash('sha256').update(content).digest('base64')}'`).join('')
  }
  const ours = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
  return `${ours}; script-src 'self'${hashes('script')}; style-src 'self'${hashes('style')}`
}

/** As the real server sets it beside the session's cookie: somebody may be in. */
const IN = 'passport_in=1; SameSite=Lax; Path=/'
const OUT = 'passport_in=; Max-Age=0; SameSite=Lax; Path=/'

const world = {
  state: 'counted',
  signedIn: true,
  hung: false,
  failing: false,
  mute: false,
  quiet: false,
  closed: false,
  release: 1,
  claims: {},
  claiming: null,
  approved: false,
  refused: null,
  read: false,
  asked: 0,
  ...account.world,
  ...door.world,
  ...notices.world,
  ...pass.world,
  ...road.world,
}
const streams = new Set()

function languageOf(request) {
  return request.headers['accept-language']?.split(/[,;]/)[0] || 'ja'
}

/** The subjects have their texts in three languages; English stands in for the others. */
function subjectLanguageOf(request) {
  const language = languageOf(request)
  return language.startsWith('ja') ? language : 'en'
}

/** The server's clock stands at the sample morning. */
const DATE = 'Thu, 19 Nov 2026 22:43:05 GMT'

function json(response, status, content, type = 'application/json') {
  response.writeHead(status, { 'content-type': type, date: DATE })
  response.end(JSON.stringify(content))
}

function problem(response, status, code) {
  const remedy = { who: '見本', what: '見本', where: '見本', until: null }
  json(response, status, { type: 'about:blank', title: code, status, code, remedy, help: 'H4T9WR' }, 'application/problem+json')
}

/** An answer that brings its own head. */
function say(response, { status = 200, headers, body: text }) {
  response.writeHead(status, { date: DATE, ...headers }).end(text)
}

async function body(request) {
  let text = ''
  for await (const piece of request) text += piece
  return text === '' ? {} : JSON.parse(text)
}

const routes = {
  'POST /mock': async (request, response) => {
    Object.assign(world, await body(request))
    for (const stream of streams) stream.write(`event: changed\nid: 1\ndata: {"kind":"day_counted","workDate":"2026-11-20"}\n\n`)
    json(response, 200, world)
  },
  'GET /v1/sample/people': (request, response) => {
    if (world.closed) problem(response, 404, 'sample_only')
    else json(response, 200, { people: people(languageOf(request)) })
  },
  'POST /v1/sample/login': async (request, response) => {
    const { person } = await body(request)
    Object.assign(world, { state: person, signedIn: true })
    response.writeHead(204, { 'set-cookie': ['passport_session=mock; HttpOnly; SameSite=Lax; Path=/', IN] }).end()
  },
  'POST /v1/logout': (_request, response) => {
    world.signedIn = false
    response.writeHead(204, { 'set-cookie': OUT }).end()
  },
  'GET /v1/passport': (request, response) => {
    world.asked += 1
    if (world.failing) problem(response, 503, 'overloaded')
    else if (!world.signedIn) problem(response, 401, 'not_signed_in')
    else if (world.barred) say(response, refusal(403, world.barred, languageOf(request)))
    else {
      const language = languageOf(request)
      json(response, 200, account.withAccount(states[world.state](language), world, history.inbox(world, language).unread))
    }
  },
  'GET /v1/passport/live': (request, response) => {
    if (world.mute || world.failing) return problem(response, 503, 'overloaded')
    if (!world.signedIn) return problem(response, 401, 'not_signed_in')
    if (world.barred) return problem(response, 403, world.barred)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (!world.quiet) response.write(': watching\n\n')
    streams.add(response)
    const beat = setInterval(() => world.quiet || response.write(': still here\n\n'), 15_000)
    request.on('close', () => {
      streams.delete(response)
      clearInterval(beat)
    })
  },
}

/**
 * What the subjects answer: [method, pattern of the path, answer]. An answer is given {part, language, speaks, sent, world} and gives
 * {status, body, headers} or, for short, the body of a 200; undefined is a 204.
 */
/** Of somebody who is signed in. */
const OWN = new Set([...account.answers, ...notices.answers, ...road.answers])
const SUBJECTS = [...account.answers, ...notices.answers, ...road.answers, ...door.answers, ...pass.answers]

function ofSubject(method, path) {
  for (const one of SUBJECTS) {
    const [wanted, pattern, answer] = one
    const match = pattern.exec(path)
    if (match && wanted === method) {
      return async (request, response) => {
        if (world.failing) return problem(response, 503, 'overloaded')
        if (!world.signedIn && path !== '/v1/certificate' && OWN.has(one)) return problem(response, 401, 'not_signed_in')
        const sent = method === 'GET' ? null : await body(request)
        const said = answer({ part: match[1], language: subjectLanguageOf(request), speaks: languageOf(request), sent, world })
        if (world.signedIn) response.setHeader('set-cookie', IN)
        if (said === undefined) return response.writeHead(204).end()
        if (said?.code !== undefined && said.status >= 400) return problem(response, said.status, said.code)
        if (said?.headers !== undefined) return say(response, said)
        json(response, said?.status ?? 200, said?.body ?? said)
      }
    }
  }
}

/** Whatever lies under an address with a part of its own. */
const PARTED = [
  ['GET', /^\/v1\/passport\/months\/(\d{4}-\d{2})$/, (part, language) => history.monthOf(part, world, language)],
  ['GET', /^\/v1\/passport\/days\/(\d{4}-\d{2}-\d{2})$/, (part, language) => history.dayOf(part, world, language)],
  ['GET', /^\/v1\/passport\/years\/(\d{4})$/, (part, language) => history.yearOf(part, world, language)],
  ['GET', /^\/v1\/passport\/inbox$/, (_part, language) => history.inbox(world, language)],
  ['POST', /^\/v1\/passport\/inbox\/read$/, (_part, _language, { id }) => void ((world.read = true), world.readUntil.push(id))],
  ['PUT', /^\/v1\/passport\/claims\/([0-9a-f-]{36})$/, (part, language, claim) => history.takeClaim(part, claim, world, language)],
]

function parted(method, path) {
  for (const [wanted, pattern, answer] of PARTED) {
    const match = pattern.exec(path)
    if (match && wanted === method) {
      return async (request, response) => {
        const claim = method === 'GET' ? null : await body(request)
        if (world.failing || (method === 'PUT' && world.claiming === 'busy')) return problem(response, 503, 'overloaded')
        if (!world.signedIn) return problem(response, 401, 'not_signed_in')
        const said = answer(match[1], languageOf(request), claim)
        if (said === undefined) return response.writeHead(204).end()
        json(response, 200, said)
        if (method === 'PUT') for (const stream of streams) stream.write('event: changed\nid: 2\ndata: {}\n\n')
      }
    }
  }
}

async function file(request, response, path) {
  const wanted = extname(path) === '' ? '/index.html' : path
  const name = join(DIST, normalize(wanted))
  const headers = {
    'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
    'cache-control': wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  try {
    headers['content-security-policy'] = policyOf(wanted.endsWith('.html') ? await readFile(name, 'utf8') : '')
    // A test says who is in; the phone has its cookies as if that had been by the door.
    if (wanted.endsWith('.html') && world.signedIn) headers['set-cookie'] = IN
    if (wanted === '/sw.js' && world.release > 1) {
      const text = (await readFile(name, 'utf8')).replace(/shell-/g, `shell-${world.release}-`)
      return response.writeHead(200, headers).end(text)
    }
    const squeezed = (request.headers['accept-encoding'] ?? '').includes('br') && TYPES[extname(wanted)] !== 'image/png'
    const bytes = await readFile(squeezed ? `${name}.br` : name)
    response.writeHead(200, squeezed ? { ...headers, 'content-encoding': 'br' } : headers).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const key = `${request.method} ${pathname}`
  if (world.hung && key !== 'POST /mock') return
  const route = routes[key] ?? ofSubject(request.method, pathname) ?? parted(request.method, pathname)
  if (route) void route(request, response)
  else void file(request, response, pathname)
})
if (process.argv.includes('--until-stdin-ends')) {
  // So that it never outlives whoever started it, however that ended.
  process.stdin.on('end', () => process.exit()).resume()
}
server.listen(Number(process.argv[2] ?? 8100), 'localhost', () => console.log(server.address().port))
