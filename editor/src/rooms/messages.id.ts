import type { Messages } from '../i18n/en.ts';

/** What the editors of words say, in Bahasa Indonesia: section `rooms` of the catalogue. */
export const roomsId: Messages['rooms'] = {
  opening: 'Membuka…',
  amendmentLabel: 'Kata-kata amendemen Anda',
  draftingLabel: 'Draf awal, terbuka untuk disusun bersama',
  readOnly: 'Anda dapat membaca teks ini, tetapi tidak dapat mengubahnya.',
  offlineNothing: 'Luring: tidak ada yang belum tersimpan',
  setAside: 'Kata-kata yang tidak diterima',
  copyWords: 'Salin kata-katanya',
  dismiss: 'Sudah saya simpan. Tutup ini',
  detachedWhatToDo: 'Ini kata-katanya: salin yang Anda perlukan, lalu masukkan kembali.',
  detached: {
    refused: 'Server tidak menerima kata-kata terakhir Anda.',
    'other-history': 'Server dipulihkan dari cadangan, dan sebagian kata-kata Anda berasal dari masa sebelumnya.',
    'not-allowed': 'Anda tidak lagi dapat menulis di sini. Kata-kata terakhir Anda tidak tiba tepat waktu.',
    'signed-out': 'Sesi Anda telah berakhir. Kata-kata terakhir Anda tidak tiba tepat waktu.',
    'not-found': 'Teks ini tidak lagi terbuka bagi Anda. Kata-kata terakhir Anda tidak tiba tepat waktu.',
    'room-closed': 'Draf ini diajukan, dibuang, atau dialihkan sebelum kata-kata terakhir Anda tiba.',
  },
  ended: {
    'signed-out': 'Sesi Anda telah berakhir. Buka kembali tautan masuk Anda untuk melanjutkan.',
    'not-found': 'Teks ini tidak lagi terbuka bagi Anda.',
    'room-closed': 'Draf ini telah ditutup: diajukan, dibuang, atau dialihkan.',
    outdated: 'Server telah diperbarui. Muat ulang halaman untuk melanjutkan.',
    'refused-again': 'Server terus menolak kata-kata dari halaman ini. Muat ulang halamannya.',
  },
  unsaved: {
    'no-answer_one':
      'Server belum mengonfirmasi {{count}} perubahan. Biarkan halaman ini terbuka, atau salin kata-katanya.',
    'no-answer_other':
      'Server belum mengonfirmasi {{count}} perubahan. Biarkan halaman ini terbuka, atau salin kata-katanya.',
    'read-only_one':
      'Server sedang tidak dapat menyimpan apa pun: {{count}} perubahan belum tersimpan. Server terus mencoba. Salin kata-katanya agar aman.',
    'read-only_other':
      'Server sedang tidak dapat menyimpan apa pun: {{count}} perubahan belum tersimpan. Server terus mencoba. Salin kata-katanya agar aman.',
  },
  notice: {
    dropped_one: '{{count}} karakter tak terlihat dihapus: teks yang disepakati tidak boleh memuatnya.',
    dropped_other: '{{count}} karakter tak terlihat dihapus: teks yang disepakati tidak boleh memuatnya.',
    spaced_one: '{{count}} tab atau ganti baris menjadi spasi.',
    spaced_other: '{{count}} tab atau ganti baris menjadi spasi.',
    tooMuch:
      'Terlalu banyak sekaligus, jadi tidak ada yang ditempel. Tempel per bagian, paling banyak {{limit}} karakter.',
    paragraphTooLong: 'Satu paragraf memuat paling banyak {{limit}} karakter, jadi ini tidak dimasukkan. Bagi dahulu.',
  },
  toolbar: {
    label: 'Format',
    kind: 'Jenis paragraf ini',
    deeper: 'Satu tingkat lebih dalam',
    shallower: 'Satu tingkat lebih luar',
    bold: 'Tebal',
    italic: 'Miring',
    underline: 'Garis bawah',
    undo: 'Batalkan',
    redo: 'Ulangi',
  },
  authors: {
    label: 'Penulis paragraf {{label}}',
    zeroDraft: 'Draf awal',
    show: 'Tampilkan kata-kata dari: {{name}}',
  },
};
