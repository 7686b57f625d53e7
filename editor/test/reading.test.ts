import type { Sha256 } from '@chapeau/base';
import { type AmendmentId, paragraphIn, positions as allPositions, tagsSchema } from '@chapeau/procedure';
import { type ParagraphId, type Run, sliceRuns, wording } from '@chapeau/text';
import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { progressOf } from '../src/app/progress.ts';
import { spanChoices } from '../src/amendments/spanChoices.ts';
import { unsettled } from '../src/amendments/unsettled.ts';
import { waitingFor } from '../src/amendments/waitingFor.ts';
import { paragraphName, paragraphNames } from '../src/conference/paragraphName.ts';
import { amendmentKinds, longestStatement, positions } from '../src/conference/terms.ts';
import { en } from '../src/i18n/en.ts';
import { openingLength } from '../src/text/opening.ts';
import { sinceRevision } from '../src/text/sinceRevision.ts';
import { standingOf } from '../src/text/standing.ts';
import { trimRuns } from '../src/text/trimRuns.ts';
import { delegation, paragraph, proposed, tabledText } from './negotiation.ts';

const [a, b1, c] = [paragraph('a'), paragraph('b1'), paragraph('c')];

test('the terms of the page are those of the procedure', async () => {
  const { longestStatement: longest } = await import('@chapeau/procedure');
  expect(positions).toEqual(allPositions);
  expect(amendmentKinds).toEqual(tagsSchema.unwrap().shape.kind.options);
  expect(longestStatement).toBe(longest);
});

describe('how a paragraph stands', () => {
  const standing = (id: typeof a, negotiation = tabledText()) => {
    const found = negotiation.document.paragraphs.get(id);
    if (found === undefined) throw new Error('no paragraph');
    return standingOf(found, 0);
  };

  test('open, then agreed', () => {
    const negotiation = tabledText();
    const hash = negotiation.document.paragraphs.get(a)?.hash;
    if (hash === undefined) throw new Error('no hash');
    expect(standing(a, negotiation).tone).toBe('open');
    const agreed = negotiation.happens({
      type: 'paragraphs-agreed',
      document: negotiation.document.id,
      level: 'agreed',
      paragraphs: [{ paragraph: a, hash }],
    });
    expect(standing(a, agreed).tone).toBe('agreed');
    expect(progressOf(agreed.document)).toEqual({ total: 4, agreed: 1, adRef: 0 });
  });

  test('consent lapses when the words change, and waits for those who gave it', () => {
    const negotiation = tabledText()
      .takes('fin', 'support', a)
      .tables('x', { type: 'replace', paragraphs: [a] }, [proposed('a', 'Other words;')])
      .rewords('x', a, 'Other words;');
    expect(standing(a, negotiation).lapsed).toBe(true);
    expect(waitingFor(delegation('fin'), negotiation.document, []).lapsed.map(({ id }) => id)).toEqual(['a']);
    expect(waitingFor(delegation('chl'), negotiation.document, []).lapsed).toEqual([]);
  });
});

describe('since Rev.0', () => {
  test('a paragraph is the same, reworded, or new', () => {
    const { document } = tabledText()
      .tables('x', { type: 'replace', paragraphs: [a] }, [proposed('a', 'Other words;')])
      .rewords('x', a, 'Other words;')
      .inserts('x', paragraph('n'), a, 'Quite new;');
    const since = (id: string) => {
      const found = document.paragraphs.get(paragraph(id));
      return found === undefined ? 'absent' : sinceRevision(found).type;
    };
    expect([since('a'), since('n'), since('c')]).toEqual(['changed', 'new', 'same']);
  });

  test('a new paragraph that is reworded later is still new', () => {
    const { document } = tabledText()
      .tables('x', { type: 'insert', after: a }, [proposed(null, 'Quite new;')])
      .inserts('x', paragraph('n'), a, 'Quite new;')
      .tables('y', { type: 'replace', paragraphs: [paragraph('n')] }, [proposed('n', 'Quite new words;')])
      .rewords('y', paragraph('n'), 'Quite new words;', [
        { length: 10, by: [delegation('jpn')], entry: 4 },
        { length: 6, by: [delegation('fin')], entry: 6 },
      ]);
    const found = document.paragraphs.get(paragraph('n'));
    expect(found === undefined ? 'absent' : sinceRevision(found).type).toBe('new');
  });
});

