import type { Words } from './ja'

export const words: Words = {
  title: 'Siapa yang melihat',
  today: 'Hari ini',
  roles: {
    worker: 'Anda sendiri',
    foreman: 'Mandor',
    responsible_person: 'Penanggung jawab perusahaan',
    layer_manager: 'Pengelola lapisan',
    site_manager: 'Pengelola proyek',
    site_viewer: 'Peninjau proyek',
    proxy_clerk: 'Petugas wakil',
    counter_staff: 'Petugas loket',
    evaluation_body: 'Lembaga penilai',
    public_client: 'Pemberi kerja publik',
    ministry: 'Kementerian',
    operator: 'Pengelola sistem',
  },
  roleUnknown: 'Peran lain',
  purposes: {
    worker_list: 'Untuk membuat daftar pekerja',
    employment: 'Untuk urusan kerja',
    site_check: 'Untuk pemeriksaan di proyek',
    application: 'Untuk mengurus pengajuan',
    help: 'Untuk menjawab pertanyaan Anda',
    download: 'Untuk mengekspor catatan',
    pass_check: 'Memeriksa layar yang Anda tunjukkan',
  },
  purposeUnknown: 'Tujuan lain',
  register: 'Pengelola atau loket pendaftaran',
  unnamed: 'Orang yang Anda tunjukkan',
  none: 'Belum ada yang melihat',
  noneNote: 'Bila perusahaan atau proyek melihat catatan Anda, langsung terlihat di sini. Bila Anda sendiri, tidak.',
  why: {
    title: 'Mengapa tanpa nama orang',
    text: 'Mereka melihat karena tugas, jadi perusahaan atau loket yang bertanggung jawab. Siapa orangnya tersimpan di sistem.',
  },
  ask: {
    title: 'Bila Anda tidak mengerti',
    text: 'Tanyakan dulu ke perusahaan atau proyek itu. Bila belum jelas, tanyakan ke loket pengelola: sebutkan hari dan nama perusahaan.',
  },
  keptFor: 'Catatan lima tahun terakhir',
}
