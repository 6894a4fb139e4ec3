/** The place of the road on home: it comes after the first screen, from what the phone keeps. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  live: boolean
  days: number
}

export function Ahead(props: Props) {
  const [Mini, setMini] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    let over = false
    import('../levels/MiniRoad').then(({ MiniRoad }) => over || setMini(() => MiniRoad), ignore)
    return () => {
      over = true
    }
  }, [])
  return Mini === null ? null : <Mini {...props} />
}

function ignore(): void {
  // Home stands without it.
}
