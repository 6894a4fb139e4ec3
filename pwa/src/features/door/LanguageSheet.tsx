/** The seven languages, each by its own name. */
import { type Language, languages } from '../../i18n/languages'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import type { SheetProps } from './LanguageButton'

export function LanguageSheet({ choose, close }: SheetProps) {
  const t = useWords()
  const spoken = useLanguage()
  return (
    <Sheet title={say(t.language)} close={close} closeName={plain(t.claim.close)}>
      <ul class="tongues">
        {(Object.keys(languages) as Language[]).map((language) => (
          <li key={language}>
            <button
              type="button"
              lang={language}
              aria-current={language === spoken ? 'true' : undefined}
              onClick={() => {
                choose({ language })
                close()
              }}
            >
              <span>{say(languages[language])}</span>
              {language === spoken && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
