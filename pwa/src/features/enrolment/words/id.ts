/** Bahasa Indonesia. */
import type { Words } from './ja'

export const words: Words = {
  progress: (at, of) => `Langkah ${at} dari ${of}`,

  typed: {
    title: 'Isi tiga nomor',
    number: { name: 'Nomor pekerja', where: '14 angka di depan kartu' },
    digits: { name: 'Empat angka kartu', where: 'Ada di belakang kartu' },
    code: { name: 'Kode sekali pakai', where: '8 angka dari perusahaan atau loket' },
    next: 'Lanjut',
    noCode: 'Saya belum punya kode',
    kept: 'Bila ditutup, nomor pekerja tetap tersimpan.',
    missing: {
      number: 'Isi nomor 14 angka',
      typo: 'Ada angka yang salah. Lihat lagi kartu Anda',
      digits: 'Isi 4 angka',
      code: 'Isi 8 angka',
    },
  },

  where: {
    title: 'Di mana mendapat kode',
    ways: [
      { what: 'Perusahaan Anda', how: 'Kantor bisa langsung memberi kode' },
      { what: 'Loket', how: 'Bawa kartu, kode diberikan di tempat' },
      { what: 'Pengelola', how: 'Tanyakan di sini bila keduanya jauh' },
    ],
    note: 'Lima kali salah, kode berhenti. Kode baru langsung bisa dipakai.',
  },

  key: {
    title: 'Jadikan ponsel ini kunci Anda',
    how: 'Dibuka dengan wajah atau jari. Tidak perlu mengingat nomor.',
    stays: 'Data wajah dan jari tidak keluar dari ponsel ini.',
    make: 'Buat dengan wajah atau jari',
    again: 'Coba buat lagi',
    cannot: 'Saya tidak bisa',
    noLock: 'Sepertinya belum ada kunci layar',
    noLockHow: 'Nyalakan di setelan ponsel, lalu buka lagi.',
    signIn: 'Masuk dengan kunci itu',
  },

  cannot: {
    title: 'Bila tidak bisa',
    ways: [
      { what: 'Tidak ada kunci layar', how: 'Nyalakan wajah, jari, atau PIN di setelan ponsel' },
      { what: 'Tidak muncul apa-apa, atau berhenti', how: 'Perbarui ponsel, lalu buka dengan Chrome atau Safari' },
      { what: 'Ponsel lama, atau tidak ada', how: 'Ponsel atau tablet lain milik Anda sendiri juga bisa' },
      { what: 'Semua tidak bisa', how: 'Datang ke kantor perusahaan atau loket dengan kartu' },
    ],
    note: 'Tanpa ponsel pun, tempelan kartu tetap dihitung.',
  },

  consents: {
    title: 'Bagaimana catatan Anda dipakai',
    newer: 'Ketentuannya baru',
    levels: 'Hari kerja dan sertifikat menaikkan Anda dari tingkat 1 ke 4. Perusahaan melihatnya saat menentukan gaji.',
    points: [
      { what: 'Yang disimpan', how: 'Nama, perusahaan, kartu, hari kerja' },
      { what: 'Yang boleh melihat', how: 'Perusahaan, proyek, loket, sebatas keperluan kerja' },
      { what: 'Siapa yang melihat', how: 'Anda juga bisa melihatnya' },
      { what: 'Dibawa pergi', how: 'Seluruh catatan, kapan saja' },
      { what: 'Bila berhenti', how: 'Beri tahu loket, kapan saja' },
    ],
    names: { terms: 'Ketentuan pemakaian', data_handling: 'Data Anda' },
    version: (version) => `Versi ${version}`,
    accepted: 'disetujui',
    accept: 'Setujui keduanya dan mulai',
    outdated: 'Ketentuan baru bisa dibaca di aplikasi baru',
    renew: 'Perbarui aplikasi',
  },

  papers: {
    terms: [
      { head: 'Paspor ini', lines: ['Untuk Anda, agar bisa melihat hari kerja dan tingkat Anda.'] },
      {
        head: 'Kunci dan kartu',
        lines: [
          'Tidak dipinjamkan kepada siapa pun; kartu orang lain tidak ditempelkan.',
          'Bila hilang, segera beri tahu perusahaan atau loket.',
        ],
      },
      {
        head: 'Hanya yang benar',
        lines: ['Pengajuan berisi hal yang benar saja.', 'Bila ada catatan yang salah, sampaikan dari halaman hari itu.'],
      },
      {
        head: 'Hari yang dihitung',
        lines: ['Hanya hari yang bertulis “dihitung” yang terhitung.', 'Perkiraan bukan janji.'],
      },
      { head: 'Saat tidak tersambung', lines: ['Sistem kadang berhenti. Tempelan kartu tetap di alat pembaca dan dikirim nanti.'] },
      {
        head: 'Orang perusahaan dan proyek',
        lines: ['Catatan orang lain dilihat sebatas keperluan kerja. Orang itu tahu bahwa Anda melihatnya.'],
      },
      { head: 'Bila ketentuan berubah', lines: ['Anda ditanya lagi di layar ini.'] },
    ],
    data_handling: [
      {
        head: 'Yang disimpan',
        lines: [
          'Nama dan bacaannya, tanggal lahir, prefektur. Jenis kerja, perusahaan, kartu.',
          'Dari setiap hari kerja: proyek, jam, perusahaan, kedudukan, pekerjaan. Pengajuan dan perbaikan.',
          'Hari masuk dan jenis ponsel, hari menyetujui.',
        ],
      },
      { head: 'Yang tidak disimpan', lines: ['Data wajah dan jari tidak sampai kepada kami. Tidak ada kata sandi.'] },
      {
        head: 'Untuk apa',
        lines: ['Menghitung hari kerja; tingkat dan uang pensiun; surat keselamatan proyek. Tidak untuk iklan, tidak dijual.'],
      },
      {
        head: 'Yang boleh melihat',
        lines: [
          'Perusahaan sekarang melihat yang sama dengan Anda, tetapi bukan perusahaan lama.',
          'Kontraktor utama dan perusahaan di atas melihat daftar pekerja dengan tanggal lahir.',
          'Orang proyek dan mandor melihat daftar tanpa tanggal lahir.',
          'Loket dan pengelola melihat bila diperlukan untuk urusan.',
        ],
      },
      {
        head: 'Siapa yang melihat',
        lines: ['Bila ada yang melihat, lembaga, peran, tujuan, dan harinya dicatat dan Anda bisa melihatnya, tanpa nama orangnya.'],
      },
      { head: 'Dibawa pergi', lines: ['Seluruh catatan bisa diterima sebagai berkas atau kertas bersegel (PDF).'] },
      {
        head: 'Bila berhenti',
        lines: [
          'Beri tahu loket, maka pendaftaran berakhir dan tidak bisa masuk lagi.',
          'Catatan hari kerja tidak dihapus. Bisa diambil di loket.',
        ],
      },
      { head: 'Bila ingin memperbaiki', lines: ['Hari kerja dari halaman hari itu; nama dan perusahaan lewat perusahaan atau loket.'] },
    ],
  },

  newPhone: {
    title: 'Mulai di ponsel baru',
    before: 'Datang dulu ke perusahaan atau loket dengan kartu, dan minta kode.',
    waitTitle: (when) => `Bisa dibuka mulai ${when}`,
    waits: [
      { what: 'Tunggu 24 jam', how: 'Supaya orang yang menemukan kartu tidak mengambil paspor Anda' },
      { what: 'Kodenya tetap sama', how: 'Pada waktunya, isi lagi di layar ini' },
      { what: 'Bila bukan Anda yang meminta', how: 'Hentikan di “Pengaturan” ponsel lama' },
    ],
    old: 'Bila ponsel lama masih bisa dipakai, buka dengan ponsel itu.',
    understood: 'Saya mengerti',
    type: 'Isi nomor',
    over: 'Waktu tunggu sudah selesai. Isi kode yang sama.',
    done: 'Ponsel ini adalah kunci baru',
    doneNote: 'Ponsel lama tidak bisa membuka lagi.',
    open: 'Buka paspor',
  },

  removed: {
    title: 'Paspor tidak bisa dibuka',
    note: 'Catatan hari kerja tidak hilang.',
  },

  invitation: {
    title: 'Anda diundang',
    how: 'Ponsel atau komputer ini menjadi kunci Anda.',
    stays: 'Dibuka dengan wajah, jari, atau kunci layar. Datanya tetap di sini.',
    make: 'Buat kunci',
    broken: 'Tautannya terpotong',
    brokenHow: 'Buka tautan yang Anda terima dari awal sampai akhir.',
  },
}
