import { latest } from '@chapeau/procedure';
import { paragraphIdSchema, wording } from '@chapeau/text';
import { expect, test } from 'vitest';
import { writeCompilation } from '../src/writeCompilation.ts';
import { Negotiation } from './negotiation.ts';

test('[A16] in a written compilation a new paragraph that is pending stands behind the one accepted there since', () => {
  const made = new Negotiation([
    { label: '1.', words: 'Decide to meet;' },
    { label: '2.', words: 'Decide to talk.' },
  ]);
  const first = made.inserts(['fji'], '1.', 'Accepted first;');
  made.inserts(['idn'], '1.', 'Still pending;');
  const amendment = made.document.amendments.get(first);
  if (amendment === undefined) throw new Error('no amendment');
  const paragraph = {
    ...{ id: paragraphIdSchema.parse('fresh'), label: '1 bis.', ...wording('operative', 0, 'Accepted first;') },
    credits: [],
  };
  made.happens({
    type: 'amendment-accepted',
    ...{ document: made.id, amendment: first, hash: latest(amendment).hash },
    steps: [{ type: 'insert', after: made.labelled('1.'), paragraph }],
  });
  const wish = { form: 'un', positions: false, at: '2026-01-01T05:00:00.000Z' } as const;
  const { markdown } = writeCompilation(made.state, made.document, wish);
  const places = ['Decide to meet', 'Accepted first', 'Still pending', 'Decide to talk'].map((one) =>
    markdown.indexOf(one),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
