import type { Words } from './ja'

export const words: Words = {
  title: 'お｜知《し》らせ',
  unread: '｜新《あたら》しい',
  today: '｜今日《きょう》',
  none: 'お｜知《し》らせは まだ ありません',
  noneNote: '1｜日《にち》を ｜数《かぞ》えた とき、｜止《と》まった ときに、ここに ｜届《とど》きます。',
  keptFor: '30｜日《にち》｜前《まえ》までの お｜知《し》らせです',
}
