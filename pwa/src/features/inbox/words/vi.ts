import type { Words } from './ja'

export const words: Words = {
  title: 'Thông báo',
  unread: 'Mới',
  today: 'Hôm nay',
  none: 'Chưa có thông báo',
  noneNote: 'Khi một ngày được tính hoặc bị dừng, tin sẽ đến đây.',
  keptFor: 'Thông báo trong 30 ngày qua',
}
