import type { Words } from './ja'

export const words: Words = {
  title: 'Thông báo',
  saved: 'Đã lưu',
  notDone: 'Chưa có gì thay đổi.',

  here: {
    on: 'Thông báo sẽ đến đây',
    reached: (at) => `Lần cuối nhận được: ${at}`,
    off: 'Thông báo chưa đến đây',
    why: 'Khi một lần chạm thẻ không được tính, bạn biết ngay, và biết ai sửa được.',
    whyOffice: 'Khi máy đọc mất liên lạc hoặc sắp hết hạn đăng ký, bạn biết ngay.',
    turnOn: 'Bật thông báo',
    turnOff: 'Tắt ở đây',
    busy: 'Đang bật',
    browserAsks: 'Khi trình duyệt hỏi, hãy bấm “Cho phép”. Bạn có thể tắt bất cứ lúc nào.',
  },
  blocked: {
    title: 'Trình duyệt đang chặn thông báo',
    steps: ['Bấm biểu tượng bên trái địa chỉ', 'Mở “Quyền” hoặc “Cài đặt trang web”', 'Đặt “Thông báo” thành “Cho phép”'],
    after: 'Khi bạn cho phép, trang này sẽ tự thay đổi.',
  },
  blockedByPhone: {
    title: 'Cài đặt điện thoại đang chặn thông báo',
    steps: ['Mở “Cài đặt” của điện thoại', 'Trong “Thông báo”, chọn hộ chiếu', 'Cho phép thông báo'],
    after: 'Khi bạn cho phép, trang này sẽ tự thay đổi.',
  },
  install: {
    title: 'Trên iPhone, trước hết hãy thêm vào màn hình chính',
    steps: ['Bấm “Chia sẻ” trong trình duyệt', 'Chọn “Thêm vào MH chính”', 'Mở từ biểu tượng mới và đăng nhập'],
    after: 'Sau đó hãy mở lại trang này.',
  },
  cannot: {
    title: 'Trình duyệt này không nhận được thông báo',
    steps: ['Mở hộ chiếu bằng Chrome hoặc Safari mới hơn', 'Đăng nhập và mở lại trang này'],
    after: 'Mọi việc đã xảy ra luôn xem được ở biểu tượng chuông trên trang chính.',
  },
  own: {
    dismissed: { why: 'Câu hỏi đã bị đóng', what: 'Hãy bấm lại và chọn “Cho phép”.' },
    blocked: { why: 'Trình duyệt đang chặn thông báo', what: 'Mục “Thông báo” trong cài đặt có cách sửa.' },
    notKept: { why: 'Trình duyệt này không lưu được', what: 'Hãy mở hộ chiếu ở cửa sổ thường, không phải cửa sổ riêng tư.' },
    noService: {
      why: 'Không kết nối được với dịch vụ gửi thông báo',
      what: 'Chờ một lát rồi bấm lại. Nếu vẫn vậy, hãy dùng trình duyệt khác.',
    },
  },

  trial: {
    send: 'Gửi thử',
    outcome: {
      sent: 'Đã gửi. Đang chờ thông báo đến.',
      arrived: 'Đã đến nơi. Mọi thứ đều ổn.',
      silent: 'Đã đến điện thoại. Nếu không thấy, hãy xem trong cài đặt điện thoại trình duyệt này có được hiện thông báo không.',
      waiting: 'Chưa đến; có thể sóng yếu. Thông báo sẽ đến sau.',
      failed: 'Không gửi được. Hãy tắt rồi bật lại thông báo ở đây.',
    },
  },

  times: {
    title: 'Khi nào',
    quiet: 'Giờ yên tĩnh',
    from: 'Từ',
    until: 'Đến',
    quietNote: 'Việc xảy ra trong giờ này sẽ báo sau. Việc gấp, như ngày bị dừng, vẫn báo ngay.',
    digest: 'Mỗi ngày, lúc',
    digestNote: 'Những mục đặt “Mỗi ngày” sẽ đến cùng lúc vào giờ này.',
  },

  topics: {
    title: 'Về việc gì',
    how: { atOnce: 'Ngay', daily: 'Mỗi ngày', off: 'Tắt' },
    topic: {
      days: { name: 'Ngày làm việc', holds: 'Bị dừng, được tính lại, được sửa' },
      claims: { name: 'Ngày đã khai', holds: 'Được duyệt hay không' },
      levels: { name: 'Bậc và bằng cấp', holds: 'Đã đạt, sắp đạt, kết quả xét duyệt' },
      applications: { name: 'Đơn đăng ký', holds: 'Trả lại, đã xong, xin đồng ý' },
      cards: { name: 'Thẻ', holds: 'Đã gửi, sắp hết hạn' },
      employment: { name: 'Công ty của bạn', holds: 'Đề nghị, bắt đầu, kết thúc' },
      company: { name: 'Đăng ký công ty', holds: 'Thời hạn, gia hạn, người không nhận được tin' },
      site: { name: 'Máy đọc ở công trường', holds: 'Không liên lạc, trùng số' },
      news: { name: 'Thư của ban vận hành', holds: 'Quy định, thiên tai, v.v.' },
      safety: { name: 'An toàn tài khoản', holds: 'Khóa, đổi điện thoại, thẻ bị dừng' },
    },
    always: 'Luôn báo',
    alwaysWhy: 'Để bạn biết khi người khác tự ý thay đổi.',
  },

  devices: {
    title: 'Nơi nhận',
    here: 'Màn hình này',
    unknown: 'Thiết bị không rõ tên',
    since: (day) => `Từ ${day}`,
    reached: (at) => `Lần cuối: ${at}`,
    never: 'Chưa nhận được lần nào',
    remove: 'Gỡ',
    removed: 'Đã gỡ',
    note: 'Mở hộ chiếu trên thiết bị đã gỡ thì thông báo lại đến. Thiết bị không ở bên bạn thì hãy đăng xuất.',
    signOut: 'Nơi đang đăng nhập',
  },

  mail: {
    title: 'Nhận cả qua email',
    note: 'Dùng khi điện thoại không nhận được. Trước hết chúng tôi gửi một email để xác nhận.',
    address: 'Địa chỉ email',
    always: 'Gửi email cả khi điện thoại nhận được',
    keep: 'Gửi email xác nhận',
    sent: 'Đã gửi email xác nhận. Hãy nhấn “Mở” trong email.',
    waiting: 'Chưa xác nhận',
    on: 'Thông báo đến địa chỉ này',
    remove: 'Dừng',
  },

  line: {
    title: 'Nhận qua LINE',
    note: 'Hãy kết bạn với tài khoản chính thức của hộ chiếu rồi gửi mã này.',
    get: 'Lấy mã',
    code: 'Mã gửi trên LINE',
    until: (time) => `Dùng được đến ${time}`,
    linked: 'Thông báo đến LINE',
    remove: 'Dừng',
  },

  link: {
    confirmTitle: 'Bạn muốn nhận thông báo ở địa chỉ này?',
    confirmNote: 'Trước khi xác nhận, không có email nào khác được gửi.',
    confirm: 'Nhận',
    confirmed: 'Thông báo sẽ đến đây',
    confirmedNote: 'Có thể đổi thời gian và nội dung ở mục “Thông báo” trong cài đặt của hộ chiếu.',
    stopTitle: 'Dừng gửi email đến địa chỉ này?',
    stopNote: 'Thông báo về thời hạn và an toàn tài khoản cũng không còn đến địa chỉ này.',
    stop: 'Dừng',
    stopped: 'Đã dừng',
    stoppedNote: 'Bạn có thể bật lại ở mục “Thông báo” trong cài đặt của hộ chiếu.',
    broken: 'Không dùng được liên kết này',
    brokenNote: 'Hãy mở lại liên kết trong email.',
  },

  ask: {
    title: 'Bạn muốn nhận thông báo không?',
    yes: 'Nhận',
    later: 'Để sau',
    change: 'Có thể thay đổi bất cứ lúc nào ở “Thông báo” trong cài đặt.',
  },
}
