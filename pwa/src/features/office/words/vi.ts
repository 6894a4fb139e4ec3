/** Tiếng Việt. */
import type { Words } from './ja'

export const words: Words = {
  title: 'Vai trò của bạn',
  role: {
    worker: 'Thợ',
    foreman: 'Tổ trưởng',
    responsible_person: 'Người chịu trách nhiệm công ty',
    layer_manager: 'Quản lý phân cấp',
    site_manager: 'Quản lý công trường',
    site_viewer: 'Người xem công trường',
    proxy_clerk: 'Người đăng ký thay',
    counter_staff: 'Nhân viên quầy',
    evaluation_body: 'Tổ chức đánh giá bậc thợ',
    public_client: 'Chủ đầu tư công',
    ministry: 'Bộ Đất đai và Giao thông',
    operator: 'Ban vận hành',
  },
  register: 'Toàn bộ sổ đăng ký',
  until: (day, year) => `đến ${day}, ${year}`,
  open: 'không thời hạn',
  none: 'Hiện bạn không có vai trò nào',
  noneWhat: 'Hãy nhờ người đã mời bạn cấp vai trò.',
  desk: 'Mở trang cho công ty và công trường',
  deskHow: 'Bảng buổi sáng, duyệt, danh sách thợ; dùng được trên máy tính. Bằng tiếng Nhật và tiếng Anh.',
  applications: 'Đơn đăng ký',
  applicationsHow: 'Đăng ký, thay đổi, gia hạn',
  noPassport: 'Chìa khóa này không thuộc hộ chiếu của thợ nào.',
  unseen: 'Chưa đọc được vai trò của bạn',
  settings: 'Cài đặt',
}
