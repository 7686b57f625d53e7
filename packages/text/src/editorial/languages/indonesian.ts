import { contexts, type LanguageRules, terms, words } from '../languageRules.ts';

/** No table of the names of States in Indonesian is at hand: that rule is silent here. */
export const indonesian: LanguageRules = {
  adverbs: words('juga sangat lebih lanjut selanjutnya dengan sungguh-sungguh kembali secara tegas'),
  preambular: {
    words:
      words(`mengingat menyadari mengakui prihatin yakin sadar bertekad terdorong didorong dipandu berpedoman menimbang atas terpanggil percaya khawatir peduli
      setelah berdasarkan`),
    shape: /^(?:me|ber|ter|di)\p{L}{3,}$/u,
  },
  operative: { verbs: words('setuju sepakat'), shape: /^(?:me|ber)\p{L}{3,}$/u, plural: null },
  complement: / (?:kembali|baik|dengan (?:keprihatinan|penghargaan|gembira)|juga|penghargaan|catatan)/y,
  beforeSemicolon: '',
  tightPunctuation: ',;:.!?',
  conjunctions: words('dan atau serta'),
  abbreviations: words('dll. dsb. dst. s.d. a.n.'),
  doubledAllowed: words(''),
  reduplicates: true,
  placeholders: /\b(?:akan (?:dilengkapi|ditentukan)|untuk dilengkapi|XX+)|_{3,}/gi,
  quotations: [
    ['“', '”'],
    ['«', '»'],
  ],
  stateName: null,
  wrongStateNames: [],
  force: [
    ...terms('modal', [
      [5, 'wajib', 'wajib, diwajibkan, berkewajiban'],
      [5, 'harus', 'harus, diharuskan, mesti'],
      [4, 'akan', 'akan'],
      [3, 'hendaknya', 'hendaknya, sebaiknya, seharusnya, seyogianya, seyogyanya, sepatutnya, semestinya, selayaknya'],
      [3, 'perlu', 'perlu'],
      [2, 'dapat', 'dapat, boleh, bisa, diperbolehkan, diperkenankan, dilarang!'],
      [1, 'mungkin', 'mungkin'],
    ]),
    ...terms('call', [
      [8, 'memutuskan', 'memutuskan, diputuskan'],
      [8, 'menuntut', 'menuntut'],
      [7, 'mendesak', 'mendesak, didesak'],
      [6, 'menyerukan', 'menyerukan, menyeru'],
      [6, 'meminta', 'meminta, diminta'],
      [4, 'merekomendasikan', 'merekomendasikan, menganjurkan, direkomendasikan, dianjurkan'],
      [3, 'mendorong', 'mendorong, didorong'],
      [2, 'mengundang', 'mengundang, mengajak, diundang, diajak'],
      [1, 'mengimbau', 'mengimbau, diimbau, menyarankan, disarankan'],
    ]),
    ...terms('reception', [
      [5, 'mengadopsi', 'mengadopsi'],
      [4, 'mengesahkan', 'mengesahkan'],
      [4, 'menyetujui', 'menyetujui'],
      [3, 'mendukung', 'mendukung'],
      [3, 'menyambut baik', 'menyambut baik, menyambut dengan baik'],
      [2, 'mencatat dengan penghargaan', 'mencatat dengan penghargaan'],
      [1, 'mencatat', 'mencatat'],
    ]),
    ...terms('concern', [
      [
        2,
        'mencatat dengan keprihatinan mendalam',
        'mencatat dengan keprihatinan mendalam, mencatat dengan keprihatinan yang mendalam',
      ],
      [1, 'mencatat dengan keprihatinan', 'mencatat dengan keprihatinan, mencatat dengan prihatin'],
    ]),
    ...terms('commitment', [
      [4, 'berkomitmen', 'berkomitmen, berjanji'],
      [3, 'sepakat', 'sepakat, bersepakat, menyepakati, setuju'],
      [3, 'bertekad', 'bertekad'],
      [2, 'bermaksud', 'bermaksud'],
      [-1, 'berupaya', 'berupaya, berusaha, mengupayakan'],
    ]),
    ...terms('qualifier', [
      [1, 'mengikat secara hukum', 'mengikat secara hukum, mengikat'],
      [-1, 'tidak mengikat', 'tidak mengikat secara hukum, tidak mengikat'],
      [
        -1,
        'sebagaimana mestinya',
        'sebagaimana mestinya, jika perlu, bila perlu, apabila perlu, jika diperlukan, apabila diperlukan, sesuai kebutuhan, sesuai keperluan',
      ],
      [-1, 'secara sukarela', 'secara sukarela, sukarela'],
      [-1, 'sejauh mungkin', 'sejauh mungkin, sedapat mungkin, sejauh memungkinkan, jika memungkinkan'],
      [
        -1,
        'sesuai hukum nasional',
        'sesuai dengan hukum nasional, sesuai hukum nasional, sesuai dengan kondisi nasional',
      ],
      [-1, 'mempertimbangkan', 'mempertimbangkan'],
    ]),
    ...terms('emphasis', [
      [1, 'dengan tegas', 'dengan tegas, secara tegas, dengan sungguh-sungguh, dengan keras'],
      [1, 'sangat', 'sangat, keprihatinan mendalam, keprihatinan yang mendalam'],
    ]),
    ...terms('negation', [
      [0, 'tidak', 'tidak'],
      [0, 'bukan', 'bukan'],
      [0, 'jangan', 'jangan'],
    ]),
  ],
  negations: words('tidak'),
  beforeNouns: words(''),
  notForce: contexts([
    ['akan', 'sadar kebutuhan perlunya ingat', 'tetapi'],
    ['tidak', '', 'hanya'],
    ['bukan', '', 'hanya saja'],
  ]),
};
