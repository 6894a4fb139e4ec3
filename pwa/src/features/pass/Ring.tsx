/** The seconds that are left, as a ring that empties. */
const RADIUS = 31
const AROUND = 2 * Math.PI * RADIUS

export function Ring({ left, of, label }: { left: number; of: number; label: string }) {
  return (
    <svg class="ring" width="56" height="56" viewBox="0 0 72 72" role="img" aria-label={label}>
      <circle cx="36" cy="36" r={RADIUS} fill="none" stroke="var(--ink)" stroke-opacity=".18" stroke-width="7" />
      <circle
        cx="36"
        cy="36"
        r={RADIUS}
        fill="none"
        stroke="var(--ink)"
        stroke-width="7"
        stroke-dasharray={`${(AROUND * left) / of} ${AROUND}`}
        transform="rotate(-90 36 36)"
      />
      <text x="36" y="45" text-anchor="middle" fill="var(--ink)">
        {left}
      </text>
    </svg>
  )
}
