/** The name of a certificate: in the reader's language, with the official one beside it, which is what stands on the paper. */
import type { QualificationName } from '../../api/road'
import { say, useLanguage } from '../../i18n/words'

interface Props {
  one: Pick<QualificationName, 'name' | 'ja'>
  /** Whether the official name is left out where there is another. */
  brief?: boolean
}

export function Certificate({ one: { name, ja }, brief = false }: Props) {
  const language = useLanguage()
  if (language === 'ja' || language === 'ja-x-easy') {
    return <span>{say(name)}</span>
  }
  if (name === ja) {
    return <span lang="ja">{ja}</span>
  }
  return (
    <>
      <span>{name}</span>
      {!brief && (
        <small class="official" lang="ja">
          {ja}
        </small>
      )}
    </>
  )
}
