import type { Words } from './ja'

export const words: Words = {
  title: 'Setelan',
  places: {
    notices: { name: 'Pemberitahuan', holds: 'Di mana, kapan, dan tentang apa' },
    keys: { name: 'Passkey', holds: 'Kunci masuk, tempat sedang masuk' },
    lost: { name: 'Kalau hilang', holds: 'Ponsel, kartu' },
    employers: { name: 'Perusahaan', holds: 'Jawab tawaran, pindah perusahaan' },
    applications: { name: 'Permohonan', holds: 'Daftar, ubah, perpanjang' },
    data: { name: 'Data, bawa pulang', holds: 'Semua catatan di tangan Anda' },
    viewers: { name: 'Siapa yang melihat', holds: 'Siapa, dan untuk apa' },
  },
  look: 'Warna layar',
  looks: { system: 'Ikut ponsel', light: 'Terang', dark: 'Gelap', sun: 'Di luar (terik)' },
  size: 'Ukuran huruf',
  sizes: { 100: 'Biasa', 125: 'Besar', 150: 'Lebih besar', 200: 'Paling besar' },
  leaveNote: 'Isi yang disimpan di ponsel ini juga dihapus.',
  leaving: (n) => `${n} pengajuan yang belum terkirim juga akan hilang.`,
}
