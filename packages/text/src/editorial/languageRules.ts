/** What a term does; terms of one scale are compared by strength, those of two are not. */
export type ForceScale =
  | 'modal'
  | 'call'
  | 'reception'
  | 'concern'
  | 'commitment'
  | 'qualifier'
  | 'emphasis'
  | 'negation'
  /** The verb that opens an operative paragraph, where no scale has it. */
  | 'opening';

/**
 * A term of force in all the forms in which it stands in texts, lower case; `cannot!` is negated. Strength counts within its scale; what is
 * negative weakens the verb beside it.
 */
export interface ForceTerm {
  readonly name: string;
  readonly scale: ForceScale;
  readonly strength: number;
  readonly forms: readonly string[];
}

/** An informal or former name of a State. */
export interface WrongStateName {
  readonly wrong: string;
  /** ISO 3166 alpha-3 of the State meant. */
  readonly alpha3: string;
  /**
   * Whether the right name can simply stand in its place: always; only behind the word named (such as "the"); or not, as the sentence
   * around it changes.
   */
  readonly swap: 'always' | 'never' | { readonly behind: string };
  /** What follows or comes before where another thing is meant: "United States dollars". Matched to the rest of the text. */
  readonly unless?: { readonly behind?: RegExp; readonly before?: RegExp };
}

/** The editorial rules of one language, as data. Words are lower case. */
export interface LanguageRules {
  /** Words that may stand before the opening word: "also", "deeply". */
  readonly adverbs: ReadonlySet<string>;
  readonly preambular: { readonly words: ReadonlySet<string>; readonly shape: RegExp };
  /** `singular` and `plural` say the form for one body and for many; null where the language has one form. */
  readonly operative: {
    readonly verbs: ReadonlySet<string>;
    readonly shape: RegExp | null;
    readonly plural: ((singular: string) => string) | null;
  };
  /** Behind the opening word, a part of the opening phrase: "note with appreciation". Starts with a space, matched at the place. */
  readonly complement: RegExp;
  /** What stands before a semicolon and a colon: a no-break space in French, nothing elsewhere. */
  readonly beforeSemicolon: string;
  /** Punctuation that takes no space before it. */
  readonly tightPunctuation: string;
  /** Conjunctions that may follow the punctuation of a sub-paragraph: "; and". */
  readonly conjunctions: ReadonlySet<string>;
  /** Abbreviations that end in a full stop. */
  readonly abbreviations: ReadonlySet<string>;
  readonly doubledAllowed: ReadonlySet<string>;
  /** Whether a word twice with a space may be the plural of the language, and only a hyphen is missing. */
  readonly reduplicates: boolean;
  readonly placeholders: RegExp;
  readonly quotations: readonly (readonly [open: string, close: string])[];
  /** Signs that open and close a question or an exclamation; none where only the second is written. */
  readonly signs: readonly (readonly [open: string, close: string])[];
  readonly stateName: 'english' | 'french' | 'spanish' | 'indonesian';
  readonly wrongStateNames: readonly WrongStateName[];
  readonly force: readonly ForceTerm[];
  /** Negations that turn a modal they follow (or precede). */
  readonly negations: ReadonlySet<string>;
  /** Behind one of these, "request" and "note" are nouns and no verbs of force. */
  readonly beforeNouns: ReadonlySet<string>;
  /** Words that have no force between these: "political will", "not only". */
  readonly notForce: ReadonlyMap<
    string,
    { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> }
  >;
}

/** A set of words written in one string. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Terms of one scale: `[strength, name, 'form, other form']`. */
export function terms(scale: ForceScale, list: readonly (readonly [number, string, string])[]): readonly ForceTerm[] {
  return list.map(([strength, name, forms]) => ({ name, scale, strength, forms: forms.split(', ') }));
}

/** Contexts in which a word has no force: `[word, 'words before it', 'words behind it']`. */
export function contexts(list: readonly (readonly [string, string, string])[]): LanguageRules['notForce'] {
  return new Map(list.map(([word, before, behind]) => [word, { before: words(before), behind: words(behind) }]));
}
