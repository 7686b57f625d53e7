import type { ExportsMessages } from './exportsEn.ts';

/** The same in Bahasa Indonesia. */
export const exportsId: ExportsMessages = {
  title: 'Simpan kompilasi',
  explain:
    'Seluruh naskah dengan setiap usulan yang diajukan, tanpa menilai satu pun. Berkas menyatakan bahwa ini rancangan, beserta revisi dan waktunya.',
  form: 'Cara menulis kurung dan nama',
  forms: {
    rio: 'Seperti di Rio+20',
    rioHint: 'Nama berada di dalam kurung, di belakang tanda pisah.',
    un: 'Seperti kompilasi Majelis Umum PBB',
    unHint: 'Setiap rumusan dalam kurung sendiri, nama dalam tanda kurung di belakangnya.',
    none: 'Tanpa nama',
    noneHint: 'Pilihan rumusan berdampingan; tidak ada nama di seluruh berkas.',
  },
  positions: 'Dengan posisi delegasi lain',
  positionsHint: 'siapa mendukung, mencadangkan, menolak …',
  preview: 'Bunyi paragraf {{label}} nanti',
  previewNoLabel: 'Bunyi sebuah paragraf nanti',
  nothing: 'Saat ini tidak ada usulan: berkas memuat naskah apa adanya.',
  docx: 'Simpan untuk Word',
  markdown: 'Simpan sebagai Markdown',
  markdownHint: 'Markdown dapat ditempelkan lagi ke dalam konferensi dan menghasilkan amendemen yang sama.',
  making: 'Menyiapkan berkas…',
  saved: 'Tersimpan: {{name}}',
};
