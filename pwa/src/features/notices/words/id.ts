import type { Words } from './ja'

export const words: Words = {
  title: 'Pemberitahuan',
  saved: 'Tersimpan',
  notDone: 'Belum ada yang berubah.',

  here: {
    on: 'Pemberitahuan sampai di sini',
    reached: (at) => `Terakhir sampai ${at}`,
    off: 'Pemberitahuan belum sampai di sini',
    why: 'Saat sentuhan kartu tidak dihitung, Anda segera tahu, dan siapa yang bisa membereskan.',
    whyOffice: 'Saat pembaca kartu tidak terhubung atau masa berlaku hampir habis, Anda segera tahu.',
    turnOn: 'Nyalakan pemberitahuan',
    turnOff: 'Hentikan di sini',
    busy: 'Sedang dinyalakan',
    browserAsks: 'Saat peramban bertanya, tekan “Izinkan”. Bisa dihentikan kapan saja.',
  },
  blocked: {
    title: 'Peramban memblokir pemberitahuan',
    steps: ['Tekan tanda di kiri alamat', 'Buka “Izin” atau “Setelan situs”', 'Ubah “Notifikasi” menjadi “Izinkan”'],
    after: 'Setelah diizinkan, halaman ini berubah sendiri.',
  },
  blockedByPhone: {
    title: 'Setelan ponsel memblokir pemberitahuan',
    steps: ['Buka “Setelan” ponsel', 'Di “Notifikasi”, pilih paspor', 'Izinkan notifikasi'],
    after: 'Setelah diizinkan, halaman ini berubah sendiri.',
  },
  install: {
    title: 'Di iPhone, tambahkan dulu ke layar utama',
    steps: ['Tekan “Bagikan” di peramban', 'Pilih “Tambahkan ke Layar Utama”', 'Buka dari ikon barunya dan masuk'],
    after: 'Lalu buka lagi halaman ini.',
  },
  cannot: {
    title: 'Peramban ini tidak bisa menerima pemberitahuan',
    steps: ['Buka paspor dengan Chrome atau Safari yang lebih baru', 'Masuk dan buka lagi halaman ini'],
    after: 'Yang terjadi selalu bisa dilihat lewat lonceng di halaman depan.',
  },
  own: {
    dismissed: { why: 'Pertanyaannya tertutup', what: 'Tekan sekali lagi dan pilih “Izinkan”.' },
    blocked: { why: 'Peramban memblokir pemberitahuan', what: 'Cara membereskannya ada di “Pemberitahuan” pada pengaturan.' },
    notKept: { why: 'Peramban ini tidak bisa menyimpannya', what: 'Buka paspor di jendela biasa, bukan jendela pribadi.' },
    noService: {
      why: 'Layanan pengantar pemberitahuan tidak terhubung',
      what: 'Tunggu sebentar lalu tekan lagi. Kalau tetap begitu, pakai peramban lain.',
    },
  },

  trial: {
    send: 'Kirim percobaan',
    outcome: {
      sent: 'Terkirim. Menunggu sampai.',
      arrived: 'Sudah sampai. Semua beres.',
      silent: 'Sudah sampai di ponsel. Kalau tidak terlihat, periksa di setelan ponsel apakah peramban ini boleh menampilkan notifikasi.',
      waiting: 'Belum sampai; mungkin sinyal lemah. Nanti akan sampai.',
      failed: 'Tidak bisa diantar. Hentikan di sini lalu nyalakan lagi.',
    },
  },

  times: {
    title: 'Kapan',
    quiet: 'Jam tenang',
    from: 'Dari',
    until: 'Sampai',
    quietNote: 'Yang terjadi pada jam ini sampai sesudahnya. Yang mendesak, seperti hari yang terhenti, sampai segera.',
    digest: 'Harian, pukul',
    digestNote: 'Yang disetel “Harian” sampai bersama pada jam ini.',
  },

  topics: {
    title: 'Tentang apa',
    how: { atOnce: 'Segera', daily: 'Harian', off: 'Mati' },
    topic: {
      days: { name: 'Hari kerja', holds: 'Terhenti, dihitung lagi, diperbaiki' },
      claims: { name: 'Hari yang diajukan', holds: 'Disetujui atau tidak' },
      levels: { name: 'Tingkat dan kualifikasi', holds: 'Tercapai, hampir, hasil peninjauan' },
      applications: { name: 'Permohonan', holds: 'Dikembalikan, selesai, minta persetujuan' },
      cards: { name: 'Kartu', holds: 'Dikirim, hampir habis masa' },
      employment: { name: 'Perusahaan Anda', holds: 'Tawaran, mulai, berakhir' },
      company: { name: 'Pendaftaran perusahaan', holds: 'Masa berlaku, pembaruan, orang tak terjangkau' },
      site: { name: 'Pembaca di proyek', holds: 'Tidak terhubung, nomor dipakai dua kali' },
      news: { name: 'Surat dari pengelola', holds: 'Aturan, bencana, dan lainnya' },
      safety: { name: 'Keamanan akun', holds: 'Kunci, ganti ponsel, kartu dihentikan' },
    },
    always: 'Selalu',
    alwaysWhy: 'Supaya Anda tahu bila orang lain mengubah sesuatu.',
  },

  devices: {
    title: 'Sampai di mana',
    here: 'Layar ini',
    unknown: 'Perangkat tanpa nama',
    since: (day) => `Sejak ${day}`,
    reached: (at) => `Terakhir: ${at}`,
    never: 'Belum pernah sampai',
    remove: 'Lepas',
    removed: 'Sudah dilepas',
    note: 'Membuka paspor di perangkat yang dilepas menyalakannya lagi. Perangkat yang tidak ada pada Anda, keluarkan saja.',
    signOut: 'Tempat Anda masuk',
  },

  mail: {
    title: 'Lewat surel juga',
    note: 'Untuk saat ponsel tidak terjangkau. Kami kirim dulu surel untuk konfirmasi.',
    address: 'Alamat surel',
    always: 'Kirim surel juga saat ponsel terjangkau',
    keep: 'Kirim surel konfirmasi',
    sent: 'Surel konfirmasi sudah dikirim. Tekan “Buka” di dalamnya.',
    waiting: 'Belum dikonfirmasi',
    on: 'Pemberitahuan sampai di sini',
    remove: 'Hentikan',
  },

  line: {
    title: 'Lewat LINE',
    note: 'Jadikan akun resmi paspor sebagai teman, lalu kirim kodenya.',
    get: 'Tampilkan kode',
    code: 'Kode untuk dikirim di LINE',
    until: (time) => `Berlaku sampai ${time}`,
    linked: 'Pemberitahuan sampai di LINE',
    remove: 'Hentikan',
  },

  link: {
    confirmTitle: 'Terima pemberitahuan di alamat ini?',
    confirmNote: 'Surel lain tidak dikirim sebelum Anda mengonfirmasi.',
    confirm: 'Terima',
    confirmed: 'Pemberitahuan sampai di sini',
    confirmedNote: 'Waktu dan isinya bisa diubah di “Pemberitahuan” pada pengaturan paspor.',
    stopTitle: 'Hentikan surel ke alamat ini?',
    stopNote: 'Pemberitahuan tentang batas waktu dan keamanan akun juga tidak lagi sampai ke alamat ini.',
    stop: 'Hentikan',
    stopped: 'Surel dihentikan',
    stoppedNote: 'Bisa dimulai lagi di “Pemberitahuan” pada pengaturan paspor.',
    broken: 'Tautan ini tidak bisa dipakai',
    brokenNote: 'Buka lagi tautan di dalam surel.',
  },

  ask: {
    title: 'Mau menerima pemberitahuan?',
    yes: 'Terima',
    later: 'Nanti',
    change: 'Bisa diubah kapan saja di “Pemberitahuan” pada pengaturan.',
  },
}
