/** Drawn like working drawings: where a number stands, and how a phone becomes a key. */

const pen = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linejoin': 'round' } as const

/** The front of the card: its number runs along the foot. */
export function CardFront() {
  return (
    <svg class="where" width="56" height="38" viewBox="0 0 56 38" aria-hidden="true" {...pen}>
      <rect x="1.5" y="1.500" width="53" height="35" rx="4" fill="var(--surface)" />
      <path d="M7 7.500h11v12H7zM24 9.500h14M24 15h20" stroke-width="1.600" />
      <path class="here" d="M7 28.500h42" />
    </svg>
  )
}

/** Its back: the four digits stand in a box at the right. */
export function CardBack() {
  return (
    <svg class="where" width="56" height="38" viewBox="0 0 56 38" aria-hidden="true" {...pen}>
      <rect x="1.5" y="1.500" width="53" height="35" rx="4" fill="var(--surface)" />
      <path d="M1.500 7h53v6h-53z" fill="currentColor" stroke="none" />
      <path d="M7 20h20M7 26h14" stroke-width="1.600" />
      <path class="here" d="M33 24.500h16" />
    </svg>
  )
}

/** A slip of paper with the code. */
export function CodeSlip() {
  return (
    <svg class="where" width="56" height="38" viewBox="0 0 56 38" aria-hidden="true" {...pen}>
      <path d="M12 1.500h32v35l-5.300-3.500-5.400 3.500-5.300-3.500-5.300 3.500-5.400-3.500L12 36.500z" fill="var(--surface)" />
      <path d="M18 9h20" stroke-width="1.600" />
      <path class="here" d="M18 19.500h20" />
    </svg>
  )
}

/** The phone that knows a face becomes a key. */
export function PhoneToKey() {
  return (
    <svg class="phonekey" viewBox="0 0 358 150" aria-hidden="true">
      <g {...pen} stroke-width="3.5">
        <rect x="70" y="10" width="76" height="130" rx="12" fill="var(--surface)" />
        <path d="M98 20h20" />
        <path d="M86 50V38h12M118 38h12v12M130 74v12h-12M98 86H86V74M99 56v5M117 56v5M99 72c6 5 12 5 18 0" stroke-width="3" />
        <path d="M86 112h44" stroke-width="8" stroke="var(--ok-fill)" />
      </g>
      <path d="M168 75h44" {...pen} stroke-width="3.5" stroke-dasharray="4 7" />
      <g {...pen} stroke-width="3.5">
        <circle cx="252" cy="75" r="24" fill="var(--ok-tint)" />
        <path d="M276 75h50v18M308 75v12" />
      </g>
      <circle cx="244" cy="75" r="5" fill="currentColor" />
    </svg>
  )
}
