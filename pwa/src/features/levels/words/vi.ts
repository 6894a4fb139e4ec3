/** Tiếng Việt. */
import type { Words } from './ja'

const figure = (n: number) => n.toLocaleString('vi')
const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years} năm` : '', rest > 0 ? `${rest} tháng` : ''].join(' ').trim()
}
const half = (months: number) => (months === 6 ? 'nửa năm qua' : `${months} tháng qua`)
const million = (n: number) => (n / 100).toFixed(2).replace('.', ',')

export const words: Words = {
  title: 'Lên bậc',
  roads: 'Các ngành',

  sign: {
    toReach: (level, field) => `Bạn đạt bậc ${level} (${field}) vào`,
    samePace: (months) => `nếu vẫn làm như ${half(months)}`,
    andQualified: (months) => `nếu vẫn làm như ${half(months)} và lấy được chứng chỉ`,
    towards: (level, field) => `Đến bậc ${level} (${field})`,
    onlyQualifications: 'Chỉ còn thiếu chứng chỉ',
    daysThere: 'Đã đủ số ngày',
    noDate: 'Chưa tính được ngày',
    noPace: {
      days: (months) => (months === 0 ? 'vì chưa làm tròn tháng nào' : `vì ${half(months)} không có ngày nào được tính`),
      foremanDays: (months, who) => (months === 0 ? 'vì chưa làm tròn tháng nào' : `vì ${half(months)} không có ngày làm ${who}`),
    },
    reachedAt: (level, field) => `Bậc ${level} (${field})`,
    reached: 'Bạn đã đạt',
    reckoned: 'Tính từ ghi nhận của bạn',
    undecidedOf: (level, field) => `Bậc ${level} (${field})`,
    undecided: 'Ở đây chưa quyết định được',
    undecidedWhy: 'Chưa biết hết tiêu chuẩn',
    applied: (level, field) => `Bậc ${level} (${field})`,
    filed: 'Đã nộp đơn',
    top: (field) => `Bậc cao nhất (${field})`,
    topName: 'Bậc 4',
    heldSince: (day) => `từ ${day}`,
  },

  who: { foreman: 'tổ trưởng', foremanOrLeader: 'nhóm trưởng, tổ trưởng' },

  lanes: {
    label: (level) => `Đường đến bậc ${level}`,
    days: 'Ngày công',
    foremanDays: { foreman: 'Tổ trưởng', foremanOrLeader: 'Nhóm / tổ trưởng' },
    qualifications: 'Chứng chỉ',
    left: 'còn',
    things: (n) => figure(n),
    of: (n) => `/ ${n}`,
    ofDays: (n) => `/ ${figure(n)}`,
    there: 'Đã đủ',
    aboutDays: (n) => `/ khoảng ${figure(n)}`,
    unknown: 'Chưa biết',
  },

  slowest: {
    days: { what: 'Số ngày công mất nhiều thời gian nhất.', how: 'Ngày đã làm mà không có ghi nhận có thể khai báo trong lịch sử.' },
    foremanDays: (who) => ({
      what: `Số ngày làm ${who} mất nhiều thời gian nhất.`,
      how: `Hãy bàn với công ty để có thêm ngày làm ${who}, bạn sẽ đạt sớm hơn.`,
    }),
    qualifications: { what: 'Chỉ còn thiếu chứng chỉ.', how: 'Khi có, hãy nhập vào “Chứng chỉ của tôi”.' },
    checking: { what: 'Chứng chỉ đang được kiểm tra.', how: 'Xong sẽ báo cho bạn.' },
  },

  ways: {
    others: (n) => `Xem ${n} cách khác`,
    name: (n) => `Cách ${n}`,
    nearest: 'gần nhất',
    left: (days) => `còn ${days}`,
    allThere: 'Đã đủ số ngày',
  },

  needs: {
    title: 'Chứng chỉ cần có',
    someOf: (n) => `${n} trong các loại này`,
    or: 'hoặc',
    state: { held: 'Đã có', waiting: 'Đang kiểm tra', expired: 'Hết hạn', missing: 'Chưa có' },
    until: (day) => `đến ${day}`,
    fromLevel: (level) => `Điều kiện của bậc ${level}`,
    incomplete: 'Danh sách chứng chỉ này chưa đầy đủ.',
  },

  undecided: {
    title: 'Ở đây chưa quyết định được',
    lead: 'Con đường này chỉ cho thấy điều đã biết hôm nay. Đã đạt hay chưa là do tổ chức đánh giá quyết định.',
    why: {
      qualificationsUnknown: 'Chưa biết hết các chứng chỉ cần có',
      daysAssumed: 'Số ngày được lấy theo các ngành khác',
      foremanDaysAssumed: 'Số ngày nhóm trưởng, tổ trưởng được lấy theo các ngành khác',
      tradesUnknown: 'Chưa biết nghề nào được tính',
      lowerUnknown: 'Chưa biết điều kiện của bậc dưới',
    },
    ask: 'Nơi quyết định',
  },

  beyond: (level) => `Xem đường đến bậc ${level}`,
  backTo: (level) => `Quay lại bậc ${level}`,

  what: {
    title: 'Nếu làm như thế này',
    monthDays: 'Số ngày mỗi tháng',
    foremanDays: { foreman: 'Trong đó làm tổ trưởng', foremanOrLeader: 'Trong đó làm nhóm trưởng, tổ trưởng' },
    qualifiedIn: 'Năm lấy chứng chỉ còn thiếu',
    inMonth: (n) => `${n} ngày mỗi tháng`,
    ofThese: (n, all) => `${n} trong ${all} ngày mỗi tháng`,
    ifForeman: (n, who) => `Nếu làm ${who} ${n} ngày`,
    ifDays: (n) => `Nếu làm ${n} ngày mỗi tháng`,
    ifYear: (year) => `Nếu lấy chứng chỉ vào ${year.toLowerCase()}`,
    answer: 'Nếu làm như vậy',
    sooner: (months) => `sớm hơn ${span(months)}`,
    later: (months) => `muộn hơn ${span(months)}`,
    same: 'giống như bây giờ',
    never: 'Sẽ không đạt được',
    decides: {
      days: 'Số ngày công quyết định',
      foremanDays: (who) => `Số ngày ${who} quyết định`,
      qualifications: 'Năm lấy chứng chỉ quyết định',
    },
    byEnd: (year) => `tính là có chứng chỉ trước cuối ${year.toLowerCase()}`,
    reset: 'Trở lại như cũ',
  },

  ready: {
    title: 'Còn phải chuẩn bị',
    about: {
      qualification: 'Chứng chỉ',
      days: 'Ngày công',
      trade: 'Nghề',
      experience: 'Giấy chứng nhận kinh nghiệm',
      evaluation: 'Đánh giá',
    },
    more: (n) => `Xem thêm ${n} mục`,
  },

  pay: {
    title: 'Bậc và tiền công một năm',
    allFields: (month) => `Mức tham khảo của nhà nước (mọi ngành, ${month}).`,
    thisField: (field, month) => `Mức tham khảo của nhà nước (${month}). Số đậm: ${field}. Số mảnh: mọi ngành.`,
    company: (month) => `Lương thực tế do công ty quyết định. Mức sửa đổi ${month} chưa có ở đây.`,
    labourRate: (yen, month) => `Đơn giá nhân công công trình công (nghề của bạn, từ ${month}): ${figure(yen)} yên một ngày`,
    figure: (low, high) => (high === null || high === low ? million(low) : `${million(low)} – ${million(high)}`),
    unit: ' triệu yên',
    all: (figures) => `mọi ngành ${figures}`,
    colour: { 1: 'trắng', 2: 'xanh', 3: 'bạc', 4: 'vàng' },
    now: 'Hiện tại',
    source: 'Nguồn',
    allowance: 'Phụ cấp bậc của công ty',
    per: { day: 'mỗi ngày', month: 'mỗi tháng' },
    since: (day) => `từ ${day}`,
    yen: (n) => `${figure(n)} yên`,
  },

  filing: {
    prepare: (level) => `Chuẩn bị đơn lên bậc ${level}`,
    again: (level) => `Chuẩn bị lại đơn lên bậc ${level}`,
    busy: 'Đang chuẩn bị',
    filled: 'Đơn được điền từ ghi nhận của bạn. Không phải viết gì.',
    later: 'Ngày bạn đạt, chúng tôi sẽ báo. Đơn có sẵn ngay ngày đó.',
    state: { filed: 'Đã nộp đơn', granted: 'Đã được công nhận', declined: 'Không được công nhận' },
    waits: 'Đang chờ tổ chức đánh giá trả lời. Có trả lời sẽ báo cho bạn.',
    granted: 'Tổ chức đánh giá đã báo bậc của bạn.',
    declined: 'Lý do của tổ chức',
    sheet: 'Đơn (PDF)',
    sheetFor: 'khi tổ chức cần bản giấy',
  },

  fields: {
    open: 'Nhắm tới ngành khác',
    openFor: 'Chọn trong tất cả các ngành',
    title: 'Chọn ngành',
    search: 'Tìm theo tên',
    found: (n) => `${n} ngành`,
    none: 'Không có ngành nào tên như vậy',
    partly: 'Chưa biết nghề nào được tính',
    drop: (field) => `Bỏ ngành: ${field}`,
  },

  standing: {
    title: 'Hiện tại trong ngành này',
    held: 'Bậc được công nhận',
    reached: 'Bậc đạt theo ghi nhận',
    none: 'Chưa có',
    since: (day) => `từ ${day}`,
    trades: 'Nghề được tính',
    counted: 'Ngày được tính',
    certified: 'Trong đó theo giấy chứng nhận',
    certifiedUntil: (day) => `dùng được đến ${day}`,
    training: 'Trong đó là ngày đào tạo',
    uncertain: 'Ngày chưa được tính',
    uncertainWhy: 'Những ngày này nghề chưa ghi chi tiết. Khi công ty ghi đầy đủ, chúng sẽ được tính.',
    noTrade: 'Nghề của bạn không thuộc ngành này. Chỉ tính ngày làm nghề của ngành.',
    ifTheyCount: 'Chưa biết nghề nào được tính, nên ở đây gồm tất cả các ngày của bạn.',
  },

  standard: {
    title: 'Tiêu chuẩn này từ đâu',
    confidence: {
      verified: 'Đã đọc điều kiện của cả ba bậc',
      partial: 'Mới đọc được một phần',
      unverified: 'Chưa đọc được; tạm dùng dạng thường gặp',
    },
    sure: 'Độ chắc chắn',
    version: 'Bản',
    compiled: 'Tổng hợp từ các trang công khai',
    own: (n) => `Bản ${n} của tổ chức đánh giá`,
    since: 'Áp dụng từ',
    evaluators: 'Tổ chức đánh giá',
    noEvaluator: 'Chưa biết tên tổ chức',
    authority: 'Trang của Bộ Đất đai, Hạ tầng và Giao thông',
    sources: 'Nguồn',
  },

  none: {
    title: 'Chưa có con đường nào',
    why: 'Bạn chưa đăng ký nghề, hoặc chưa tìm thấy ngành hợp với nghề đó.',
    what: 'Chọn một ngành để biết còn thiếu gì.',
  },

  mine: {
    title: 'Chứng chỉ của tôi',
    holds: 'Xem và nhập thêm',
    count: (n) => `Đã nhập: ${n}`,
    confirmed: (n) => `Đã xác nhận: ${n}`,
    state: { waiting: 'Đang kiểm tra', confirmed: 'Đã xác nhận', refused: 'Không được chấp nhận', expired: 'Hết hạn' },
    until: (day) => `đến ${day}`,
    forever: 'không thời hạn',
    picture: (name) => `Ảnh ${name}`,
    none: 'Chưa có',
    noneHow: 'Hãy nhập bằng, khóa học, chứng chỉ tay nghề; chúng sẽ được tính trên con đường.',
    waitingNote: 'Chứng chỉ đang kiểm tra sẽ được tính sau khi xác nhận.',
    add: 'Nhập chứng chỉ',
    takeBack: 'Rút lại',
    sure: 'Bấm lần nữa để rút lại',
  },

  entering: {
    name: 'Tên chứng chỉ',
    search: 'Nhập một phần của tên',
    own: (name) => `Nhập nguyên tên “${name}”`,
    ownNote: 'Tên này không có trong danh sách. Người kiểm tra sẽ quyết định.',
    change: 'Chọn lại',
    issuer: 'Nơi cấp',
    issuerHow: 'Tổ chức hoặc cơ quan ghi trên chứng chỉ',
    issuedOn: 'Ngày cấp',
    expiresOn: 'Ngày hết hạn',
    ifAny: 'nếu có',
    proof: 'Ảnh chứng chỉ',
    proofName: 'Chứng chỉ',
    send: 'Gửi để kiểm tra',
    missing: {
      name: 'Hãy chọn tên',
      issuer: 'Hãy nhập nơi cấp',
      issuedOn: 'Hãy nhập ngày cấp',
    },
  },
}
