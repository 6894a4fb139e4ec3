/** Answers many applications, one after the other: good ones are kept, bad ones named, and what was not reached stays. */
import { Refused, reasonOf } from '../../api/client'
import type { Reason } from '../../api/schema'
import type { Application } from './calls'

export interface Answered {
  done: string[]
  refused: { id: string; name: string; reason: Reason }[]
  /** The server could not be reached; the rest was not asked. */
  lost: boolean
}

export async function answerAll(chosen: readonly Application[], say: (one: Application) => Promise<unknown>): Promise<Answered> {
  const answered: Answered = { done: [], refused: [], lost: false }
  for (const one of chosen) {
    try {
      await say(one)
      answered.done.push(one.id)
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        return { ...answered, lost: true }
      }
      answered.refused.push({ id: one.id, name: one.workerName, reason: reasonOf(cause.problem) })
    }
  }
  return answered
}
