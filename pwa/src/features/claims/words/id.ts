import type { Words } from './ja'

export const words: Words = {
  wrong: {
    open: 'Jam atau proyek salah',
    title: 'Bila catatan ini salah',
    question: 'Apa yang salah?',
    kinds: {
      wrongTimes: 'Jam masuk atau keluar salah',
      notThere: 'Saya tidak ke proyek ini',
      somethingElse: 'Hal lain, misalnya jenis kerja atau perusahaan',
    },
    note: 'Sebenarnya bagaimana?',
    missing: { kind: 'Pilih salah satu', note: 'Tulis singkat yang sebenarnya' },
    send: 'Kirim',
    after: 'Catatan tetap seperti sekarang sampai ada jawaban',
  },
  answer: {
    about: {
      missedDay: 'Jawaban atas pengajuan',
      wrongTimes: 'Perbaikan jam',
      notThere: 'Laporan “saya tidak ke sana”',
      somethingElse: 'Laporan tentang catatan ini',
    },
    waiting: 'Menunggu jawaban kontraktor utama',
    refused: 'Kontraktor utama tidak menyetujui',
    refusedNote: 'Bila alasannya tidak jelas, tanyakan ke kantor proyek. Bisa dikirim lagi sebelum batas waktu.',
  },
  tell: {
    company: 'Beri tahu perusahaan',
    ready: 'Teks bahasa Jepang sudah siap. Anda melihatnya sebelum dikirim.',
    copied: 'Teks disalin. Tempelkan di email atau pesan.',
    byHand: 'Tunjukkan teks ini kepada perusahaan',
  },
}
