/** The first login in three screens: three numbers, a key, and what is accepted. */
import { useMemo, useState } from 'preact/hooks'
import { askFirst } from '../../api/door'
import type { Hindrance } from '../door/hindrance'
import type { PageProps } from '../pages'
import { ConsentStep } from './ConsentStep'
import { KeyStep } from './KeyStep'
import { TypedStep } from './TypedStep'
import { admission } from './admission'
import { isAboutSecret } from './secrets'
import { useSteps } from './useSteps'
import { forgetNumber, useTyped } from './useTyped'
import { words } from './words'

export { words }

const OF = 3

export function Page({ choose, entered }: PageProps) {
  const w = words.use()
  const way = useMemo(() => admission(askFirst), [])
  const [step, go] = useSteps()
  const typing = useTyped()
  const [isIn, setIn] = useState(false)
  const [met, setMet] = useState<Hindrance | null>(null)

  if (isIn) {
    return <ConsentStep at={3} of={OF} worker choose={choose} leave={null} done={entered} />
  }
  if (step === 1 && way.isOpen()) {
    return (
      <KeyStep
        at={2}
        of={OF}
        back={() => history.back()}
        choose={choose}
        come={way.come}
        done={() => {
          forgetNumber()
          setIn(true)
        }}
        turnBack={(hindrance) => {
          const mine = isAboutSecret(hindrance)
          if (mine) {
            setMet(hindrance)
            history.back()
          }
          return mine
        }}
      />
    )
  }
  return (
    <TypedStep
      {...typing}
      title={w.typed.title}
      at={1}
      of={OF}
      before={met}
      show={way.show}
      done={() => {
        setMet(null)
        go(1)
      }}
      choose={choose}
      entered={entered}
    />
  )
}
