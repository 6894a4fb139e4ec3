/** The months behind as small bars, oldest first, this month in full ink; a month without a record keeps its place as a line. */
import './Months.css'

const WIDTH = 4.5
const GAP = 1.5
const HEIGHT = 44

export function Months({ days, label }: { days: number[]; label: string }) {
  const most = Math.max(...days, 1)
  const width = days.length * (WIDTH + GAP) - GAP
  return (
    <svg class="months" role="img" aria-label={label} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
      {days.map((n, index) => {
        const height = n === 0 ? 1 : Math.max(3, (n / most) * (HEIGHT - 1))
        return (
          <rect
            key={index}
            x={index * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            fill={index === days.length - 1 ? 'var(--ink)' : 'var(--line-strong)'}
          />
        )
      })}
    </svg>
  )
}
