import type { Words } from './ja'

export const words: Words = {
  title: 'Kiểm tra hộ chiếu lao động',
  valid: 'Hợp lệ',
  past: 'Đã hợp lệ',
  pastNote: 'Đã qua một lúc. Muốn biết hiện giờ, hãy quét lại mã.',
  invalid: 'Không dùng được',
  unable: 'Chưa biết được',
  checking: 'Đang kiểm tra',
  at: (day, time) => `Kiểm tra lúc ${time}, ${day}`,

  number: 'Số người lao động',
  born: 'Ngày sinh',
  bornOn: (year, date) => `${date} năm ${year}`,
  pass: 'Mã này',
  left: (seconds) => `Còn ${seconds} giây`,

  told: 'Bạn chỉ thấy những gì trên màn hình này. Người đó sẽ được báo là bạn đã xem.',
  asking: 'Đang hỏi thêm sổ đăng ký.',
  notAsked: 'Không hỏi được sổ đăng ký. Ở đây không biết được mã vừa bị dừng.',
  again: 'Kiểm tra lại',
  offline: 'Không có sóng vẫn kiểm tra được',
  signed: (month) => `chữ ký ${month}`,

  who: 'Ai',
  what: 'Làm gì',
  when: 'Khi nào',
  wrong: {
    too_old: {
      title: 'Mã đã quá giờ',
      text: 'Có thể là ảnh chụp màn hình, hoặc màn hình cũ.',
      who: 'Người đưa mã',
      what: 'Mở lại mục “Xuất trình” trong ứng dụng',
      when: 'Ngay bây giờ, chỉ vài giây',
    },
    from_future: {
      title: 'Đồng hồ không khớp',
      text: 'Giờ trong mã sớm hơn bây giờ. Đồng hồ của một trong hai điện thoại bị sai.',
      who: 'Người đưa mã và bạn',
      what: 'Bật chỉnh giờ tự động trong cài đặt điện thoại',
      when: 'Ngay bây giờ, khoảng một phút',
    },
    not_ours: {
      title: 'Mã này không do nơi đây cấp',
      text: 'Có thể là mã QR khác, hoặc quét nhầm.',
      who: 'Người đưa mã',
      what: 'Mở mục “Xuất trình” trong ứng dụng và đưa mã đó',
      when: 'Ngay bây giờ, chỉ vài giây',
    },
    certificate_over: {
      title: 'Mã đã hết hạn',
      text: 'Có thể điện thoại đã lâu không có sóng.',
      who: 'Người đưa mã',
      what: 'Mở mục “Xuất trình” ở nơi có sóng',
      when: 'Có sóng là được ngay',
    },
    key_ended: {
      title: 'Điện thoại đó đã đăng xuất',
      text: 'Có thể là màn hình của điện thoại dùng trước đây.',
      who: 'Người đưa mã',
      what: 'Đăng nhập ứng dụng rồi mở mục “Xuất trình”',
      when: 'Ngay bây giờ, vài phút',
    },
    card_revoked: {
      title: 'Không có thẻ dùng được',
      text: 'Thẻ đã bị dừng hoặc hết hạn.',
      who: 'Công ty của người đó',
      what: 'Gia hạn thẻ, hoặc đăng ký thẻ mới',
      when: 'Sau khi thẻ mới được đăng ký',
    },
    worker_removed: {
      title: 'Đăng ký đã kết thúc',
      text: 'Hiện sổ đăng ký không có người này.',
      who: 'Người đó và quầy của ban quản lý',
      what: 'Khôi phục đăng ký tại quầy',
      when: 'Trong giờ quầy mở cửa',
    },
  },
  shownAt: (time) => `Mã được tạo lúc ${time}. `,
  meaning: 'Điều này không có nghĩa là người đó mất chứng chỉ.',

  cannot: {
    noKeys: {
      title: 'Điện thoại này chưa có khóa để kiểm tra',
      text: 'Đây là lần đầu kiểm tra bằng điện thoại này, và hiện không kết nối được.',
      who: 'Bạn',
      what: 'Quét lại mã ở nơi có sóng',
      when: 'Chỉ cần một lần; sau đó không có sóng vẫn được',
    },
    olderKeys: {
      title: 'Khóa trên điện thoại này cũ hơn mã',
      text: 'Không có sóng thì không kiểm tra được mã này.',
      who: 'Bạn',
      what: 'Quét lại mã ở nơi có sóng',
      when: 'Có sóng là được ngay',
    },
    noCrypto: {
      title: 'Trình duyệt này không kiểm tra được',
      text: 'Cũng không kết nối được với sổ đăng ký.',
      who: 'Bạn',
      what: 'Quét ở nơi có sóng, hoặc bằng trình duyệt mới hơn',
      when: 'Ngay bây giờ',
    },
  },
  nothingKept: 'Điện thoại này không lưu lại gì. Nếu gấp, hãy xem thẻ.',

  empty: 'Hãy quét mã QR',
  emptyHow: [
    'Nhờ người đó mở mục “Xuất trình” trong ứng dụng',
    'Hướng camera điện thoại vào mã QR',
    'Mở địa chỉ hiện ra, kết quả sẽ ở đây',
  ],
}
