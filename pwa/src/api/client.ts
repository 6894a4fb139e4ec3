/** The one way to the server: every call has an end, and every failure is one of three. */
import type { Page } from '../offline/kept'
import { takeEarly, wish } from './early'
import type {
  Address,
  ClaimAnswer,
  ClaimBody,
  Day,
  DayDetail,
  Login,
  Month,
  MonthVisits,
  Passport,
  People,
  Person,
  Problem,
  Reason,
  Year,
} from './schema'

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

/** An address of the server, and one whose parts are filled in. */
type Fixed = Exclude<Address, `${string}{${string}`>
type Parted = Address extends infer A ? (A extends `${infer Before}{${string}` ? `${Before}${string}` : never) : never
type Wanted = Fixed | Parted | `${Fixed}?${string}`

export interface Request extends RequestInit {
  language?: string
  patience?: number
}

/** Asks the server; throws `Refused` or `Unreachable`. The calls of a subject stand in a file of their own beside this one. */
export async function ask(path: Wanted, { language, patience = PATIENCE_MS, ...init }: Request = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (language !== undefined) {
    headers.set('Accept-Language', wish(language))
  }
  let answer: Response
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(init.signal ? [init.signal] : [])])
    const anew = () => fetch(path, { ...init, headers, cache: 'no-store', signal })
    answer = await ((init.method === undefined ? takeEarly(path, language, signal)?.catch(anew) : null) ?? anew())
  } catch (cause) {
    throw new Unreachable(path, { cause })
  }
  if (!answer.ok) {
    throw new Refused(await readProblem(answer))
  }
  return answer
}

async function readProblem(answer: Response): Promise<Problem> {
  const retryAfterS = Number(answer.headers.get('retry-after') ?? 0)
  const plain: Problem = {
    type: 'about:blank',
    title: answer.statusText,
    status: answer.status,
    code: `http_${answer.status}`,
    ...(retryAfterS > 0 && { retryAfterS }),
  }
  try {
    return { ...plain, ...((await answer.json()) as Partial<Problem>), status: answer.status }
  } catch {
    return plain
  }
}

/** A refusal as a reason that can be shown: why, who, what, where, until when. */
export function reasonOf({ code, title, remedy, help }: Problem): Reason {
  return {
    code,
    why: title,
    who: remedy?.who ?? '',
    what: remedy?.what ?? '',
    where: remedy?.where ?? '',
    until: remedy?.until ?? null,
    help: help ?? '',
  }
}

/** Reads a body as JSON; one that breaks off on the way is no answer. */
export async function read<T>(answer: Response): Promise<T> {
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
  await ask('/v1/sample/login', sending('POST', { person } satisfies Login))
}

export async function logout(): Promise<void> {
  await ask('/v1/logout', { method: 'POST' })
}

/** Reads a page together with the server's time of the answer. */
export async function readPage<T>(path: Wanted, language: string, signal: AbortSignal): Promise<Page<T>> {
  const answer = await ask(path, { language, signal })
  const said = Date.parse(answer.headers.get('date') ?? '')
  return { seenAt: new Date(Number.isNaN(said) ? Date.now() : said).toISOString(), answer: await read<T>(answer) }
}

export type Getter<T> = (language: string, signal: AbortSignal) => Promise<Page<T>>

export const getMonth =
  (month: Month): Getter<MonthVisits> =>
  (language, signal) =>
    readPage(`/v1/passport/months/${month}`, language, signal)

export const getDay =
  (day: Day): Getter<DayDetail> =>
  (language, signal) =>
    readPage(`/v1/passport/days/${day}`, language, signal)

export const getYear =
  (year: string): Getter<Year> =>
  (language, signal) =>
    readPage(`/v1/passport/years/${year}`, language, signal)

/** Safe to send again: the same id with the same content is always answered alike. */
export async function putClaim(id: string, claim: ClaimBody, language: string): Promise<ClaimAnswer> {
  return read(await ask(`/v1/passport/claims/${id}`, { language, ...sending('PUT', claim) }))
}

/** A request with a JSON body. */
export const sending = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})
