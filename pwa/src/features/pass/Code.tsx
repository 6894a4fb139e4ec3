/** The QR on its white ground, in every theme, and the mark that walks around it: a picture stands still. */
import { useMemo } from 'preact/hooks'
import type { Level } from '../../api/schema'
import { QUIET, SIDE, draw } from './qr'

export function Code({ link, level, label }: { link: string; level: Level; label: string }) {
  const { size, path } = useMemo(() => draw(link), [link])
  const side = size + 2 * QUIET
  return (
    <div class="qr">
      <svg
        width={SIDE}
        height={SIDE}
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={label}
      >
        <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${side}v${side}h-${side}z`} />
        <path fill="#000" d={path} />
      </svg>
      <svg class="walker" width="10" height="10" viewBox="0 0 32 32" aria-hidden="true">
        {walkers[level]}
      </svg>
    </div>
  )
}

/** The place of a code that is being made. */
export function NoCode() {
  return <div class="qr" aria-hidden="true" />
}

/** ○ □ ⬡ ✷ without the number. */
const walkers = {
  1: <circle cx="16" cy="16" r="14" />,
  2: <path d="M3 3h26v26H3z" />,
  3: <path d="M16 1.500 28.600 8.750v14.500L16 30.500 3.400 23.250V8.750z" />,
  4: (
    <path d="M16 0l4.600 4.900 6.700-.2-.2 6.700L32 16l-4.900 4.600.2 6.700-6.700-.2L16 32l-4.600-4.900-6.700.2.2-6.700L0 16l4.900-4.600-.2-6.700 6.700.2z" />
  ),
} satisfies Record<Level, unknown>
