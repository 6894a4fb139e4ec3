import type { Words } from './ja'

export const words: Words = {
  title: 'Kabar',
  unread: 'Baru',
  today: 'Hari ini',
  none: 'Belum ada kabar',
  noneNote: 'Saat satu hari dihitung atau terhenti, kabarnya ada di sini.',
  keptFor: 'Kabar 30 hari terakhir',
}
