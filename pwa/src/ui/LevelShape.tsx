/** ○ □ ⬡ ✷: the level as a shape, always with its number inside. */
import './LevelShape.css'
import type { Level } from '../api/schema'

const STAR =
  '16,.8 20.630,4.820 26.750,5.250 27.180,11.370 31.200,16 27.180,20.630 26.750,26.750 20.630,27.180 16,31.200 ' +
  '11.370,27.180 5.250,26.750 4.820,20.630 .8,16 4.820,11.370 5.250,5.250 11.370,4.820'

const shapes = {
  1: <circle class="s" cx="16" cy="16" r="14" />,
  2: <rect class="s" x="3" y="3" width="26" height="26" rx="2.500" />,
  3: <path class="s" d="M16 1.500 28.600 8.750v14.500L16 30.500 3.400 23.250V8.750z" />,
  4: <polygon class="s" points={STAR} />,
} satisfies Record<Level, unknown>

export function LevelShape({ level, size }: { level: Level; size: number }) {
  return (
    <svg class={`shape lv${level}`} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {shapes[level]}
      <text x="16" y="22">
        {level}
      </text>
    </svg>
  )
}
