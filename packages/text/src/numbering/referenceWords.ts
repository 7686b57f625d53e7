import type { EditorialLanguage } from './numberingRule.ts';

/** What a number in the text may be called. `sub` is a sub-paragraph. */
export type ReferenceType = 'paragraph' | 'preambular' | 'operative' | 'article' | 'sub';

/** The words of one language around numbers of paragraphs. All are sources of regular expressions, matched without regard to case. */
export interface ReferenceWords {
  /** Longest first where one begins another. */
  readonly called: readonly (readonly [type: ReferenceType, words: string])[];
  /** Words between numbers of one row: "4 and 5", "4 to 7". */
  readonly join: string;
  /** Between the narrower and the wider: "paragraph 2 of article 6". */
  readonly of: string;
  /** Directly behind a number: it is of this text. */
  readonly here: string;
  /** Directly behind a number: it is of another text, unless `here` matches there. */
  readonly elsewhere: string;
  /** What other texts are called. */
  readonly instruments: string;
  /** Before an instrument, says that it is this one. */
  readonly self: string;
  /** Directly before a number, says that it is of what was spoken of last: "its paragraph 4". */
  readonly theirs: string;
  /** May stand between the name of another text, a comma, and the number. */
  readonly notably: string;
  /** Letters of sub-paragraphs stand bare: "huruf b". */
  readonly bareLetters: boolean;
}

const symbol = String.raw`[A-Z]+\/[A-Z0-9./]+`;

const english: ReferenceWords = {
  called: [
    ['preambular', String.raw`preambular paragraphs?|preambular paras?\.?|PPs?`],
    ['operative', String.raw`operative paragraphs?|operative paras?\.?|OPs?`],
    ['sub', String.raw`sub-?paragraphs?|sub-?paras?\.?`],
    ['paragraph', String.raw`paragraphs?|paras?\.?`],
    ['article', String.raw`articles?|arts?\.`],
  ],
  join: 'and|or|to|through',
  of: 'of',
  here: String.raw`above|below|of (?:the present|this) \p{L}+|hereof|herein`,
  elsewhere: String.raw`of|thereof|therein|(?:in|to|under|from) (?:[^,;.]{0,40} )?(?:INSTRUMENTS)`,
  instruments: String.raw`resolutions?|decisions?|charter|convention|covenant|agreement|accord|declaration|protocol|agenda|treaty|pact|compact|reports?|documents?|annex(?:es)?|appendix|statute|rules|regulations?|programme|plan|constitution|communiqu[ée]|statement|outcome|message|law|directive|${symbol}`,
  self: String.raw`the present|this`,
  theirs: 'its|their|whose',
  notably: 'in particular|especially|notably|including|specifically|namely|inter alia|see',
  bareLetters: false,
};

const french: ReferenceWords = {
  called: [
    ['preambular', String.raw`(?:paragraphes?|alinéas?) du préambule|PP`],
    ['operative', String.raw`paragraphes? du dispositif|OP`],
    ['sub', String.raw`sous-paragraphes?|sous-alinéas?|alinéas?|al\.`],
    ['paragraph', String.raw`paragraphes?|par\.`],
    ['article', String.raw`articles?|art\.`],
  ],
  join: 'et|ou|à|aux?',
  of: String.raw`de l['’]|de la|des|du|de`,
  here: String.raw`ci-dessus|ci-dessous|ci-après|(?:de la|du) présente? \p{L}+|de (?:cette|ce|cet) \p{L}+`,
  elsewhere: String.raw`de l['’]|de la|des|du|de|d['’]|(?:dans|à|selon) (?:[^,;.]{0,40} )?(?:INSTRUMENTS)`,
  instruments: String.raw`résolutions?|décisions?|charte|convention|pacte|accord|déclaration|protocole|traité|rapports?|documents?|annexes?|statut|règlement|programme|plan|constitution|communiqué|message|loi|directive|${symbol}`,
  self: String.raw`(?:la |le )?présente?|cette|ce|cet`,
  theirs: 'ses|son|leurs?',
  notably: 'en particulier|notamment|y compris|spécialement|voir',
  bareLetters: false,
};

const spanish: ReferenceWords = {
  called: [
    ['preambular', String.raw`párrafos? del preámbulo|PP`],
    ['operative', String.raw`párrafos? (?:de la parte dispositiva|dispositivos?)|OP`],
    ['sub', String.raw`subpárrafos?|apartados?|incisos?|literal(?:es)?`],
    ['paragraph', String.raw`párrafos?|párrs?\.`],
    ['article', String.raw`artículos?|arts?\.`],
  ],
  join: 'y|e|o|u|al?',
  of: 'de la|del|de los|de',
  here: String.raw`supra|infra|precedentes?|anterior(?:es)?|siguientes?|(?:de la|del) presente \p{L}+|de est[ae] \p{L}+`,
  elsewhere: String.raw`de la|del|de los|de las|de|(?:en|según) (?:[^,;.]{0,40} )?(?:INSTRUMENTS)`,
  instruments: String.raw`resoluci(?:ón|ones)|decisi(?:ón|ones)|carta|convención|convenio|pacto|acuerdo|declaración|protocolo|tratado|informes?|documentos?|anexos?|estatuto|reglamento|programa|plan|constitución|comunicado|mensaje|ley|directiva|${symbol}`,
  self: String.raw`(?:la |el )?presente|est[ae]`,
  theirs: 'sus?',
  notably: 'en particular|en especial|incluidos?|especialmente|véase',
  bareLetters: false,
};

const indonesian: ReferenceWords = {
  called: [
    ['preambular', String.raw`paragraf (?:pembukaan|preambul)|PP`],
    ['operative', String.raw`paragraf operatif|OP`],
    ['sub', String.raw`subparagraf|huruf|butir`],
    ['paragraph', String.raw`paragraf|ayat|angka`],
    ['article', 'pasal'],
  ],
  join: String.raw`dan|atau|sampai dengan|sampai|hingga|s\.d\.`,
  of: 'dari|dalam|pada',
  here: String.raw`di atas|di bawah(?: ini)?|(?:(?:dari|dalam|pada) )?\p{L}+ ini`,
  elsewhere: String.raw`(?:(?:dari|dalam|pada) )?(?:[^,;.]{0,20} )?(?:INSTRUMENTS)|(?:dari|pada) `,
  instruments: String.raw`resolusi|keputusan|piagam|konvensi|kovenan|perjanjian|persetujuan|deklarasi|protokol|traktat|laporan|dokumen|lampiran|statuta|peraturan|program|rencana|konstitusi|komunike|pesan|undang-undang|${symbol}`,
  self: 'ini',
  theirs: 'nya',
  notably: 'khususnya|terutama|termasuk|lihat',
  bareLetters: true,
};

/** The words around references, by language. */
export const referenceWords: Readonly<Record<EditorialLanguage, ReferenceWords>> = {
  en: english,
  fr: french,
  es: spanish,
  id: indonesian,
};
