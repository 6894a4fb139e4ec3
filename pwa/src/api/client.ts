/** The one way to the server: every call has an end, and every failure is one of three. */
import type { Address, Login, Passport, People, Person, Problem } from './schema'

/** Longer than this, a phone on a site takes the server for absent. */
export const PATIENCE_MS = 8_000

/** The server answered, and said no. */
export class Refused extends Error {
  override name = 'Refused'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** The server did not answer: no network, nothing listening, or too slow. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

interface Request extends RequestInit {
  language?: string
  patience?: number
}

async function ask(path: Address, { language, patience = PATIENCE_MS, ...init }: Request = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (language !== undefined) {
    headers.set('Accept-Language', language)
  }
  let answer: Response
  try {
    const signals = [AbortSignal.timeout(patience), ...(init.signal ? [init.signal] : [])]
    answer = await fetch(path, { ...init, headers, cache: 'no-store', signal: AbortSignal.any(signals) })
  } catch (cause) {
    throw new Unreachable(path, { cause })
  }
  if (!answer.ok) {
    throw new Refused(await readProblem(answer))
  }
  return answer
}

async function readProblem(answer: Response): Promise<Problem> {
  const plain: Problem = { type: 'about:blank', title: answer.statusText, status: answer.status, code: `http_${answer.status}` }
  try {
    return { ...plain, ...((await answer.json()) as Partial<Problem>), status: answer.status }
  } catch {
    return plain
  }
}

/** Reads a body as JSON; one that breaks off on the way is no answer. */
async function read<T>(answer: Response): Promise<T> {
  try {
    return (await answer.json()) as T
  } catch (cause) {
    throw new Unreachable(answer.url, { cause })
  }
}

export async function getPassport(language: string, signal?: AbortSignal): Promise<Passport> {
  return read(await ask('/v1/passport', { language, ...(signal && { signal }) }))
}

export async function getPeople(language: string): Promise<Person[]> {
  const { people } = await read<People>(await ask('/v1/sample/people', { language }))
  return people
}

export async function loginAs(person: string): Promise<void> {
  await ask('/v1/sample/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person } satisfies Login),
  })
}

export async function logout(): Promise<void> {
  await ask('/v1/logout', { method: 'POST' })
}
