import fc from 'fast-check';

/** Names known and unknown, a group, and two spellings of one State. */
export const someNames = ['EU', 'Fiji', 'Chile', 'CANZ', 'Zembla', 'US', 'USA', 'G77'] as const;

const word = fc.constantFrom(
  'meet',
  'share',
  'open',
  'data',
  'soon',
  'and',
  'or',
  'act',
  'the Parties',
  'shall',
  'should',
);
const names = fc.array(fc.constantFrom(...someNames), { minLength: 1, maxLength: 3 }).map((some) => some.join(', '));
const stance = fc.constantFrom(
  '',
  ' delete',
  ' retain',
  ' support',
  ' reserve',
  ' flexible',
  ' oppose',
  ' bracket whole para',
  ': unheard-of thing',
);
const clause = fc.tuple(names, stance).map(([who, what]) => `${who}${what}`);
const said = fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => clauses.join('; '));

/** Words with brackets in them, in any of the forms, nested. */
const { words } = fc.letrec<{ words: string; bracket: string; alternative: string }>((tie) => ({
  words: fc
    .array(fc.oneof({ maxDepth: 3 }, { arbitrary: word, weight: 3 }, { arbitrary: tie('bracket'), weight: 2 }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(' ')),
  alternative: fc.oneof(tie('words'), word, fc.constant('No text')),
  bracket: fc.oneof(
    fc.tuple(tie('alternative'), said).map(([text, by]) => `[${text} - ${by}]`),
    fc.tuple(tie('alternative'), said).map(([text, by]) => `[${text}] (${by})`),
    tie('alternative').map((text) => `[${text}]`),
    fc.tuple(tie('alternative'), tie('alternative')).map(([a, b]) => `[${a}][${b}]`),
    fc.tuple(tie('alternative'), said, tie('alternative'), said).map(([a, x, b, y]) => `[${a} - ${x} / ${b} - ${y}]`),
    fc.tuple(names, tie('alternative')).map(([who, text]) => `[${who}: ${text}]`),
    fc.constant('[To be deleted - Fiji]'),
  ),
}));

const lead = fc.constantFrom(
  '',
  '',
  '(a) ',
  '(b) ',
  'Option 1: ',
  'Option 2: ',
  'Option 3: No text. ',
  'PP2 ',
  '1 alt. ',
  '# ',
);
const end = fc.oneof(
  fc.constant(';'),
  fc.constant('.'),
  said.map((by) => `; (${by})`),
  said.map((by) => ` (${by}: delete para)`),
);
const edge = fc.constantFrom('', '', '', '', '[', ']', '[', '] (EU)', ' - Chile]', ' - US; G77 delete]');

const paragraph = fc
  .record({
    before: lead,
    opener: fc.constantFrom('', '', '', '['),
    text: words,
    after: end,
    last: edge,
    isNumbered: fc.boolean(),
  })
  .map(({ before, opener, text, after, last, isNumbered }) => ({
    isNumbered,
    rest: `${opener}${before}${text}${after}${last}`,
  }));

/** Texts under negotiation as people leave them: every notation, brackets over several paragraphs, options, rivals, and some signs too many. */
export const notations: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 7 })
  .map((some) => some.map(({ isNumbered, rest }, nth) => `${isNumbered ? `${nth + 1}. ` : ''}${rest}`).join('\n'));
