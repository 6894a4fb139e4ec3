/** The words of one page, in the office's two languages. */
import { useOffice } from './context'

export function useOwn<W>(words: { ja: W; en: W }): W {
  return words[useOffice().language === 'en' ? 'en' : 'ja']
}
