import type { Words } from './ja'

export const words: Words = {
  title: 'News',
  unread: 'New',
  today: 'Today',
  none: 'There is no news yet',
  noneNote: 'When a day counts or is stopped, you are told here.',
  keptFor: 'News of the last 30 days',
}
