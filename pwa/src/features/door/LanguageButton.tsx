/** The language that is spoken, and the way to another; the list of the seven comes when it is wanted. */
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { addresses } from '../../addresses'
import { languages } from '../../i18n/languages'
import { plain, say, useLanguage, useWords } from '../../i18n/words'
import { go } from '../../routes'
import { Icon } from '../../ui/Icon'
import type { PageProps } from '../pages'

export interface SheetProps {
  choose: PageProps['choose']
  close: () => void
}

export function LanguageButton({ choose }: Pick<PageProps, 'choose'>) {
  const t = useWords()
  const language = useLanguage()
  const [sheet, setSheet] = useState<{ Sheet: ComponentType<SheetProps> } | null>(null)
  const open = async () => {
    try {
      setSheet({ Sheet: (await import('./LanguageSheet')).LanguageSheet })
    } catch {
      go(addresses.settings)
    }
  }
  return (
    <>
      <button
        type="button"
        class="speech"
        aria-haspopup="dialog"
        aria-label={`${plain(t.language)}: ${plain(languages[language])}`}
        onClick={() => void open()}
      >
        <Icon name="language" size={22} />
        <span>{say(languages[language])}</span>
      </button>
      {sheet !== null && <sheet.Sheet choose={choose} close={() => setSheet(null)} />}
    </>
  )
}
