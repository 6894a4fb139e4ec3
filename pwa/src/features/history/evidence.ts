/** What speaks for a day, in words. */
import type { VisitDetail } from '../../api/schema'
import type { Words } from '../../i18n/ja'

/** What was held up, and to what; a word that this app does not know yet is left out. */
export function evidenceWords({ presented, device }: VisitDetail['evidence'], words: Words): string {
  return [words.day.presented[presented], words.day.devices[device]].filter(Boolean).join(' · ')
}

/** Everything that the grade follows from. */
export function allEvidence(evidence: VisitDetail['evidence'], words: Words): string[] {
  const parts = [
    words.day.grades[evidence.grade],
    evidenceWords(evidence, words),
    words.day.seenBy[evidence.seenBy],
    evidence.placeKnown ? words.day.placeKnown : '',
  ]
  return parts.filter((part): part is string => part !== undefined && part !== '')
}
