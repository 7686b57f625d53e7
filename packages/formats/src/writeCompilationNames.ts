import type { ConferenceState, DelegationId, Position } from '@chapeau/procedure';
import type { NotationForm, PartyTable } from '@chapeau/redline/brackets';
import { delegationNamed } from './compilationParties.ts';
import { noted, type NotedRun } from './writeCompilationWords.ts';

/** Whose proposals a compilation shows, as it writes them. */
export interface WrittenNames {
  readonly of: (id: DelegationId) => string;
  readonly all: readonly string[];
}

/**
 * A participant's name in brackets: its code, as on the screens of the conference; where whoever reads the text would take the code for
 * somebody else, the name on its plate.
 */
export function writtenNames({ participants }: ConferenceState, table: PartyTable): WrittenNames {
  const here = [...participants.values()];
  const names = new Map(
    here.map(({ id, name, officialName }) => {
      const code = id.toUpperCase();
      const meansIt = (spelling: string, isKnown: boolean) => {
        const meanings = table.resolve(spelling);
        const party = { key: '', spellings: [spelling], meanings, count: 1 };
        return meanings.length > 0 === isKnown && delegationNamed(party, here) === id;
      };
      const spellings = [code, name, officialName].filter((spelling) => !/[[\](){},;:/]/.test(spelling));
      const known = spellings.find((spelling) => meansIt(spelling, true));
      return [id, known ?? spellings.find((spelling) => meansIt(spelling, false)) ?? code] as const;
    }),
  );
  return { of: (id) => names.get(id) ?? id.toUpperCase(), all: [...names.values()] };
}

/** What others say of a proposal or of words, in the words of the notation. */
export const verbOfPosition: Readonly<Record<Position, string>> = {
  support: 'support',
  flexible: 'flexible',
  reserve: 'reserve',
  object: 'oppose',
  awaiting: 'pending',
};

/** `USA, JPN; CHL oppose`, where something is said in words rather than in brackets; empty in a form without names. */
export function saidBy(
  names: readonly string[],
  positions: readonly { readonly name: string; readonly position: Position }[],
  form: NotationForm,
): string {
  if (form === 'none') return '';
  const others = [...Map.groupBy(positions, ({ position }) => position)].map(
    ([position, held]) => `${held.map(({ name }) => name).join(', ')} ${verbOfPosition[position]}`,
  );
  return [names.join(', '), ...others].filter((part) => part !== '').join('; ');
}

/** `FJI, CHL delete; USA retain`: who would have words deleted, and what others say of that. */
export function saidOfDeletion(
  names: readonly string[],
  positions: readonly { readonly name: string; readonly position: Position }[],
  form: NotationForm,
): string {
  if (form === 'none') return '';
  const of = (position: Position) => (position === 'object' ? 'retain' : `${verbOfPosition[position]} deletion`);
  const told = [
    { who: names, what: 'delete' },
    ...[...Map.groupBy(positions, ({ position }) => position)].map(([position, held]) => ({
      who: held.map(({ name }) => name),
      what: of(position),
    })),
  ];
  const before = form === 'un' ? ': ' : ' ';
  return told.flatMap(({ who, what }) => (who.length === 0 ? [] : [`${who.join(', ')}${before}${what}`])).join('; ');
}

/** The end of a bracket, with what is said of it where each form has that. */
export function closing(said: string, form: NotationForm): readonly NotedRun[] {
  const end = noted('sign', ']');
  if (said === '') return [end];
  return form === 'un' ? [end, noted('said', ` (${said})`)] : [noted('said', ` - ${said}`), end];
}
