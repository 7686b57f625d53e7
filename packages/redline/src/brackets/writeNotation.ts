import { plainText } from '@chapeau/text';
import {
  type Compilation,
  type CompiledOption,
  type CompiledSegment,
  type ProposalPosition,
  readCompilation,
} from '../compilation.ts';
import type { Clause } from './attribution.ts';
import { type Choice, isChoice, type Piece } from './choice.ts';
import {
  type DraftAlternative,
  type DraftClause,
  type DraftPart,
  type NotationForm,
  printDraft,
} from './notationDraft.ts';
import { defaultPartyTable, type PartyTable } from './partyTable.ts';
import { partyKey } from './proposals.ts';
import { type NotationReading, type ReadParagraph, readNotation, wordingOf } from './readNotation.ts';
import { resolveWording } from './resolveWording.ts';
import type { Stance } from './stance.ts';
import type { TokenKind } from './token.ts';

/** A text in one form of notation. `kept` are paragraphs that the form cannot say, left as they were, by line. */
export interface WrittenNotation {
  readonly text: string;
  readonly kept: readonly { readonly line: number; readonly reason: string }[];
}

/** Brackets nested deeper are left as they are. */
const deepest = 100;

/**
 * Writes what was read, or what {@link compile} made of a paragraph, in one form. Reading it back gives the same base, proposals and
 * positions: each paragraph is read again before it is handed out, first without and then with escapes. Without names (`none`) only the
 * alternatives come back. Names count as known when a compilation is written. Formatting of a compilation is not written.
 */
export function writeNotation(
  text: NotationReading | Compilation,
  form: NotationForm,
  parties: PartyTable = defaultPartyTable(),
): WrittenNotation {
  return 'paragraphs' in text
    ? writeReading(text, form, parties)
    : { text: writeCompilation(text, form, parties), kept: [] };
}

function writeReading(reading: NotationReading, form: NotationForm, parties: PartyTable): WrittenNotation {
  const kept: { line: number; reason: string }[] = [];
  const source = reading.tokens.map(({ text }) => text).join('');
  const written = reading.paragraphs.map((paragraph) => {
    const original = source.slice(paragraph.from, paragraph.to);
    if (paragraph.choices.length === 0) return original;
    const parts = partsOfParagraph(paragraph, source);
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
function partsOfParagraph({ content, choices, from, to }: ReadParagraph, source: string): readonly DraftPart[] {
  const parts: DraftPart[] = [];
  let at = from;
  const places = writablePlaces(content, stuckPlaces(choices));
  // What stands for a place elsewhere goes into the place.
  const apart = places.flatMap((place) => place.apart.map((range) => ({ ...range, parts: [] })));
  const cuts = [...places.map((place) => ({ from: place.from, to: place.to, parts: [partOfChoice(place)] })), ...apart];
  for (const cut of cuts.sort((a, b) => a.from - b.from)) {
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
      parts: content.map(partOfPiece),
      clauses: clauses.map(draftClause),
    })),
  };
}

const ambiguousSigns: readonly TokenKind[] = ['slash', 'dash', 'colon', 'roundOpen', 'roundClose'];

