import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNotation } from '../../src/brackets/readNotation.ts';
import { writeVerbatim } from '../../src/brackets/repair.ts';

/** What negotiating texts are made of, and what breaks readers. */
const scrap = fc.constantFrom(
  ...[
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '/',
    ' / ',
    ' - ',
    ' – ',
    '-',
    ':',
    ';',
    ',',
    '.',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\t',
    '\f',
  ],
  ...[
    'US',
    'EU',
    'G77',
    'JPN',
    'delete',
    'retain',
    'shall',
    'should',
    'PP2bis',
    '\n1.',
    '\n2 bis alt.',
    'Option 1:',
    'No text',
    '\n12\n',
    '\n13\n',
  ],
  ...[
    '[Agreed ad ref]',
    '{Placeholder}',
    '\\',
    '\\[',
    '*',
    '**',
    '_',
    '[^1]',
    '<b>',
    '#',
    'ADD',
    '\ufeff',
    '\u0000',
    '\u2028',
    '👩‍👩‍👧',
    'e\u0301',
    'ไทย',
    'العربية',
    '\ud800',
  ],
);
const text = fc.oneof(
  fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test.each(['plain', 'markdown'] as const)('what is read as %s is written back to the last character', (format) => {
  fc.assert(
    fc.property(text, (source) => {
      expect(writeVerbatim(readNotation(source, { format }).tokens)).toBe(source);
    }),
    { numRuns: 2000 },
  );
});