describe('a paragraph that an amendment put into the text is new', () => {
  const n = paragraph('n');
  const sinceOf = (negotiation: ReturnType<typeof tabledText>) => {
    const found = negotiation.document.paragraphs.get(n);
    return found === undefined ? 'absent' : sinceRevision(found).type;
  };

  test('also where its words are those of a paragraph of Rev.0 that was split', () => {
    const negotiation = tabledText().tables('x', { type: 'replace', paragraphs: [a] }, [proposed('a', 'Encourage')]);
    const split = negotiation.happens({
      type: 'amendment-accepted',
      document: negotiation.document.id,
      amendment: 'x' as AmendmentId,
      hash: '0'.repeat(64) as Sha256,
      steps: [
        {
          type: 'insert',
          after: a,
          paragraph: {
            id: n,
            label: '',
            ...wording('operative', 0, 'cooperation;'),
            credits: [{ length: 12, by: [], entry: 2 }],
          },
        },
      ],
    });
    expect(sinceOf(split)).toBe('new');
  });

  test('also where none of its first words are left', () => {
    const rewritten = tabledText()
      .tables('x', { type: 'insert', after: a }, [proposed(null, 'Quite new;')])
      .inserts('x', n, a, 'Quite new;')
      .tables('y', { type: 'replace', paragraphs: [n] }, [proposed('n', 'Other words altogether;')])
      .rewords('y', n, 'Other words altogether;');
    expect(sinceOf(rewritten)).toBe('new');
  });
});

describe('what is still open', () => {
  const agree = (negotiation: ReturnType<typeof tabledText>, ids: readonly ParagraphId[]) =>
    negotiation.happens({
      type: 'paragraphs-agreed',
      document: negotiation.document.id,
      level: 'agreed',
      paragraphs: ids.map((id) => ({ paragraph: id, hash: paragraphIn(negotiation.document, id).hash })),
    });

  test('amendments on the table, an insertion too; objections; what may be agreed now; at last nothing', () => {
    const negotiation = tabledText()
      .tables('x', { type: 'insert', after: a }, [proposed(null, 'Quite new;')])
      .happens({
        type: 'participants-accredited',
        participants: [{ id: delegation('fin'), name: 'Finland', officialName: 'Finland', kind: 'state', code: 'FI' }],
      })
      .takes('fin', 'object', c);
    const open = unsettled(negotiation.state, negotiation.document);
    expect(open.amendments.map(({ number }) => number)).toEqual([1]);
    expect(open.objected.map((line) => line.paragraph)).toEqual(['c']);
    expect([open.ready, open.settled]).toEqual([3, false]);
    const done = agree(tabledText(), tabledText().document.order);
    expect(unsettled(done.state, done.document)).toMatchObject({ amendments: [], ready: 0, settled: true });
  });

  test('an amendment may reach over all paragraphs that follow, up to the first that is agreed', () => {
    const { document } = tabledText();
    expect(spanChoices(document, a)).toEqual(['b', 'b1', 'c']);
    expect(spanChoices(document, c)).toEqual([]);
    expect(spanChoices(agree(tabledText(), [c]).document, a)).toEqual(['b', 'b1']);
  });
});

describe('names of paragraphs', () => {
  beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

  test('a sub-paragraph is named with the one above it', () => {
    const { document } = tabledText();
    expect(paragraphName(document, b1, i18next.t)).toBe('Paragraph 2 (a)');
    expect(paragraphName(document, c, i18next.t)).toBe('Paragraph 3');
  });

  test('many neighbours are named by the first and the last', () => {
    const { document } = tabledText();
    expect(paragraphNames(document, document.order, i18next.t)).toBe('Paragraph 1 to Paragraph 3');
    expect(paragraphNames(document, [a, b1, c], i18next.t)).toBe('Paragraph 1, Paragraph 2 (a), Paragraph 3');
  });
});

describe('runs', () => {
  const anyRuns = fc.array(
    fc.record({ text: fc.stringMatching(/^[ a-z]{1,6}$/), marks: fc.constantFrom<Run['marks']>([], ['bold']) }),
  );

  test('trimming takes white space from the ends and nothing else', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const text = runs.map((run) => run.text).join('');
        expect(
          trimRuns(runs)
            .runs.map((run) => run.text)
            .join(''),
        ).toBe(text.trim());
      }),
    );
  });

  test('a slice of runs is the slice of their text', () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(20), fc.nat(20), (runs, from, length) => {
        const text = runs.map((run) => run.text).join('');
        const sliced = sliceRuns(runs, from, from + length).map((run) => run.text);
        expect(sliced.join('')).toBe(text.slice(from, from + length));
      }),
    );
  });

  test('the opening words are set in italics where the source leaves it to us', () => {
    const opening = (text: string, level = 0) =>
      openingLength('preambular', level, wording('preambular', level, text).runs);
    expect(opening('Recalling the Message,')).toBe('Recalling'.length);
    expect(opening('Also welcoming the Message,')).toBe('Also welcoming'.length);
    expect(opening('the purposes of such tools;', 1)).toBe(0);
    expect(openingLength('operative', 0, [{ text: 'Decides', marks: ['italic'] }])).toBe(0);
  });
});
