/** News: what happened to me. */
export const words = {
  title: 'お知らせ',
  unread: '新着',
  today: '今日',
  none: 'お知らせは、まだありません',
  noneNote: '1日が数えられたり、止まったりすると、ここに届きます。',
  keptFor: '30日前までのお知らせです',
}

export type Words = typeof words
