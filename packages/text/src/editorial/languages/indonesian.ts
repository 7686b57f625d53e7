import { type LanguageRules, terms, words } from '../languageRules.ts';

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
      [5, 'wajib', 'wajib'],
      [5, 'harus', 'harus'],
      [4, 'akan', 'akan'],
      [3, 'hendaknya', 'hendaknya, sebaiknya, seharusnya, seyogianya'],
      [2, 'dapat', 'dapat, boleh, bisa'],
      [1, 'mungkin', 'mungkin'],
    ]),
    ...terms('call', [
      [8, 'memutuskan', 'memutuskan'],
      [8, 'menuntut', 'menuntut'],
      [7, 'mendesak', 'mendesak'],
      [6, 'menyerukan', 'menyerukan'],
      [6, 'meminta', 'meminta'],
      [4, 'merekomendasikan', 'merekomendasikan, menganjurkan'],
      [3, 'mendorong', 'mendorong'],
      [2, 'mengundang', 'mengundang, mengajak'],
      [1, 'mengimbau', 'mengimbau, menyarankan'],
    ]),
    ...terms('reception', [
      [4, 'mengesahkan', 'mengesahkan, mendukung'],
      [3, 'menyambut baik', 'menyambut baik'],
      [2, 'mencatat dengan penghargaan', 'mencatat dengan penghargaan'],
      [1, 'mencatat', 'mencatat'],
    ]),
    ...terms('commitment', [
      [4, 'berkomitmen', 'berkomitmen'],
      [3, 'bertekad', 'bertekad'],
      [2, 'bermaksud', 'bermaksud'],
      [1, 'berupaya', 'berupaya, berusaha'],
    ]),
    ...terms('qualifier', [
      [-1, 'sebagaimana mestinya', 'sebagaimana mestinya, jika perlu, bila perlu, apabila diperlukan'],
      [-1, 'secara sukarela', 'secara sukarela, sukarela'],
      [-1, 'sejauh mungkin', 'sejauh mungkin, sedapat mungkin'],
      [-1, 'mempertimbangkan', 'mempertimbangkan'],
    ]),
  ],
  negations: words('tidak'),
};