function partOfPiece(piece: Piece): DraftPart {
  if (isChoice(piece)) return partOfChoice(piece);
  const isSign = piece.role === 'words' && ambiguousSigns.includes(piece.kind);
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

function writeCompilation(compilation: Compilation, form: NotationForm, table: PartyTable): string {
  const parts = partsOfCompilation(compilation);
  const names = new Set(placesOf(compilation).flatMap(({ options }) => options.flatMap(namesOf)));
  const parties = table.knowing([...names]);
  const tidy = printDraft(parts, form, false);
  return comesBack(tidy, compilation, form, parties) ? tidy : printDraft(parts, form, true);
}

function namesOf({ names, positions }: CompiledOption): readonly string[] {
  return [...names, ...positions.map(({ name }) => name)];
}

function partsOfCompilation(compilation: Compilation): readonly DraftPart[] {
  return compilation.map((segment): DraftPart => {
    if (segment.type === 'text') return { type: 'words', text: plainText(segment) };
    const { base, options } = segment;
    const deletion = options.find(({ runs }) => runs.length === 0);
    const standing: DraftAlternative[] =
      base === null
        ? []
        : [
            {
              parts: base.within === null ? words(plainText(base)) : partsOfCompilation(base.within),
              clauses: deletion === undefined ? [] : deletionClauses(deletion),
            },
          ];
    const others = options
      .filter((option) => option !== deletion)
      .map((option): DraftAlternative => {
        const text = plainText(option);
        const isFormat = base !== null && text === plainText(base);
        return { parts: words(text), clauses: optionClauses(option, isFormat ? 'format' : '') };
      });
    return { type: 'choice', alternatives: [...standing, ...others] };
  });
}

function words(text: string): readonly DraftPart[] {
  return text === '' ? [] : [{ type: 'words', text }];
}

const stanceOfPosition: Readonly<Record<ProposalPosition['position'], Stance>> = {
  support: 'support',
  flexible: 'flexible',
  reserve: 'reserve',
  object: 'oppose',
  awaiting: 'pending',
};

function optionClauses({ names, positions }: CompiledOption, saying: string): readonly DraftClause[] {
  return [
    { stance: 'propose', names, words: saying },
    ...positions.map(({ name, position }) => positionClause(name, position)),
  ];
}

/** Names behind words of the base mean the words; so what others say of their deletion says so. */
function deletionClauses({ names, positions }: CompiledOption): readonly DraftClause[] {
  const others = positions.map(({ name, position }): DraftClause => {
    const clause = positionClause(name, position);
    if (position === 'object') return { ...clause, stance: 'retain' };
    return { ...clause, words: `${clause.stance} deletion` };
  });
  return [{ stance: 'delete', names, words: '' }, ...others];
}

function positionClause(name: string, position: ProposalPosition['position']): DraftClause {
  return { stance: stanceOfPosition[position], names: [name], words: '' };
}

type CompiledChoice = Extract<CompiledSegment, { type: 'choice' }>;

/** The places of a compilation, each before those within it. */
function placesOf(compilation: Compilation): readonly CompiledChoice[] {
  return compilation.flatMap((segment) =>
    segment.type === 'text' ? [] : [segment, ...placesOf(segment.base?.within ?? [])],
  );
}

/** Whether a text is read as exactly this compilation: the same names at the same places, the same words for each proposal. */
function comesBack(text: string, compilation: Compilation, form: NotationForm, parties: PartyTable): boolean {
  const split = () => [{ from: 0, kind: null, level: 0, isAside: false }];
  const reading = readNotation(text, { split, parties });
  const paragraph = reading.paragraphs[0];
  const places = placesOf(compilation);
  if (paragraph === undefined || reading.paragraphs.length !== 1 || paragraph.choices.length !== places.length)
    return false;
  if (paragraph.label !== null || paragraph.option !== null || paragraph.statusMarks.length > 0) return false;
  const choices = paragraph.choices.toSorted((a, b) => a.from - b.from);
  const pairs = new Map(choices.map((choice, index) => [choice, places[index]] as const));
  const alike = [...pairs].every(([choice, place]) => place !== undefined && isSamePlace(choice, place, form));
  if (!alike) return false;
  const proposals = new Set(places.flatMap(({ options }) => options.flatMap((option) => option.proposals)));
  return [null, ...proposals].every((id) => {
    const runs = resolveWording(paragraph.content, (choice) => picked(pairs.get(choice), id));
    return plainText({ runs }) === plainText({ runs: readCompilation(compilation, id) });
  });
}

/** The alternative that a proposal chooses at a place as it is written: the base first, then the options that are not deletions. */
function picked(place: CompiledChoice | undefined, id: string | null): number | null {
  if (place === undefined) return null;
  const { base, options } = place;
  const chosen = id === null ? undefined : options.find(({ proposals }) => proposals.includes(id));
  if (chosen === undefined) return base === null ? null : 0;
  const others = options.filter(({ runs }) => runs.length > 0);
  return chosen.runs.length === 0 ? null : others.indexOf(chosen) + (base === null ? 0 : 1);
}

function isSamePlace({ alternatives, base }: Choice, place: CompiledChoice, form: NotationForm): boolean {
  const deletion = place.options.find(({ runs }) => runs.length === 0);
  const others = place.options.filter((option) => option !== deletion);
  const expected = [
    ...(place.base === null ? [] : [deletion === undefined ? [] : deletionClauses(deletion)]),
    ...others.map((option) => optionClauses(option, '')),
  ];
  if (alternatives.length !== expected.length) return false;
  if (form === 'none') return alternatives.every(({ clauses }) => clauses.length === 0);
  if ((base === null) !== (place.base === null)) return false;
  return alternatives.every(({ clauses }, index) => {
    const written = clauses.map(({ stance, parties }) => [stance, ...parties.map((party) => party.written)]);
    const wanted = (expected[index] ?? []).map(({ stance, names }) => [stance, ...names]);
    return JSON.stringify(written) === JSON.stringify(wanted);
  });
}
