import type { amendmentsEn } from './amendmentsEn.ts';

/** As {@link amendmentsEn}. */
export const amendmentsId: typeof amendmentsEn = {
  list: {
    more: '+ {{count}} lagi',
    yours: 'usulan Anda',
    unspoken: 'belum Anda sikapi',
    you: 'Anda:',
    noName: 'tanpa nama',
    sum_one: '{{all}}; satu di antaranya belum Anda sikapi',
    sum_other: '{{all}}; {{count}} di antaranya belum Anda sikapi',
    openAll: 'Buka semua',
    foldAll: 'Lipat semua',
  },
  conflict: {
    title: 'Amandemen {{number}} dan naskah di meja perundingan',
    atParagraph_one: '1 amandemen dibuat atas rumusan terdahulu',
    atParagraph_other: '{{count}} amandemen dibuat atas rumusan terdahulu',
    what: 'Naskah telah berubah tepat pada kata-kata yang diubah amandemen ini.',
    by_one: 'Amandemen {{numbers}} telah diterima sejak itu.',
    by_other: 'Amandemen {{numbers}} telah diterima sejak itu.',
    sponsor:
      'Amandemen ini tidak dapat diterima begitu saja. Susunlah kembali: yang selaras dengan naskah kini terbawa, dan pada tempat yang berbenturan berlaku kata-kata Anda. Lalu ajukan.',
    chair:
      'Anda tidak dapat menerimanya begitu saja. {{names}} dapat mengajukannya kembali atas naskah kini; atau Anda memutuskan untuk tidak mempertahankannya.',
    others: 'Amandemen ini tidak dapat diterima begitu saja. {{names}} dapat mengajukannya kembali atas naskah kini.',
    nameless:
      'Amandemen ini tidak dapat diterima begitu saja. Suatu delegasi dapat mengusulkan kembali kata-katanya; ketua dapat memutuskan untuk tidak mempertahankannya.',
    sideBySide: 'Bandingkan berdampingan',
    draftAnew: 'Susun atas naskah kini',
    merged: 'Gabungan: awal versi baru',
  },
  takeUp: {
    action: 'Usulkan atas nama kami',
    explain: 'Membuka rancangan Anda sendiri dengan kata-kata ini. Setelah diajukan, usulan itu atas nama Anda.',
  },
  parts: {
    kept: 'Perubahan yang Anda centang sebelum halaman dimuat ulang tercentang kembali.',
    lost_one: 'Satu perubahan yang Anda centang tidak ada lagi di antaranya:',
    lost_other: '{{count}} perubahan yang Anda centang tidak ada lagi di antaranya:',
    moved:
      'Amandemen ini atau naskah di bawahnya telah berubah sejak Anda bertanya. Yang ditampilkan di sini tidak dapat lagi diterima.',
    takeUp: 'Tampilkan perubahan seperti adanya kini',
    settled: 'Amandemen ini sementara itu telah diputuskan: {{status}}. Tidak ada lagi darinya yang dapat diterima.',
    inConflict: 'Naskah telah berubah pada tempat yang sama. Para pengusul harus lebih dahulu mengajukan versi baru.',
  },
  aside: {
    open: 'Kesampingkan beberapa…',
    title: 'Kesampingkan beberapa amandemen',
    explain:
      'Yang Anda centang sekaligus tidak lagi diajukan dan tetap ada dalam catatan resmi beserta satu alasan dari Anda.',
    nameless: 'Pilih yang tanpa nama ({{count}})',
    confirm_zero: 'Kesampingkan',
    confirm_one: 'Kesampingkan 1',
    confirm_other: 'Kesampingkan {{count}}',
    changed_one:
      'Amandemen {{numbers}} telah berubah sejak Anda centang: centangnya hilang. Barisnya menampilkan yang berlaku kini.',
    changed_other:
      'Amandemen {{numbers}} telah berubah sejak Anda centang: centangnya hilang. Barisnya menampilkan yang berlaku kini.',
    gone_one: 'Amandemen {{numbers}} yang Anda centang tidak ada lagi di meja perundingan di sini.',
    gone_other: 'Amandemen {{numbers}} yang Anda centang tidak ada lagi di meja perundingan di sini.',
  },
};
