/** Says that something is under way, once it takes longer than people notice. */
import { useEffect, useState } from 'preact/hooks'
import { say, useWords } from '../../i18n/words'

const QUIET_MS = 400

export function Working({ busy }: { busy: boolean }) {
  const t = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    const timer = busy ? setTimeout(() => setLate(true), QUIET_MS) : undefined
    return () => clearTimeout(timer)
  }, [busy])
  return (
    <p class="cap working" role="status">
      {busy && late && say(t.door.working)}
    </p>
  )
}
