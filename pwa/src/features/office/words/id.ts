/** Bahasa Indonesia. */
import type { Words } from './ja'

export const words: Words = {
  title: 'Peran Anda',
  role: {
    worker: 'Pekerja',
    foreman: 'Mandor',
    responsible_person: 'Penanggung jawab perusahaan',
    layer_manager: 'Pengelola bagian',
    site_manager: 'Pengelola proyek',
    site_viewer: 'Peninjau proyek',
    proxy_clerk: 'Petugas pendaftaran wakil',
    counter_staff: 'Petugas loket',
    evaluation_body: 'Lembaga penilai tingkat',
    public_client: 'Pemberi kerja publik',
    ministry: 'Kementerian Pertanahan',
    operator: 'Pengelola',
  },
  register: 'Seluruh daftar',
  until: (day, year) => `sampai ${day} ${year}`,
  open: 'tanpa batas waktu',
  none: 'Saat ini Anda tidak punya peran',
  noneWhat: 'Minta peran kepada orang yang mengundang Anda.',
  desk: 'Buka halaman perusahaan dan proyek',
  deskHow: 'Papan pagi, persetujuan, daftar pekerja; juga di komputer. Dalam bahasa Jepang dan Inggris.',
  applications: 'Permohonan',
  applicationsHow: 'Daftar, ubah, perpanjang',
  noPassport: 'Kunci ini bukan milik paspor pekerja.',
  unseen: 'Peran Anda belum terbaca',
  settings: 'Pengaturan',
}
