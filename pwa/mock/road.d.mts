import type { RoadAnswer } from '../src/api/road'

export const roadStates: string[]
export const world: Record<string, unknown>
export function answer(asked: { world: Record<string, unknown>; speaks: string }): RoadAnswer
