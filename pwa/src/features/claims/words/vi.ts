import type { Words } from './ja'

export const words: Words = {
  wrong: {
    open: 'Sai giờ hoặc sai công trường',
    title: 'Khi ghi nhận này sai',
    question: 'Sai ở đâu?',
    kinds: {
      wrongTimes: 'Sai giờ vào hoặc giờ ra',
      notThere: 'Tôi không đến công trường này',
      somethingElse: 'Việc khác, như nghề hoặc công ty',
    },
    note: 'Đúng ra là thế nào?',
    missing: { kind: 'Hãy chọn một mục', note: 'Hãy viết ngắn đúng ra là thế nào' },
    send: 'Gửi',
    after: 'Ghi nhận hiện tại giữ nguyên cho đến khi có trả lời',
  },
  answer: {
    about: {
      missedDay: 'Trả lời cho đề nghị của bạn',
      wrongTimes: 'Đề nghị sửa giờ',
      notThere: 'Báo “tôi không đến”',
      somethingElse: 'Báo về ghi nhận này',
    },
    waiting: 'Đang chờ nhà thầu chính trả lời',
    refused: 'Nhà thầu chính không chấp nhận',
    refusedNote: 'Nếu chưa rõ lý do, hãy hỏi văn phòng công trường. Bạn có thể gửi lại trước hạn.',
  },
  tell: {
    company: 'Báo cho công ty',
    ready: 'Đã soạn sẵn bằng tiếng Nhật. Bạn xem trước khi gửi.',
    copied: 'Đã sao chép. Hãy dán vào thư hoặc tin nhắn.',
    byHand: 'Hãy đưa đoạn này cho công ty xem',
  },
}
