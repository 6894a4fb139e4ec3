/** Grey shapes of the final size, for a first visit; what is going on is said after 400 ms. */
import './Shapes.css'
import { useEffect, useState } from 'preact/hooks'
import { say, useWords } from '../i18n/words'

const QUIET_MS = 400

export function Shapes({ heights }: { heights: number[] }) {
  const t = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {heights.map((height, index) => (
        <div key={index} class="shape-of" style={{ height }} aria-hidden="true" />
      ))}
      <p class="cap loading" role="status">
        {late && say(t.trouble.loading)}
      </p>
    </>
  )
}
