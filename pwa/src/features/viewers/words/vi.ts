import type { Words } from './ja'

export const words: Words = {
  title: 'Ai đã xem',
  today: 'Hôm nay',
  roles: {
    worker: 'Chính bạn',
    foreman: 'Tổ trưởng',
    responsible_person: 'Người chịu trách nhiệm của công ty',
    layer_manager: 'Quản lý cấp',
    site_manager: 'Quản lý công trường',
    site_viewer: 'Người xem của công trường',
    proxy_clerk: 'Nhân viên làm hộ',
    counter_staff: 'Nhân viên quầy',
    evaluation_body: 'Tổ chức đánh giá',
    public_client: 'Chủ đầu tư công',
    ministry: 'Bộ',
    operator: 'Đơn vị vận hành',
  },
  roleUnknown: 'Vai trò khác',
  purposes: {
    worker_list: 'Để lập danh sách công nhân',
    employment: 'Để làm thủ tục việc làm',
    site_check: 'Để kiểm tra tại công trường',
    application: 'Để làm hồ sơ',
    help: 'Để trả lời bạn',
    download: 'Để xuất dữ liệu',
    pass_check: 'Kiểm tra màn hình bạn đã đưa',
  },
  purposeUnknown: 'Mục đích khác',
  register: 'Đơn vị vận hành hoặc quầy đăng ký',
  unnamed: 'Người bạn đã đưa cho xem',
  none: 'Chưa có ai xem',
  noneNote: 'Khi công ty hoặc công trường xem dữ liệu của bạn, bạn thấy ngay ở đây. Bạn tự xem thì không hiện.',
  why: {
    title: 'Vì sao không có tên người',
    text: 'Họ xem vì công việc, nên công ty hoặc quầy chịu trách nhiệm. Ai đã xem thì hệ thống vẫn lưu.',
  },
  ask: {
    title: 'Khi không hiểu vì sao',
    text: 'Trước hết hãy hỏi công ty hoặc công trường đó. Nếu vẫn không rõ, hỏi quầy vận hành: nói ngày và tên công ty.',
  },
  keptFor: 'Lượt xem trong năm năm qua',
}
