import { type Run, type Wording, wording } from '@chapeau/text';
import fc from 'fast-check';
import type { Proposal } from '../src/index.ts';

/** Few words, so that they meet again; and all that is awkward: emoji, combining marks, scripts without spaces, right to left. */
const vocabulary = [
  ...['the', 'and', 'shall', 'should', 'parties', 'voluntary', 'co-operation', 'A/RES/78/1', '(a)', '1.5'],
  ...['agree', 'agreed', 'agrees', 'State', 'States', '50 %'],
  ...[' ', ' ', ' ', ' ', ' ', ' ', '  ', '\u00a0', ',', ', ', '; ', '. ', '/', '-', '[', '\u2019'],
  ...[
    '👩‍👩‍👧‍👦',
    '🇫🇯',
    'e\u0301tude',
    'ประเทศไทยและลาว',
    '人工智能治理',
    'الدبلوماسية الرقمية',
    'क्षमता',
    'ພາສາລາວ',
    '\u0301',
  ],
];

const marks = fc.subarray(['bold', 'italic', 'underline'] as const);
const run: fc.Arbitrary<Run> = fc.record({
  text: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 }).map((words) => words.join('')),
  marks: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: marks }),
});

function ofRuns(runs: readonly Run[]): Wording {
  return wording('operative', 0, runs);
}

/** A paragraph; sometimes an empty one. */
export const paragraph: fc.Arbitrary<Wording> = fc.array(run, { maxLength: 8 }).map(ofRuns);

/** An edit of a paragraph: the runs replaced from a point on, how many and by what. */
interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly put: readonly Run[];
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(40),
  drop: fc.nat(6),
  put: fc.array(run, { maxLength: 1 }),
});

/** A paragraph and some made from it by edits at any character boundary, so that most words stay. */
export function family(members: number): fc.Arbitrary<{ base: Wording; variants: readonly Wording[] }> {
  const variant = fc.oneof(
    { weight: 6, arbitrary: fc.array(edit, { maxLength: 3 }) },
    { weight: 1, arbitrary: paragraph },
  );
  return fc
    .record({ base: paragraph, edits: fc.array(variant, { minLength: members, maxLength: members }) })
    .map(({ base, edits }) => ({
      base,
      variants: edits.map((change) => ('runs' in change ? change : ofRuns(change.reduce(edited, base.runs)))),
    }));
}

/** A paragraph with proposals for it, as a family of few or many, some of them deletions, some of them equal. */
export const proposals: fc.Arbitrary<{ base: Wording; proposals: readonly Proposal[] }> = fc
  .integer({ min: 0, max: 6 })
  .chain((count) =>
    fc.record({ family: family(count), fates: fc.array(fc.nat(9), { minLength: count, maxLength: count }) }),
  )
  .map(({ family: { base, variants }, fates }) => ({
    base,
    proposals: fates.map((fate, index) => ({
      id: `a${index}`,
      names: [['Fiji', 'Chile', 'Japan', 'India'][index % 4] as string, ...(fate > 6 ? ['Australia'] : [])],
      wording: fate === 0 ? null : ((fate === 1 ? variants[0] : variants[index]) ?? null),
    })),
  }));

function edited(runs: readonly Run[], { at, drop, put }: Edit): readonly Run[] {
  const characters = runs.flatMap(({ text, marks }) => Array.from(text, (character) => ({ text: character, marks })));
  const start = characters.length === 0 ? 0 : at % (characters.length + 1);
  return [...characters.slice(0, start), ...put, ...characters.slice(start + drop)];
}
