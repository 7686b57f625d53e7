import {
  type Choice,
  isChoice,
  type NotationReading,
  type Piece,
  type ReadParagraph,
  type Token,
} from '@chapeau/redline/brackets';
import type { Rival } from './compilationRivals.ts';
import type { Bonds } from './compilationSpans.ts';

/**
 * The reading of paragraphs that are proposed together in place of others: brackets at which nobody is named are words, signs and all, and
 * so are the names of options and the numbers of rivals inside. An amendment cannot be amended; who accepts it has the brackets in the text.
 */
export function keptReading(reading: NotationReading, rivals: readonly Rival[], bonds: Bonds): NotationReading {
  const wide = rivals.filter(({ own, isNothing }) => own.length > 1 && !isNothing);
  if (wide.length === 0) return reading;
  const paragraphs = [...reading.paragraphs];
  for (const { own } of wide)
    for (const at of own) {
      const read = paragraphs[at];
      if (read !== undefined) paragraphs[at] = { ...read, content: keptPieces(read.content, bonds) };
    }
  const names = reading.tokens.filter(isName);
  for (const { own } of wide) for (const inner of optionsWithin(reading, own)) enclose(paragraphs, names, inner);
  return { ...reading, paragraphs };
}

/** Whether a place is kept as words. Of a bracket over several paragraphs the names stand in one of them. */
export function isKept(choice: Choice, bonds: Bonds): boolean {
  const parts = bonds.spansAt(choice).flatMap((span) => span.parts.map((part) => part.choice));
  return [choice, ...parts].every(({ alternatives }) => alternatives.every(({ clauses }) => clauses.length === 0));
}

function keptPieces(content: readonly Piece[], bonds: Bonds): readonly Piece[] {
  const kept: Piece[] = [];
  const open: { readonly pieces: readonly Piece[]; at: number }[] = [{ pieces: content, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const piece = level.pieces[level.at];
    level.at += 1;
    if (piece === undefined) open.pop();
    else if (isChoice(piece) && isKept(piece, bonds)) open.push({ pieces: signed(piece, bonds), at: 0 });
    else kept.push(piece);
  }
  return kept;
}

/** `[a][b]`, each sign only where it stands in the source. */
function signed(choice: Choice, bonds: Bonds): readonly Piece[] {
  const { from, alternatives } = choice;
  const parts = bonds
    .spansAt(choice)
    .flatMap(({ parts: all }) =>
      all.flatMap(({ choice: own, alternative }, nth) =>
        own === choice ? { alternative, isFirst: nth === 0, isLast: nth === all.length - 1 } : [],
      ),
    );
  const last = alternatives.length - 1;
  const opens = !parts.some(({ alternative, isFirst }) => alternative === 0 && !isFirst);
  const closes = !parts.some(({ alternative, isLast }) => alternative === last && !isLast);
  const inner = alternatives.flatMap(({ content }, nth) => (nth === 0 ? content : [word('][', from), ...content]));
  return [...(opens ? [word('[', from)] : []), ...inner, ...(closes ? [word(']', from)] : [])];
}

function word(text: string, from: number): Token {
  return { kind: 'word', text, from, shown: text, solid: false, role: 'words', bold: false, italic: false };
}

/** The options, by their paragraphs, that stand inside these. */
function optionsWithin(
  { options, paragraphs }: NotationReading,
  own: readonly number[],
): readonly (readonly number[])[] {
  const inside = new Set(own.slice(1));
  const groups = options.filter((group) => group.every(({ paragraphs: [first] }) => inside.has(first ?? -1)));
  const alts = own.flatMap((at) =>
    (paragraphs[at]?.proposals ?? []).flatMap(({ whole }) =>
      whole?.type === 'rival' && paragraphs[whole.paragraph]?.option === null && inside.has(whole.paragraph)
        ? [[whole.paragraph]]
        : [],
    ),
  );
  return [...groups.flatMap((group) => group.map(({ paragraphs: inner }) => inner)), ...alts];
}

function enclose(paragraphs: ReadParagraph[], names: readonly Token[], own: readonly number[]): void {
  const [first, last] = [own[0] ?? -1, own.at(-1) ?? -1];
  const head = paragraphs[first];
  if (head === undefined) return;
  const { from, to, content } = head;
  const named = names.filter((token) => token.from >= from && token.from < to);
  const name = named.map(({ text }) => text.replaceAll(/[*_]/g, '')).join(' ');
  const words = content.slice(
    content.findIndex((piece) => isChoice(piece) || (piece.role === 'words' && piece.shown.trim() !== '')),
  );
  paragraphs[first] = { ...head, content: [word(`[${name} `, from), ...words] };
  const foot = paragraphs[last];
  if (foot !== undefined) paragraphs[last] = { ...foot, content: [...foot.content, word(']', foot.to)] };
}

function isName({ role }: Token): boolean {
  return role === 'option' || role === 'label';
}
