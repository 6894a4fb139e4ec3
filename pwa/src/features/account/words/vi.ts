import type { Words } from './ja'

export const words: Words = {
  close: 'Đóng',
  keep: 'Để nguyên',
  busy: 'Đang gửi',
  mayAsk: 'Máy có thể hỏi khuôn mặt, vân tay hoặc mã PIN.',
  notDone: 'Chưa có gì thay đổi. Hãy bấm lại ở nơi có sóng.',
  door: 'Về màn hình đầu',
  noAnswer: {
    notConfirmed: 'Chưa xác nhận được là bạn. Hãy bấm lại.',
    alreadyHere: 'Máy này đã có khóa của bạn.',
    noKey: 'Bạn chưa có passkey. Hãy vào lại từ màn hình đầu.',
    notPossible: 'Cửa sổ này không dùng được passkey. Hãy mở bằng trình duyệt thường dùng.',
  },

  keys: {
    title: 'Passkey',
    passkeys: 'Khóa của bạn',
    what: 'Mở bằng khuôn mặt, vân tay hoặc mã PIN. Không cần nhớ số nào.',
    inUse: 'Đang dùng',
    addedOn: (day) => `Thêm ngày ${day}`,
    usedOn: (day) => `Dùng lần cuối ${day}`,
    synced: 'Có cả trên thiết bị khác',
    last: 'Không thể dừng khóa cuối cùng, vì bạn sẽ không vào được nữa. Hãy thêm một khóa trước.',
    stop: 'Dừng',
    stopTitle: 'Dừng khóa này?',
    stopNote: 'Khóa này sẽ không mở được nữa. Những nơi đã vào bằng khóa này sẽ bị đăng xuất.',
    stopThis: 'Màn hình này cũng đăng xuất ngay.',
    stopIt: 'Dừng khóa',
    stopped: 'Đã dừng khóa',
    added: 'Đã thêm khóa',
    add: 'Thêm khóa',
    addNote: 'Có khóa thứ hai thì máy hỏng vẫn vào được. Có thể tạo trên máy khác hoặc trên khóa bảo mật.',
    name: 'Tên khóa',
    nameless: 'Khóa của tôi',
    make: 'Tạo bằng khuôn mặt, vân tay, PIN',
  },

  places: {
    title: 'Nơi đang đăng nhập',
    here: 'Màn hình này',
    unknown: 'Thiết bị không rõ tên',
    since: (at) => `Từ ${at}`,
    signOut: 'Đăng xuất',
    allOut: 'Đăng xuất mọi nơi khác',
    out: 'Đã đăng xuất ở đó',
    onlyHere: 'Bạn không đăng nhập ở nơi nào khác.',
  },

  lost: { title: 'Khi bị mất' },

  taken: {
    title: 'Đang có thủ tục chuyển đăng ký của bạn sang máy khác',
    since: 'Bắt đầu lúc',
    opens: 'Chuyển được từ',
    notMe: 'Nếu không phải bạn bắt đầu, hãy dừng ngay.',
    stop: 'Dừng thủ tục',
    me: 'Nếu chính bạn bắt đầu thì cứ để nguyên.',
  },

  phone: {
    title: 'Mất điện thoại',
    safe: 'Dữ liệu vẫn nằm trong hệ thống. Mất máy không mất dữ liệu.',
    steps: [
      {
        when: 'Nếu còn vào được trên thiết bị khác',
        what: 'Ở mục “Nơi đang đăng nhập”, cho máy bị mất đăng xuất. Dừng cả passkey của máy đó.',
      },
      {
        when: 'Nếu không vào được',
        what: 'Mang thẻ đến văn phòng công ty hoặc quầy của đơn vị vận hành. Nói bốn số trên thẻ.',
      },
      { when: 'Sau 24 giờ', what: 'Dùng mã nhận ở quầy để vào bằng máy mới.' },
    ],
    why: '24 giờ là để bạn kịp dừng lại nếu người khác tự ý chuyển.',
    noCalls: 'Việc này không nhận qua điện thoại.',
    out: 'Cho máy bị mất đăng xuất',
    newPhone: 'Vào bằng máy mới',
    withCode: 'Dành cho người đã có mã ở quầy',
  },

  card: {
    title: 'Mất thẻ',
    stranger: 'Đăng nhập rồi, bạn có thể dừng thẻ ở đây. Nếu không được, hãy báo công ty hoặc quầy vận hành.',
    good: (day) => `Thẻ dùng được đến ${day}.`,
    none: 'Chưa có thẻ mang tên bạn.',
    stopSoon: 'Hãy dừng sớm để người khác không dùng.',
    stop: 'Dừng thẻ',
    tell: 'Hãy báo cả công ty: công ty sẽ xin thẻ mới.',
    sure: 'Dừng thẻ?',
    points: [
      'Từ bây giờ, chạm thẻ này sẽ không được tính.',
      'Thẻ đã dừng thì tìm lại được cũng không dùng nữa.',
      'Thẻ mới do công ty xin.',
      'Ngày đi làm trước khi có thẻ mới: khai báo ở mục “Lịch sử”.',
      'Mọi ghi nhận đến nay vẫn còn.',
    ],
    stoppedAt: (at) => `Đã dừng lúc ${at}.`,
    claim: 'Khai báo ngày đi làm',
    claimNote: 'Ngày không có thẻ cũng khai báo được',
  },
}
