import type { Clause } from './clause.ts';
import type { Matching } from './matchBrackets.ts';
import type { Furniture } from './pageFurniture.ts';
import type { Place, RepairKind } from './repair.ts';
import { saysMore } from './stance.ts';
import type { Token } from './token.ts';

/** Tells of a decision that a person is to confirm; `from` and `to` are offsets of the source, the end left out where it is one sign. */
export type Doubt = (kind: RepairKind, from: number, reason: string, to?: number) => void;

/** Tells of names that are not known, or known for several, and of words that say more than a stance. */
export function doubtClause(clause: Clause, doubt: Doubt): void {
  for (const { written, from, parties, without } of clause.parties) {
    const end = from + written.length;
    if (without !== undefined)
      doubt('unknown-party', from, `"${written}" leaves somebody out: say in the table of names who is meant.`, end);
    else if (parties.length === 0) doubt('unknown-party', from, `"${written}" is no name in the alias table.`, end);
    if (parties.length > 1)
      doubt('ambiguous-party', from, `"${written}" may be ${parties.map(({ name }) => name).join(' or ')}.`, end);
  }
  if (saysMore(clause)) doubt('unknown-words', clause.from, `"${clause.words}" was read as "${clause.stance}".`);
}

/** Tells of all that is wrong with the signs of a text. */
export function doubtSigns(
  tokens: readonly Token[],
  furniture: readonly Furniture[],
  matching: Matching,
  placeOf: (offset: number) => Place,
  doubt: Doubt,
): void {
  for (const { from, to, reason } of furniture) doubt('page-furniture', from, `Set aside as ${reason}.`, to);
  doubtBrackets(tokens, matching, placeOf, doubt);
  doubtCharacters(tokens, doubt);
}

function doubtBrackets(
  tokens: readonly Token[],
  { across, partner, unclosed, unopened }: Matching,
  placeOf: (offset: number) => Place,
  doubt: Doubt,
): void {
  const at = (token: number) => tokens[token]?.from ?? 0;
  for (const open of across) {
    const { line } = placeOf(at(partner.get(open) ?? open));
    doubt('across-paragraphs', at(open), `This bracket was taken to close in another paragraph, on line ${line}.`);
  }
  for (const open of unclosed)
    doubt('unclosed', at(open), 'This bracket is never closed; it was taken to end with its paragraph.');
  for (const close of unopened)
    doubt('unopened', at(close), 'This closing bracket has none to close; it was set aside.');
}

function doubtCharacters(tokens: readonly Token[], doubt: Doubt): void {
  for (const { kind, text, shown, from, role } of tokens) {
    const isWord = kind === 'word' && role === 'words' && shown.length < text.length && !text.startsWith('[');
    if (isWord)
      doubt(
        'character-removed',
        from,
        'A character that a text may not hold was left out of the wording.',
        from + text.length,
      );
  }
}
