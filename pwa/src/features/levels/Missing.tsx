/** What a field still lacks, said beside it. */
import { say } from '../../i18n/words'

export function Missing({ text }: { text: string }) {
  return (
    <p class="missing" role="alert">
      {say(text)}
    </p>
  )
}
