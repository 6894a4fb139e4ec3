/** Tiếng Việt. */
import type { Words } from './ja'

export const words: Words = {
  progress: (at, of) => `Bước ${at} trên ${of}`,

  typed: {
    title: 'Nhập ba con số',
    number: { name: 'Số thợ', where: '14 chữ số ở mặt trước thẻ' },
    digits: { name: 'Bốn chữ số của thẻ', where: 'Ở mặt sau thẻ' },
    code: { name: 'Mã dùng một lần', where: '8 chữ số nhận từ công ty hoặc quầy' },
    next: 'Tiếp theo',
    noCode: 'Tôi chưa có mã',
    kept: 'Nếu đóng lại, số thợ vẫn được giữ.',
    missing: {
      number: 'Hãy nhập số gồm 14 chữ số',
      typo: 'Có chữ số bị sai. Hãy xem lại thẻ',
      digits: 'Hãy nhập 4 chữ số',
      code: 'Hãy nhập 8 chữ số',
    },
  },

  where: {
    title: 'Nhận mã ở đâu',
    ways: [
      { what: 'Công ty của bạn', how: 'Văn phòng có thể đưa mã ngay' },
      { what: 'Quầy', how: 'Mang thẻ đến, nhận mã tại chỗ' },
      { what: 'Ban vận hành', how: 'Hỏi ở đây khi công ty và quầy đều xa' },
    ],
    note: 'Sai 5 lần thì mã bị khóa. Nhận mã mới là dùng được ngay.',
  },

  key: {
    title: 'Biến điện thoại này thành chìa khóa của bạn',
    how: 'Mở bằng khuôn mặt hoặc vân tay. Không cần nhớ số nào.',
    stays: 'Dữ liệu khuôn mặt và vân tay không rời khỏi điện thoại này.',
    make: 'Tạo bằng khuôn mặt hoặc vân tay',
    again: 'Thử tạo lại',
    cannot: 'Tôi không làm được',
    noLock: 'Hình như chưa có khóa màn hình',
    noLockHow: 'Hãy bật trong cài đặt điện thoại rồi mở lại.',
    signIn: 'Đăng nhập bằng chìa khóa đó',
  },

  cannot: {
    title: 'Khi không làm được',
    ways: [
      { what: 'Không có khóa màn hình', how: 'Bật khuôn mặt, vân tay hoặc mã số trong cài đặt điện thoại' },
      { what: 'Không hiện gì, hoặc bị dừng', how: 'Cập nhật điện thoại, rồi mở bằng Chrome hoặc Safari' },
      { what: 'Điện thoại cũ, hoặc không có', how: 'Có thể dùng điện thoại hay máy tính bảng khác của chính bạn' },
      { what: 'Không cách nào được', how: 'Mang thẻ đến văn phòng công ty hoặc quầy' },
    ],
    note: 'Không có điện thoại, chạm thẻ vẫn được tính.',
  },

  consents: {
    title: 'Ghi nhận của bạn được dùng thế nào',
    newer: 'Điều khoản đã đổi mới',
    levels: 'Ngày làm việc và chứng chỉ đưa bạn từ bậc 1 lên bậc 4. Công ty xem bậc thợ khi quyết định lương.',
    points: [
      { what: 'Lưu gì', how: 'Tên, công ty, thẻ, ngày làm việc' },
      { what: 'Ai được xem', how: 'Công ty, công trường, quầy; chỉ phần cần cho công việc' },
      { what: 'Ai đã xem', how: 'Bạn cũng xem lại được' },
      { what: 'Mang theo', how: 'Toàn bộ ghi nhận, bất cứ lúc nào' },
      { what: 'Khi muốn thôi', how: 'Báo cho quầy, bất cứ lúc nào' },
    ],
    names: { terms: 'Điều khoản sử dụng', data_handling: 'Dữ liệu của bạn' },
    version: (version) => `Bản ${version}`,
    accepted: 'đã đồng ý',
    accept: 'Đồng ý cả hai và bắt đầu',
    outdated: 'Điều khoản mới đọc được trong ứng dụng mới',
    renew: 'Cập nhật ứng dụng',
  },

  papers: {
    terms: [
      { head: 'Hộ chiếu này', lines: ['Để bạn xem ngày làm việc và bậc thợ của mình.'] },
      {
        head: 'Chìa khóa và thẻ',
        lines: ['Không cho người khác mượn, không chạm thẻ của người khác.', 'Nếu mất, báo ngay cho công ty hoặc quầy.'],
      },
      {
        head: 'Chỉ điều đúng sự thật',
        lines: ['Chỉ khai điều đúng sự thật.', 'Nếu thấy ghi nhận sai, báo từ màn hình của ngày đó.'],
      },
      {
        head: 'Ngày được tính',
        lines: ['Chỉ ngày hiện “đã tính” mới là ngày được tính.', 'Con số dự kiến không phải là lời hứa.'],
      },
      { head: 'Khi không kết nối', lines: ['Có lúc hệ thống dừng. Lần chạm thẻ vẫn nằm trong máy đọc và được gửi sau.'] },
      {
        head: 'Người của công ty, công trường',
        lines: ['Chỉ xem ghi nhận của người khác khi công việc cần. Người đó biết là bạn đã xem.'],
      },
      { head: 'Khi điều khoản thay đổi', lines: ['Chúng tôi sẽ hỏi lại trên màn hình này.'] },
    ],
    data_handling: [
      {
        head: 'Lưu gì',
        lines: [
          'Tên và cách đọc, ngày sinh, tỉnh. Nghề, công ty, thẻ.',
          'Của mỗi ngày làm việc: công trường, giờ, công ty, vị trí, công việc. Đơn khai và phần đã sửa.',
          'Ngày đăng nhập và loại điện thoại, ngày đồng ý.',
        ],
      },
      { head: 'Không lưu gì', lines: ['Dữ liệu khuôn mặt, vân tay không đến chỗ chúng tôi. Không có mật khẩu.'] },
      {
        head: 'Để làm gì',
        lines: ['Để tính ngày làm việc, bậc thợ, tiền hưu trí và giấy tờ an toàn của công trường. Không quảng cáo, không bán.'],
      },
      {
        head: 'Ai được xem',
        lines: [
          'Công ty hiện tại xem như bạn, nhưng không thấy công ty cũ.',
          'Tổng thầu và công ty cấp trên xem danh sách thợ có ngày sinh.',
          'Người của công trường và tổ trưởng xem danh sách không có ngày sinh.',
          'Quầy và ban vận hành xem khi thủ tục cần.',
        ],
      },
      {
        head: 'Ai đã xem',
        lines: ['Khi có người xem, tổ chức, vai trò, mục đích và ngày được lưu và hiện cho bạn, không có tên người xem.'],
      },
      { head: 'Mang theo', lines: ['Bạn nhận được toàn bộ ghi nhận dưới dạng tệp hoặc giấy có dấu (PDF).'] },
      {
        head: 'Khi muốn thôi',
        lines: [
          'Báo cho quầy thì đăng ký kết thúc và không đăng nhập được nữa.',
          'Ghi nhận ngày làm việc không bị xóa. Bạn nhận được ở quầy.',
        ],
      },
      { head: 'Khi muốn sửa', lines: ['Ngày làm việc: ở màn hình của ngày đó. Tên, công ty: ở công ty hoặc quầy.'] },
    ],
  },

  newPhone: {
    title: 'Bắt đầu trên điện thoại mới',
    before: 'Trước hết, mang thẻ đến công ty hoặc quầy để nhận mã.',
    waitTitle: (when) => `Mở được từ ${when}`,
    waits: [
      { what: 'Chờ 24 giờ', how: 'Để người nhặt được thẻ không lấy được hộ chiếu của bạn' },
      { what: 'Mã vẫn như cũ', how: 'Đến giờ, hãy nhập lại ở màn hình này' },
      { what: 'Nếu không phải bạn yêu cầu', how: 'Hãy dừng lại trong “Cài đặt” của điện thoại cũ' },
    ],
    old: 'Nếu điện thoại cũ còn dùng được, hãy mở bằng máy đó.',
    understood: 'Tôi hiểu rồi',
    type: 'Nhập các con số',
    over: 'Đã hết thời gian chờ. Hãy nhập mã như cũ.',
    done: 'Điện thoại này là chìa khóa mới',
    doneNote: 'Điện thoại cũ không mở được nữa.',
    open: 'Mở hộ chiếu',
  },

  removed: {
    title: 'Không mở được hộ chiếu',
    note: 'Ghi nhận ngày làm việc không bị mất.',
  },

  invitation: {
    title: 'Bạn được mời',
    how: 'Điện thoại hoặc máy tính này trở thành chìa khóa của bạn.',
    stays: 'Mở bằng khuôn mặt, vân tay hoặc khóa màn hình. Dữ liệu đó ở lại đây.',
    make: 'Tạo chìa khóa',
    broken: 'Đường dẫn bị cắt giữa chừng',
    brokenHow: 'Hãy mở đường dẫn nhận được, từ đầu đến cuối.',
  },
}
