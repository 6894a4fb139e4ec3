/** In the way of the passport: what is in force was not accepted yet, or is newer than what was. */
import { tryAgain } from '../passport/watch'
import type { PageProps } from '../pages'
import { ConsentStep } from './ConsentStep'
import { words } from './words'

export { words }

export function Page({ choose, leave }: PageProps) {
  return <ConsentStep worker choose={choose} leave={leave} done={tryAgain} />
}
