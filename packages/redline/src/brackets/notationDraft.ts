import type { Stance } from './stance.ts';

/** The forms in which a bracketed text is written. */
export const notationForms = ['rio', 'un', 'none'] as const;
export type NotationForm = (typeof notationForms)[number];

/** A text in one form of notation. `kept` are paragraphs that the form cannot say, left as they were, by line. */
export interface WrittenNotation {
  readonly text: string;
  readonly kept: readonly { readonly line: number; readonly reason: string }[];
}

/** Names and what they say, as it is to be written. `words` go behind the names in place of the usual verb. */
export interface DraftClause {
  readonly stance: Stance;
  readonly names: readonly string[];
  readonly words: string;
}

export interface DraftAlternative {
  readonly parts: readonly DraftPart[];
  readonly clauses: readonly DraftClause[];
}

/**
 * What is to be written: `text` is in the notation already, `sign` is a word of it that may be taken for notation elsewhere, `words`
 * are a wording whose signs mean nothing, `choice` is a disputed place.
 */
export type DraftPart =
  | { readonly type: 'text' | 'sign'; readonly text: string }
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'choice'; readonly alternatives: readonly DraftAlternative[] };

const verbs: Readonly<Record<Stance, string>> = {
  propose: '',
  retain: 'retain',
  delete: 'delete',
  support: 'support',
  oppose: 'oppose',
  reserve: 'reserve',
  flexible: 'flexible',
  pending: 'pending',
  other: '',
};

const joins = /^(?:[\s,;.]|(?:and|or|nor|as well as|including|\/)(?![\p{L}]))/u;

/**
 * Writes a draft. `rio`: `[shall / should - US; EU retain]`. `un`: `[shall]/[should] (US) (EU: retain)`. `none`: `[shall][should]`.
 * `isStrict` escapes whatever could be taken for notation or lost in tidying, so that every draft reads back; without it the text
 * is the one that people write, and reads back only where its words hold no such signs. Recursion goes as deep as brackets nest.
 */
export function printDraft(parts: readonly DraftPart[], form: NotationForm, isStrict: boolean): string {
  return parts
    .map((part, index) => {
      // Brackets side by side would be rivals for one place.
      const isNextToOther = isStrict && part.type === 'choice' && parts[index - 1]?.type === 'choice';
      return (isNextToOther ? nothing : '') + printPart(part, form, isStrict);
    })
    .join('');
}

/** Stands for no words, and keeps what is on either side of it apart. */
const nothing = '\\|';

function printPart(part: DraftPart, form: NotationForm, isStrict: boolean): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'sign':
      return isStrict ? `\\${part.text}` : part.text;
    case 'words':
      return isStrict ? escaped(part.text) : part.text;
    default:
      return isStrict ? printChoice(part.alternatives, form, isStrict) : printTidy(part.alternatives, form);
  }
}

/** Moves a space that all alternatives share at one edge outside the brackets, and outside those around them. */
function printTidy(alternatives: readonly DraftAlternative[], form: NotationForm): string {
  if (isSpacedAt(alternatives, -1)) return `${printChoice(trimmed(alternatives, -1), form, false)} `;
  if (isSpacedAt(alternatives, 0)) return ` ${printChoice(trimmed(alternatives, 0), form, false)}`;
  return printChoice(alternatives, form, false);
}

type Edge = 0 | -1;

function isSpacedAt(alternatives: readonly DraftAlternative[], edge: Edge): boolean {
  const full = alternatives.filter(({ parts }) => parts.length > 0);
  return full.length > 0 && full.every(({ parts }) => hasSpaceAt(parts.at(edge), edge));
}

function hasSpaceAt(part: DraftPart | undefined, edge: Edge): boolean {
  if (part?.type === 'choice') return isSpacedAt(part.alternatives, edge);
  return part?.type === 'words' && part.text.at(edge) === ' ';
}

function trimmed(alternatives: readonly DraftAlternative[], edge: Edge): readonly DraftAlternative[] {
  return alternatives.map(({ parts, clauses }) => ({
    parts: parts.map((part, nth) => (nth === (edge === 0 ? 0 : parts.length - 1) ? trimmedPart(part, edge) : part)),
    clauses,
  }));
}

function trimmedPart(part: DraftPart, edge: Edge): DraftPart {
  if (part.type === 'choice') return { ...part, alternatives: trimmed(part.alternatives, edge) };
  return part.type === 'words' ? { ...part, text: edge === 0 ? part.text.slice(1) : part.text.slice(0, -1) } : part;
}

function printChoice(alternatives: readonly DraftAlternative[], form: NotationForm, isStrict: boolean): string {
  const texts = alternatives.map(({ parts }) => printDraft(parts, form, isStrict));
  if (form === 'rio') {
    const parts = alternatives.map(({ clauses }, index) => {
      const said = clauses.map((clause) => printClause(clause, isStrict)).join('; ');
      return said === '' ? texts[index] : `${texts[index]} - ${said}`;
    });
    return `[${parts.join(' / ')}]`;
  }
  const parts = alternatives.map(({ clauses }, index) => {
    const said = form === 'none' ? [] : clauses.map((clause) => printClause(clause, isStrict, ': '));
    const told = said.filter((one) => one !== '').map((one) => ` (${one})`);
    return `[${texts[index]}]${told.join('')}`;
  });
  const isPlain = form === 'none' && texts.slice(1).every((text) => !joins.test(text));
  return parts.join(isPlain ? '' : '/');
}

function printClause({ stance, names, words }: DraftClause, isStrict: boolean, beforeVerb = ' '): string {
  const who = names.map((name) => (isStrict ? escapedName(name) : name)).join(', ');
  const what = words === '' ? verbs[stance] : words;
  if (who === '' || what === '') return who + what;
  return `${who}${what.startsWith('format') ? ' ' : beforeVerb}${what}`;
}

const signs = /[!-/:-@[-`{-~\p{Pd}•●▪◦‣·]/gu;

/** Words of which no sign can be taken for notation. Spaces at the edges, and those that a label could end with, are escaped too. */
function escaped(text: string): string {
  if (text === '') return '';
  const safe = text.replace(signs, (sign) => (/[•●▪◦‣·|]/.test(sign) ? sign : `\\${sign}`));
  const spaced = safe.replace(/^\p{Zs}+|\p{Zs}+$|\p{Zs}{2,}/gu, (spaces) => spaces.replace(/./gu, '\\$&'));
  return nothing + spaced;
}

function escapedName(name: string): string {
  return name.replace(signs, (sign) => (/[•●▪◦‣·|]/.test(sign) ? sign : `\\${sign}`));
}
