/** Bahasa Indonesia. */
import type { Words } from './ja'

const figure = (n: number) => n.toLocaleString('id')
const span = (months: number) => {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [years > 0 ? `${years} tahun` : '', rest > 0 ? `${rest} bulan` : ''].join(' ').trim()
}
const half = (months: number) => (months === 6 ? 'setengah tahun ini' : `${months} bulan ini`)
const million = (n: number) => (n / 100).toFixed(2).replace('.', ',')

export const words: Words = {
  title: 'Naik tingkat',
  roads: 'Bidang',

  sign: {
    toReach: (level, field) => `Tingkat ${level} (${field}) tercapai`,
    samePace: (months) => `jika bekerja seperti ${half(months)}`,
    andQualified: (months) => `jika bekerja seperti ${half(months)} dan mendapat sertifikat`,
    towards: (level, field) => `Menuju tingkat ${level} (${field})`,
    onlyQualifications: 'Tinggal sertifikat',
    daysThere: 'Jumlah hari sudah cukup',
    noDate: 'Tanggalnya belum bisa dihitung',
    noPace: {
      days: (months) => (months === 0 ? 'karena belum ada sebulan penuh kerja' : `karena ${half(months)} tidak ada hari yang dihitung`),
      foremanDays: (months, who) =>
        months === 0 ? 'karena belum ada sebulan penuh kerja' : `karena ${half(months)} tidak ada hari sebagai ${who}`,
    },
    reachedAt: (level, field) => `Tingkat ${level} (${field})`,
    reached: 'Sudah tercapai',
    reckoned: 'Dihitung dari catatan Anda',
    undecidedOf: (level, field) => `Tingkat ${level} (${field})`,
    undecided: 'Tidak bisa diputuskan di sini',
    undecidedWhy: 'Standarnya belum diketahui semua',
    applied: (level, field) => `Tingkat ${level} (${field})`,
    filed: 'Sudah diajukan',
    top: (field) => `Tingkat tertinggi (${field})`,
    topName: 'Tingkat 4',
    heldSince: (day) => `sejak ${day}`,
  },

  who: { foreman: 'mandor', foremanOrLeader: 'ketua regu atau mandor' },

  lanes: {
    label: (level) => `Jalan ke tingkat ${level}`,
    days: 'Hari kerja',
    foremanDays: { foreman: 'Mandor', foremanOrLeader: 'Ketua regu, mandor' },
    qualifications: 'Sertifikat',
    left: 'kurang',
    things: (n) => figure(n),
    of: (n) => `/ ${n}`,
    ofDays: (n) => `/ ${figure(n)}`,
    there: 'Cukup',
    aboutDays: (n) => `/ kira-kira ${figure(n)}`,
    unknown: 'Belum diketahui',
  },

  slowest: {
    days: { what: 'Hari kerja yang paling lama.', how: 'Hari kerja tanpa catatan bisa diajukan di riwayat.' },
    foremanDays: (who) => ({
      what: `Hari sebagai ${who} yang paling lama.`,
      how: `Bicarakan dengan perusahaan agar lebih sering menjadi ${who}; itu mempercepat.`,
    }),
    qualifications: { what: 'Tinggal sertifikat.', how: 'Setelah dapat, isi di “Sertifikat saya”.' },
    checking: { what: 'Sertifikat Anda sedang diperiksa.', how: 'Anda diberi tahu kalau sudah selesai.' },
  },

  ways: {
    others: (n) => `Lihat ${n} jalan lain`,
    name: (n) => `Jalan ${n}`,
    nearest: 'terdekat',
    left: (days) => `kurang ${days}`,
    allThere: 'Jumlah hari sudah cukup',
  },

  needs: {
    title: 'Sertifikat yang diperlukan',
    someOf: (n) => `${n} dari ini`,
    or: 'atau',
    state: { held: 'Ada', waiting: 'Diperiksa', expired: 'Kedaluwarsa', missing: 'Belum' },
    until: (day) => `sampai ${day}`,
    fromLevel: (level) => `Syarat tingkat ${level}`,
    incomplete: 'Daftar sertifikat ini belum lengkap.',
  },

  undecided: {
    title: 'Tidak bisa diputuskan di sini',
    lead: 'Jalan ini hanya menunjukkan yang diketahui hari ini. Tercapai atau belum, lembaga penilai yang memutuskan.',
    why: {
      qualificationsUnknown: 'Sertifikat yang diperlukan belum diketahui semua',
      daysAssumed: 'Jumlah hari diambil dari bidang lain',
      foremanDaysAssumed: 'Jumlah hari ketua regu atau mandor diambil dari bidang lain',
      tradesUnknown: 'Bidang kerja mana yang dihitung belum diketahui',
      lowerUnknown: 'Syarat tingkat di bawahnya belum diketahui',
    },
    ask: 'Yang memutuskan',
  },

  beyond: (level) => `Lihat jalan ke tingkat ${level}`,
  backTo: (level) => `Kembali ke tingkat ${level}`,

  what: {
    title: 'Kalau bekerja begini',
    monthDays: 'Hari kerja per bulan',
    foremanDays: { foreman: 'Di antaranya sebagai mandor', foremanOrLeader: 'Di antaranya sebagai ketua regu atau mandor' },
    qualifiedIn: 'Tahun mendapat sertifikat yang kurang',
    inMonth: (n) => `${n} hari per bulan`,
    ofThese: (n, all) => `${n} dari ${all} hari per bulan`,
    ifForeman: (n, who) => `Dengan ${n} hari sebagai ${who}`,
    ifDays: (n) => `Dengan ${n} hari per bulan`,
    ifYear: (year) => `Dengan sertifikat pada ${year}`,
    answer: 'Dengan cara ini',
    sooner: (months) => `${span(months)} lebih cepat`,
    later: (months) => `${span(months)} lebih lambat`,
    same: 'sama seperti sekarang',
    never: 'Tidak akan tercapai',
    decides: {
      days: 'Jumlah hari yang menentukan',
      foremanDays: (who) => `Hari ${who} yang menentukan`,
      qualifications: 'Tahun sertifikat yang menentukan',
    },
    byEnd: (year) => `dihitung dengan sertifikat sebelum akhir ${year}`,
    reset: 'Kembalikan',
  },

  ready: {
    title: 'Yang masih harus disiapkan',
    about: {
      qualification: 'Sertifikat',
      days: 'Hari kerja',
      trade: 'Bidang kerja',
      experience: 'Bukti pengalaman',
      evaluation: 'Penilaian',
    },
    more: (n) => `Lihat ${n} lagi`,
  },

  pay: {
    title: 'Tingkat dan upah setahun',
    allFields: (month) => `Patokan pemerintah (semua bidang, ${month}).`,
    thisField: (field, month) => `Patokan pemerintah (${month}). Tebal: ${field}. Tipis: semua bidang.`,
    company: (month) => `Upah sebenarnya ditentukan perusahaan. Angka yang diperbarui ${month} belum ada di sini.`,
    labourRate: (yen, month) => `Upah acuan proyek umum (bidang kerja Anda, mulai ${month}): ${figure(yen)} yen sehari`,
    figure: (low, high) => (high === null || high === low ? million(low) : `${million(low)} – ${million(high)}`),
    unit: ' juta yen',
    all: (figures) => `semua bidang ${figures}`,
    colour: { 1: 'putih', 2: 'biru', 3: 'perak', 4: 'emas' },
    now: 'Sekarang',
    source: 'Sumber',
    allowance: 'Tunjangan tingkat dari perusahaan',
    per: { day: 'per hari', month: 'per bulan' },
    since: (day) => `sejak ${day}`,
    yen: (n) => `${figure(n)} yen`,
  },

  filing: {
    prepare: (level) => `Siapkan permohonan tingkat ${level}`,
    again: (level) => `Siapkan lagi permohonan tingkat ${level}`,
    busy: 'Sedang disiapkan',
    filled: 'Diisi dari catatan Anda. Tidak perlu menulis apa-apa.',
    later: 'Pada hari tercapai, Anda diberi tahu. Permohonannya siap hari itu juga.',
    state: { filed: 'Sudah diajukan', granted: 'Diakui', declined: 'Tidak diakui' },
    waits: 'Menunggu jawaban lembaga penilai. Anda diberi tahu kalau ada.',
    granted: 'Lembaga penilai sudah melaporkan tingkat Anda.',
    declined: 'Alasan lembaga',
    sheet: 'Permohonan (PDF)',
    sheetFor: 'untuk lembaga yang minta kertas',
  },

  fields: {
    open: 'Tuju bidang lain',
    openFor: 'Pilih dari semua bidang',
    title: 'Pilih bidang',
    search: 'Cari nama',
    found: (n) => `${n} bidang`,
    none: 'Tidak ada bidang dengan nama itu',
    partly: 'Bidang kerja mana yang dihitung belum diketahui',
    drop: (field) => `Hapus: ${field}`,
  },

  standing: {
    title: 'Keadaan Anda di bidang ini',
    held: 'Tingkat yang diakui',
    reached: 'Tercapai menurut catatan',
    none: 'Belum ada',
    since: (day) => `sejak ${day}`,
    trades: 'Bidang kerja yang dihitung',
    counted: 'Hari yang dihitung',
    certified: 'Di antaranya dengan surat bukti',
    certifiedUntil: (day) => `berlaku sampai ${day}`,
    training: 'Di antaranya hari pelatihan',
    uncertain: 'Hari yang belum dihitung',
    uncertainWhy: 'Pada hari ini bidang kerjanya belum rinci. Kalau perusahaan mengisinya lengkap, harinya dihitung.',
    noTrade: 'Bidang kerja Anda tidak termasuk bidang ini. Hanya hari di bidang kerjanya yang dihitung.',
    ifTheyCount: 'Bidang kerja mana yang dihitung belum diketahui, jadi semua hari Anda dimasukkan.',
  },

  standard: {
    title: 'Asal standar ini',
    confidence: {
      verified: 'Syarat ketiga tingkat sudah dibaca',
      partial: 'Baru sebagian yang dibaca',
      unverified: 'Belum bisa dibaca; dipakai pola yang umum',
    },
    sure: 'Kepastian',
    version: 'Versi',
    compiled: 'Disusun dari halaman umum',
    own: (n) => `Versi ${n} dari lembaga penilai`,
    since: 'Berlaku sejak',
    evaluators: 'Lembaga penilai',
    noEvaluator: 'Nama lembaga belum diketahui',
    authority: 'Halaman kementerian',
    sources: 'Sumber',
  },

  none: {
    title: 'Belum ada jalan',
    why: 'Bidang kerja Anda belum terdaftar, atau bidangnya belum ditemukan.',
    what: 'Pilih bidang untuk melihat apa yang kurang.',
  },

  mine: {
    title: 'Sertifikat saya',
    holds: 'Lihat dan isi',
    count: (n) => `Sudah diisi: ${n}`,
    confirmed: (n) => `Sudah dipastikan: ${n}`,
    state: { waiting: 'Diperiksa', confirmed: 'Sudah dipastikan', refused: 'Tidak diterima', expired: 'Kedaluwarsa' },
    until: (day) => `sampai ${day}`,
    forever: 'tanpa batas waktu',
    picture: (name) => `Foto ${name}`,
    none: 'Belum ada',
    noneHow: 'Isi lisensi, kursus, ujian keterampilan; semuanya dihitung di jalan Anda.',
    waitingNote: 'Yang sedang diperiksa dihitung setelah dipastikan.',
    add: 'Isi sertifikat',
    takeBack: 'Tarik kembali',
    sure: 'Tekan lagi untuk menarik kembali',
  },

  entering: {
    name: 'Nama sertifikat',
    search: 'Ketik sebagian nama',
    own: (name) => `Isi sebagai “${name}”`,
    ownNote: 'Nama ini tidak ada di daftar. Yang memeriksa akan memutuskan.',
    change: 'Pilih lagi',
    issuer: 'Penerbit',
    issuerHow: 'Lembaga atau kantor yang tertulis di sertifikat',
    issuedOn: 'Tanggal terbit',
    expiresOn: 'Berlaku sampai',
    ifAny: 'kalau ada',
    proof: 'Foto sertifikat',
    proofName: 'Sertifikat',
    send: 'Kirim untuk diperiksa',
    missing: { name: 'Pilih nama', issuer: 'Isi penerbit', issuedOn: 'Isi tanggal terbit' },
  },
}
