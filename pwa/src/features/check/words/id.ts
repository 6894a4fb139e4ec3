import type { Words } from './ja'

export const words: Words = {
  title: 'Pemeriksaan Paspor Pekerja',
  valid: 'Berlaku',
  past: 'Tadi berlaku',
  pastNote: 'Waktunya sudah lewat. Untuk keadaan sekarang, pindai lagi.',
  invalid: 'Tidak berlaku',
  unable: 'Belum diketahui',
  checking: 'Sedang memeriksa',
  at: (day, time) => `Diperiksa ${day}, ${time}`,

  number: 'Nomor pekerja',
  born: 'Tanggal lahir',
  bornOn: (year, date) => `${date} ${year}`,
  pass: 'Pas ini',
  left: (seconds) => `Sisa ${seconds} detik`,

  told: 'Anda hanya melihat yang ada di layar ini. Orang itu diberi tahu bahwa Anda melihat.',
  asking: 'Sedang menanyakan ke daftar juga.',
  notAsked: 'Daftar tidak bisa ditanya. Pas yang baru saja dihentikan tidak bisa diketahui di sini.',
  again: 'Periksa lagi',
  offline: 'Bisa diperiksa tanpa sinyal',
  signed: (month) => `tanda tangan ${month}`,

  who: 'Siapa',
  what: 'Apa',
  when: 'Kapan',
  wrong: {
    too_old: {
      title: 'Waktu pas sudah habis',
      text: 'Mungkin ini foto layar, atau layar lama.',
      who: 'Yang menunjukkan pas',
      what: 'Buka lagi “Tunjukkan” di aplikasi',
      when: 'Sekarang, hanya beberapa detik',
    },
    from_future: {
      title: 'Jam tidak cocok',
      text: 'Waktu di kode lebih maju dari sekarang. Jam salah satu ponsel tidak tepat.',
      who: 'Yang menunjukkan pas, dan Anda',
      what: 'Atur jam otomatis di pengaturan ponsel',
      when: 'Sekarang, sekitar satu menit',
    },
    not_ours: {
      title: 'Pas ini bukan dari sini',
      text: 'Mungkin kode lain, atau salah baca.',
      who: 'Yang menunjukkan pas',
      what: 'Buka “Tunjukkan” di aplikasi dan tunjukkan kodenya',
      when: 'Sekarang, hanya beberapa detik',
    },
    certificate_over: {
      title: 'Masa berlaku pas habis',
      text: 'Ponselnya mungkin lama tanpa sinyal.',
      who: 'Yang menunjukkan pas',
      what: 'Buka “Tunjukkan” di tempat yang ada sinyal',
      when: 'Begitu ada sinyal',
    },
    key_ended: {
      title: 'Ponsel itu sudah keluar',
      text: 'Mungkin ini layar ponsel yang dulu dipakai.',
      who: 'Yang menunjukkan pas',
      what: 'Masuk ke aplikasi lalu buka “Tunjukkan”',
      when: 'Sekarang, beberapa menit',
    },
    card_revoked: {
      title: 'Tidak ada kartu yang berlaku',
      text: 'Kartunya dihentikan atau habis masa berlakunya.',
      who: 'Perusahaan pekerja itu',
      what: 'Perbarui kartu, atau daftarkan kartu baru',
      when: 'Setelah kartu baru terdaftar',
    },
    worker_removed: {
      title: 'Pendaftarannya sudah berakhir',
      text: 'Sekarang orang ini tidak ada di daftar.',
      who: 'Orangnya, dan loket pengelola',
      what: 'Memulihkan pendaftaran di loket',
      when: 'Selama loket buka',
    },
  },
  shownAt: (time) => `Kode ini dibuat pukul ${time}. `,
  meaning: 'Ini tidak berarti orang itu kehilangan kualifikasinya.',

  cannot: {
    noKeys: {
      title: 'Ponsel ini belum punya kunci untuk memeriksa',
      text: 'Baru pertama kali memeriksa, dan sekarang tidak tersambung.',
      who: 'Anda',
      what: 'Pindai lagi di tempat yang ada sinyal',
      when: 'Cukup sekali; setelah itu bisa tanpa sinyal',
    },
    olderKeys: {
      title: 'Kunci di ponsel ini lebih lama dari pasnya',
      text: 'Tanpa sinyal, pas ini tidak bisa diperiksa di sini.',
      who: 'Anda',
      what: 'Pindai lagi di tempat yang ada sinyal',
      when: 'Begitu ada sinyal',
    },
    noCrypto: {
      title: 'Peramban ini tidak bisa memeriksa',
      text: 'Daftar juga tidak bisa dihubungi.',
      who: 'Anda',
      what: 'Pindai di tempat yang ada sinyal, atau dengan peramban baru',
      when: 'Sekarang',
    },
  },
  nothingKept: 'Tidak ada yang disimpan di ponsel ini. Kalau mendesak, lihat kartunya.',

  empty: 'Pindai kode pas',
  emptyHow: [
    'Minta orang itu membuka “Tunjukkan” di aplikasi',
    'Arahkan kamera ponsel ke kodenya',
    'Buka alamat yang muncul; hasilnya tampil di sini',
  ],
}
