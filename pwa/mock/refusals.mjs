// The server's own words for a refusal, read from its catalogues, so that pictures show what people will read.
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BACKEND = fileURLToPath(new URL('../../backend', import.meta.url))
const NOTIFICATIONS = fileURLToPath(new URL('../../notifications', import.meta.url))
const said = {}

for (const domain of [...readdirSync(BACKEND).map((name) => `${BACKEND}/${name}`), NOTIFICATIONS]) {
  let text
  try {
    text = readFileSync(`${domain}/refusals.toml`, 'utf8')
  } catch {
    continue
  }
  let code = null
  for (const line of text.split('\n')) {
    code = /^\[(\w+)\]/.exec(line)?.[1] ?? code
    const language = /^([\w-]+) = \{/.exec(line)?.[1]
    if (code !== null && language)
      said[`${code} ${language}`] = Object.fromEntries([...line.matchAll(/(\w+) = "([^"]*)"/g)].map((m) => [m[1], m[2]]))
  }
}

/** A refusal as an answer of the mock: a problem document with its remedy. */
export function refusal(status, code, language, { retryAfterS, opensAt, until = null } = {}) {
  const { why = code, who = '', what = '', where = '' } = said[`${code} ${language}`] ?? {}
  const remedy = { who, what, where, until }
  const body = { type: `/problems/${code}`, title: why, status, detail: what, code, remedy, help: 'H4T9WR', ...(opensAt && { opensAt }) }
  const headers = { 'content-type': 'application/problem+json', ...(retryAfterS && { 'retry-after': String(retryAfterS) }) }
  return { status, headers, body: JSON.stringify(body) }
}
