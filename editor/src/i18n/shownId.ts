import type { shownEn } from './shownEn.ts';

/** As {@link shownEn}. */
export const shownId: typeof shownEn = {
  menu: 'Yang ditampilkan',
  part: 'Tidak semua amandemen ditampilkan.',
  partOf: 'Hanya yang menyangkut {{name}}.',
  names: 'Nama para pengusul',
  positions: 'Posisi atas setiap usulan',
  whose: 'Sejauh menyangkut',
  everybody: 'Semua delegasi',
  whoseHint: 'Yang diusulkan suatu delegasi atau yang telah disikapinya.',
  amendments: 'Amandemen yang ditampilkan',
  chosen: 'Hanya amandemen terpilih',
  all: 'Pilih semua',
  none: 'Kosongkan pilihan',
  reset: 'Tampilkan semuanya lagi',
  alternatives: 'Rumusan lain untuk {{name}}',
  movedFrom: 'dipindahkan dari sini',
  movedTo: 'dipindahkan ke sini',
  move: {
    away: { up: 'dipindah ↑{{move}}', down: 'dipindah ↓{{move}}' },
    here: { up: 'dari atas ↑{{move}}', down: 'dari bawah ↓{{move}}' },
  },
  moveSaid: {
    away: { up: 'Pemindahan {{move}}, ke bagian atas', down: 'Pemindahan {{move}}, ke bagian bawah' },
    here: { up: 'Pemindahan {{move}}, dari bagian atas', down: 'Pemindahan {{move}}, dari bagian bawah' },
  },
  moveWithin: 'dipindah',
  moveWithinSaid: 'Dipindah dalam kata-kata ini',
  moveBySome: 'sebagian: {{sign}}',
  moveBySomeSaid: '{{said}}, tidak oleh semua yang disebut di sini',
  splitFrom: 'Paragraf baru, dipisahkan dari: {{label}}',
  joinedTo: 'Digabungkan ke: {{label}}',
  joinedToOther: 'Digabungkan ke paragraf lain',
  splitFromOther: 'Paragraf baru, dipisahkan dari paragraf lain',
};
