/** Whatever keeps somebody from getting in: the network, the server's refusal, or the phone. */
import { reasonOf } from '../../api/client'
import type { Problem, Reason } from '../../api/schema'
import { type Trouble, troubleOf } from '../passport/watch'
import { type Stumble, Stumbled } from './passkey'

export type Hindrance = Trouble | { stumble: Stumble }

export function hindranceOf(cause: unknown): Hindrance {
  return cause instanceof Stumbled ? { stumble: cause.stumble } : troubleOf(cause)
}

/** A refusal with its remedy, as a day's reason is shown; none where the server said nothing of its own. */
export function findReason(problem: Problem): Reason | null {
  return problem.remedy === undefined ? null : reasonOf(problem)
}
