import type { Words } from './ja'

export const words: Words = {
  close: 'Tutup',
  keep: 'Biarkan saja',
  busy: 'Sedang dikirim',
  mayAsk: 'Ponsel mungkin meminta wajah, sidik jari, atau PIN.',
  notDone: 'Belum ada yang berubah. Tekan lagi di tempat yang ada sinyal.',
  door: 'Ke layar pertama',
  noAnswer: {
    notConfirmed: 'Belum bisa dipastikan bahwa ini Anda. Tekan lagi.',
    alreadyHere: 'Ponsel ini sudah punya kunci Anda.',
    noKey: 'Anda belum punya passkey. Masuklah lagi dari layar pertama.',
    notPossible: 'Passkey tidak bisa dipakai di jendela ini. Bukalah di peramban biasa.',
  },

  keys: {
    title: 'Passkey',
    passkeys: 'Kunci Anda',
    what: 'Dibuka dengan wajah, sidik jari, atau PIN. Tidak ada nomor yang perlu diingat.',
    inUse: 'Sedang dipakai',
    addedOn: (day) => `Ditambah ${day}`,
    usedOn: (day) => `Terakhir dipakai ${day}`,
    synced: 'Ada juga di perangkat lain',
    last: 'Kunci terakhir tidak bisa dihentikan, karena Anda tidak bisa masuk lagi. Tambahkan satu dulu.',
    stop: 'Hentikan',
    stopTitle: 'Hentikan kunci ini?',
    stopNote: 'Kunci ini tidak bisa membuka lagi. Tempat yang dibuka dengannya akan keluar.',
    stopThis: 'Layar ini juga keluar sekarang.',
    stopIt: 'Hentikan kunci',
    stopped: 'Kunci dihentikan',
    added: 'Kunci ditambahkan',
    add: 'Tambah kunci',
    addNote: 'Dengan kunci kedua Anda tetap bisa masuk bila ponsel rusak. Boleh di ponsel lain atau kunci keamanan.',
    name: 'Nama kunci',
    nameless: 'Kunci saya',
    make: 'Buat dengan wajah, jari, PIN',
  },

  places: {
    title: 'Tempat sedang masuk',
    here: 'Layar ini',
    unknown: 'Perangkat tanpa nama',
    since: (at) => `Sejak ${at}`,
    signOut: 'Keluarkan',
    allOut: 'Keluarkan semua yang lain',
    out: 'Sudah dikeluarkan di sana',
    onlyHere: 'Anda tidak masuk di tempat lain.',
  },

  lost: { title: 'Kalau hilang' },

  taken: {
    title: 'Pendaftaran Anda sedang dipindahkan ke ponsel lain',
    since: 'Dimulai',
    opens: 'Bisa dipindahkan mulai',
    notMe: 'Kalau bukan Anda yang memulai, hentikan sekarang juga.',
    stop: 'Hentikan proses ini',
    me: 'Kalau memang Anda, biarkan saja.',
  },

  phone: {
    title: 'Ponsel hilang',
    safe: 'Catatan tersimpan di sistem. Tidak hilang bersama ponsel.',
    steps: [
      {
        when: 'Bila masih bisa masuk di perangkat lain',
        what: 'Di “Tempat sedang masuk”, keluarkan ponsel yang hilang. Hentikan juga passkey-nya.',
      },
      {
        when: 'Bila tidak bisa masuk',
        what: 'Bawa kartu ke kantor perusahaan atau loket pengelola. Sebutkan empat angka pada kartu.',
      },
      { when: 'Setelah 24 jam', what: 'Masuk dari ponsel baru dengan kode dari loket.' },
    ],
    why: '24 jam itu agar Anda sempat menghentikan bila orang lain memindahkannya.',
    noCalls: 'Tidak dilayani lewat telepon.',
    out: 'Keluarkan ponsel yang hilang',
    newPhone: 'Masuk dari ponsel baru',
    withCode: 'Bagi yang sudah punya kode dari loket',
  },

  card: {
    title: 'Kartu hilang',
    stranger: 'Setelah masuk, kartu bisa dihentikan di sini. Bila tidak bisa, beri tahu perusahaan atau loket pengelola.',
    good: (day) => `Kartu berlaku sampai ${day}.`,
    none: 'Belum ada kartu atas nama Anda.',
    stopSoon: 'Segera hentikan agar tidak dipakai orang lain.',
    stop: 'Hentikan kartu',
    tell: 'Beri tahu juga perusahaan: kartu baru diminta oleh perusahaan.',
    sure: 'Hentikan kartu?',
    points: [
      'Mulai sekarang sentuhan kartu ini tidak dihitung.',
      'Kartu yang dihentikan tidak bisa dipakai lagi, walau ditemukan.',
      'Kartu baru diminta oleh perusahaan.',
      'Hari kerja sampai kartu baru datang bisa diajukan di “Riwayat”.',
      'Semua catatan sampai sekarang tetap ada.',
    ],
    stoppedAt: (at) => `Dihentikan ${at}.`,
    claim: 'Ajukan hari kerja',
    claimNote: 'Hari tanpa kartu juga bisa diajukan',
  },
}
