import { plainText } from '@chapeau/text';
import type { Clause } from './clause.ts';
import { type Choice, isChoice, type Piece } from './choice.ts';
import {
  type DraftClause,
  type DraftPart,
  type NotationForm,
  printDraft,
  type WrittenNotation,
} from './notationDraft.ts';
import type { PartyTable } from './partyTable.ts';
import { partyKey } from './proposals.ts';
import { type NotationReading, type ReadParagraph, readNotation, wordingOf } from './readNotation.ts';
import { writeVerbatim } from './repair.ts';
import type { Token, TokenKind } from './token.ts';

/** Brackets nested deeper are left as they are. */
const deepest = 100;

/** Writes each paragraph of a text anew, its places in the form and the rest as it stands; without names none stay. */
export function writeReading(reading: NotationReading, form: NotationForm, parties: PartyTable): WrittenNotation {
  const kept: { line: number; reason: string }[] = [];
  const source = writeVerbatim(reading.tokens);
  const names = form === 'none' ? namesIn(reading.tokens) : [];
  let next = 0;
  const written = reading.paragraphs.map((paragraph) => {
    const original = source.slice(paragraph.from, paragraph.to);
    const first = next;
    while ((names[next]?.from ?? paragraph.to) < paragraph.to) next += 1;
    const own = names.slice(first, next);
    if (paragraph.choices.length === 0 && own.length === 0) return original;
    const parts = partsOfParagraph(paragraph, source, own);
    for (const isStrict of [false, true]) {
      const attempt = printDraft(parts, form, isStrict);
      if (form === 'none' || readsAlike(reading, paragraph, [original, attempt], parties)) return attempt;
    }
    kept.push({ line: paragraph.line, reason: 'This form cannot say all that stands there.' });
    return original;
  });
  return { text: written.join(''), kept };
}

/** The source of a paragraph, with the places that can be written anew as such; brackets without a partner stay as they are. */
function partsOfParagraph(
  { content, choices, from, to }: ReadParagraph,
  source: string,
  names: readonly Stretch[],
): readonly DraftPart[] {
  const parts: DraftPart[] = [];
  let at = from;
  const places = writablePlaces(content, stuckPlaces(choices));
  // What stands for a place elsewhere goes into the place.
  const apart = places.flatMap((place) => place.apart);
  const cuts = [
    ...places.map((place) => ({ from: place.from, to: place.to, parts: [partOfChoice(place)] })),
    ...[...apart, ...names].map((range) => ({ from: range.from, to: range.to, parts: [] })),
  ];
  for (const cut of cuts.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from < at) continue;
    parts.push({ type: 'text', text: source.slice(at, cut.from) }, ...cut.parts);
    at = cut.to;
  }
  return [...parts, { type: 'text', text: source.slice(at, to) }];
}

/** The places that hold a bracket without a partner, or nest deeper than can be written. */
function stuckPlaces(choices: readonly Choice[]): ReadonlySet<Choice> {
  const stuck = new Set<Choice>();
  for (const choice of choices) {
    if (choice.isWhole && choice.depth <= deepest) continue;
    for (let at: Choice | undefined = choice; at !== undefined && !stuck.has(at); at = at.parent?.choice) stuck.add(at);
  }
  return stuck;
}

function writablePlaces(content: readonly Piece[], stuck: ReadonlySet<Choice>): readonly Choice[] {
  const found: Choice[] = [];
  const open: Piece[] = content.toReversed();
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    if (!isChoice(piece)) continue;
    if (!stuck.has(piece)) found.push(piece);
    else for (const { content: inner } of piece.alternatives) for (const one of inner) open.push(one);
  }
  return found;
}

function partOfChoice({ alternatives }: Choice): DraftPart {
  return {
    type: 'choice',
    alternatives: alternatives.map(({ content, clauses }) => ({
      parts: content.map((piece, index) => partOfPiece(piece, index === 0 || index === content.length - 1)),
      clauses: clauses.map(draftClause),
    })),
  };
}

const ambiguousSigns: readonly TokenKind[] = ['slash', 'dash', 'colon', 'roundOpen', 'roundClose'];

/** Signs that may be taken for notation elsewhere, and a space at the edge of a wording, which may be taken for one beside a slash. */
function partOfPiece(piece: Piece, isAtEdge: boolean): DraftPart {
  if (isChoice(piece)) return partOfChoice(piece);
  const isSign = piece.role === 'words' && (ambiguousSigns.includes(piece.kind) || (isAtEdge && piece.text === ' '));
  return { type: isSign ? 'sign' : 'text', text: piece.text };
}

function draftClause({ stance, parties, words, onParagraph }: Clause): DraftClause {
  const isOwn = onParagraph || stance === 'other';
  return { stance, names: parties.map(({ written }) => written), words: isOwn ? words : '' };
}

/** Whether a paragraph reads the same in two spellings. */
function readsAlike(
  { format }: NotationReading,
  { kind, level }: ReadParagraph,
  spellings: readonly [string, string],
  parties: PartyTable,
): boolean {
  const split = () => [{ from: 0, kind, level, isAside: false }];
  const [one, other] = spellings.map((text) => summary(readNotation(text, { format, split, parties })));
  return one === other;
}

/** All that a paragraph says, as a string to compare. */
function summary(reading: NotationReading): string {
  return JSON.stringify(
    reading.paragraphs.map((paragraph, index) => {
      const names = (list: readonly { readonly written: string; readonly parties: readonly { id: string }[] }[]) =>
        list.map((party) => partyKey(party as Parameters<typeof partyKey>[0])).sort();
      const wordings = paragraph.proposals.map((proposal) => [
        proposal.kind,
        names(proposal.parties),
        plainText(wordingOf(reading, index, proposal) ?? { runs: [] }),
      ]);
      const positions = paragraph.positions.map(({ stance, parties, place }) => [
        stance,
        names(parties),
        place?.alternative,
      ]);
      return [paragraph.label?.text, plainText({ runs: paragraph.base }), wordings, positions];
    }),
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where names stand, with what is said and the space before. */
function namesIn(tokens: readonly Token[]): readonly Stretch[] {
  const found: { from: number; to: number }[] = [];
  tokens.forEach(({ role, text, from }, index) => {
    if (role !== 'attribution') return;
    const last = found.at(-1);
    const before = tokens[index - 1];
    if (last?.to === from) last.to = from + text.length;
    else found.push({ from: before?.kind === 'space' ? before.from : from, to: from + text.length });
  });
  return found;
}
