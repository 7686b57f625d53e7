/** What a term does; terms of one scale are compared by strength, those of two are not. */
export type ForceScale = 'modal' | 'call' | 'reception' | 'commitment' | 'qualifier';

/** A term of force in all the forms in which it stands in texts, lower case. Strength counts within its scale; a qualifier only weakens. */
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
  readonly stateName: 'english' | 'french' | 'spanish' | null;
  readonly wrongStateNames: readonly WrongStateName[];
  readonly force: readonly ForceTerm[];
  /** Negations that turn a modal they follow (or precede). */
  readonly negations: ReadonlySet<string>;
}

/** A set of words written in one string. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Terms of one scale: `[strength, name, 'form, other form']`. */
export function terms(scale: ForceScale, list: readonly (readonly [number, string, string])[]): readonly ForceTerm[] {
  return list.map(([strength, name, forms]) => ({ name, scale, strength, forms: forms.split(', ') }));
}
