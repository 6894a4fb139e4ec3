import type { Words } from './ja'

export const words: Words = {
  title: 'Cài đặt',
  places: {
    notices: { name: 'Thông báo', holds: 'Nhận ở đâu, lúc nào, về việc gì' },
    keys: { name: 'Passkey', holds: 'Khóa đăng nhập, nơi đang đăng nhập' },
    lost: { name: 'Khi bị mất', holds: 'Điện thoại, thẻ' },
    employers: { name: 'Công ty', holds: 'Trả lời đề nghị, đổi công ty' },
    applications: { name: 'Đơn đăng ký', holds: 'Đăng ký, thay đổi, gia hạn' },
    data: { name: 'Đăng ký, tải về', holds: 'Toàn bộ dữ liệu trong tay bạn' },
    viewers: { name: 'Ai đã xem', holds: 'Ai xem, để làm gì' },
  },
  look: 'Màu màn hình',
  looks: { system: 'Theo điện thoại', light: 'Sáng', dark: 'Tối', sun: 'Ngoài trời (nắng)' },
  size: 'Cỡ chữ',
  sizes: { 100: 'Thường', 125: 'Lớn', 150: 'Rất lớn', 200: 'Lớn nhất' },
  leaveNote: 'Nội dung giữ trên máy này cũng bị xóa.',
  leaving: (n) => `${n} khai báo chưa gửi cũng bị xóa.`,
}
