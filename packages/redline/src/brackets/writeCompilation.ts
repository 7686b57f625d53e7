import { plainText } from '@chapeau/text';
import {
  type Compilation,
  type CompiledOption,
  type CompiledSegment,
  type ProposalPosition,
  readCompilation,
} from '../compilation.ts';
import type { Choice } from './choice.ts';
import {
  type DraftAlternative,
  type DraftClause,
  type DraftPart,
  type NotationForm,
  printDraft,
} from './notationDraft.ts';
import type { PartyTable } from './partyTable.ts';
import { readNotation } from './readNotation.ts';
import { resolveWording } from './resolveWording.ts';
import type { Stance } from './stance.ts';

/**
 * Writes a compilation, with escapes only where it would be read otherwise without. What several would add at one place are brackets side
 * by side, not rivals: nobody said that one excludes the other.
 */
export function writeCompilation(compilation: Compilation, form: NotationForm, table: PartyTable): string {
  const apart = additionsApart(compilation);
  const names = new Set(placesOf(compilation).flatMap(({ options }) => options.flatMap(namesOf)));
  const parties = table.knowing([...names]);
  const tidy = printDraft(partsOfCompilation(apart, form, ' '), form, false);
  // Two verbs or numbers side by side are read as rivals, which adds the same.
  const isRead = [apart, compilation].some((meant) => comesBack(tidy, meant, form, parties));
  return isRead ? tidy : printDraft(partsOfCompilation(apart, form, ''), form, true);
}

/** A place of its own for each addition, unless they are endings of a word, or nobody or somebody twice is named for them. */
function additionsApart(compilation: Compilation): Compilation {
  return compilation.flatMap((segment): Compilation => {
    if (segment.type === 'text') return [segment];
    const { base, options } = segment;
    if (base !== null) {
      const within = base.within === null ? null : additionsApart(base.within);
      return [{ ...segment, base: { ...base, within } }];
    }
    const names = options.flatMap((option) => option.names);
    const canBeApart =
      new Set(names).size === names.length &&
      options.every((option) => option.names.length > 0 && standsApart.test(plainText(option)));
    return canBeApart ? options.map((option) => ({ ...segment, options: [option] })) : [segment];
  });
}

const standsApart = /^[\s,;]|\s$/;

function namesOf({ names, positions }: CompiledOption): readonly string[] {
  return [...names, ...positions.map(({ name }) => name)];
}

/** `between` stands between two additions that have no space of their own there. */
function partsOfCompilation(compilation: Compilation, form: NotationForm, between: '' | ' '): readonly DraftPart[] {
  return compilation.flatMap((segment, index): readonly DraftPart[] => {
    if (segment.type === 'text') return [{ type: 'words', text: plainText(segment) }];
    const { base, options } = segment;
    const deletion = options.find(({ runs }) => runs.length === 0);
    const standing: DraftAlternative[] =
      base === null
        ? saysNoText(segment, form)
          ? [{ parts: [{ type: 'text', text: 'No text' }], clauses: [] }]
          : []
        : [
            {
              parts: base.within === null ? words(plainText(base)) : partsOfCompilation(base.within, form, between),
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
    const choice: DraftPart = { type: 'choice', alternatives: [...standing, ...others] };
    const isParted = between !== '' && touches(compilation[index - 1], segment);
    return isParted ? [{ type: 'text', text: between }, choice] : [choice];
  });
}

function touches(before: CompiledSegment | undefined, { base, options }: CompiledChoice): boolean {
  if (before?.type !== 'choice' || before.base !== null || base !== null) return false;
  return (
    !before.options.some((option) => /\s$/.test(plainText(option))) &&
    !options.some((option) => /^\s/.test(plainText(option)))
  );
}

/** Words that nobody is named for stand in the text, unless it is said that nothing does. */
function saysNoText({ base, options }: CompiledChoice, form: NotationForm): boolean {
  return form !== 'none' && base === null && options.some(({ names }) => names.length === 0);
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
  const proposed: DraftClause = { stance: 'propose', names, words: saying };
  return [
    ...(names.length > 0 || saying !== '' ? [proposed] : []),
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
    const runs = resolveWording(paragraph.content, (choice) => picked(pairs.get(choice), id, form));
    return plainText({ runs }) === plainText({ runs: readCompilation(compilation, id) });
  });
}

/** The alternative that a proposal chooses at a place as it is written: the base first, then the options that are not deletions. */
function picked(place: CompiledChoice | undefined, id: string | null, form: NotationForm): number | null {
  if (place === undefined) return null;
  const { base, options } = place;
  const chosen = id === null ? undefined : options.find(({ proposals }) => proposals.includes(id));
  if (chosen === undefined) return base === null ? null : 0;
  const others = options.filter(({ runs }) => runs.length > 0);
  return chosen.runs.length === 0 ? null : others.indexOf(chosen) + (base === null && !saysNoText(place, form) ? 0 : 1);
}

function isSamePlace({ alternatives, base }: Choice, place: CompiledChoice, form: NotationForm): boolean {
  const deletion = place.options.find(({ runs }) => runs.length === 0);
  const others = place.options.filter((option) => option !== deletion);
  const expected = [
    ...(saysNoText(place, form) ? [[]] : []),
    ...(place.base === null ? [] : [deletion === undefined ? [] : deletionClauses(deletion)]),
    ...others.map((option) => optionClauses(option, '')),
  ];
  if (alternatives.length !== expected.length) return false;
  if (form === 'none') return alternatives.every(({ clauses }) => clauses.length === 0);
  if ((base === null) !== (place.base === null && !saysNoText(place, form))) return false;
  return alternatives.every(({ clauses }, index) => {
    const written = clauses.map(({ stance, parties }) => [stance, ...parties.map((party) => party.written)]);
    const wanted = (expected[index] ?? []).map(({ stance, names }) => [stance, ...names]);
    return JSON.stringify(written) === JSON.stringify(wanted);
  });
}
