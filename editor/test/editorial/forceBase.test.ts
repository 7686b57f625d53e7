import type { TextStep } from '@chapeau/procedure';
import { compareTexts } from '@chapeau/redline';
import { type ParagraphId, plainText, type Wording, wording } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { inputOf, sameInput } from '../../src/editorial/checkedInput.ts';
import { forceBases } from '../../src/editorial/forceBase.ts';
import { forceChanges } from '../../src/editorial/forceChanges.ts';
import { rewordingsIn } from '../../src/editorial/rewordings.ts';
import { documentId, type Negotiation, paragraph, proposed, tabledText } from '../negotiation.ts';

const how = { language: 'en', off: ['opening-italics'] } as const;
const [a, b, c, n] = [paragraph('a'), paragraph('b'), paragraph('c'), paragraph('n')];

function reworded(text: Negotiation, name: string, id: ParagraphId, words: string): Negotiation {
  return text.tables(name, { type: 'replace', paragraphs: [id] }, [proposed(id, words)]).rewords(name, id, words);
}

function agrees(text: Negotiation, id = a, level: 'agreed' | 'ad-ref' = 'agreed'): Negotiation {
  const { hash } = text.document.paragraphs.get(id) ?? {};
  if (hash === undefined) throw new Error('no paragraph');
  return text.happens({
    type: 'paragraphs-agreed',
    document: documentId,
    level,
    paragraphs: [{ paragraph: id, hash }],
  });
}

/** Accepts an amendment of these paragraphs by these steps. */
function accepts(text: Negotiation, ids: readonly ParagraphId[], steps: readonly TextStep[]): Negotiation {
  const name = `x${text.state.seq}`;
  const paragraphs = ids.map((id) => proposed(id, 'whatever'));
  const amendment = text.tables(name, { type: 'replace', paragraphs: ids }, paragraphs).document.amendments.last();
  if (amendment === undefined) throw new Error('no amendment');
  const { hash } = amendment.versions[0] ?? {};
  if (hash === undefined) throw new Error('no version');
  return text.happens({ type: 'amendment-accepted', document: documentId, amendment: amendment.id, hash, steps });
}

function rewords(id: ParagraphId, words: string): TextStep {
  return { type: 'reword', paragraph: id, wording: wording('operative', 0, words), credits: [] };
}

function inserts(after: ParagraphId, id: ParagraphId, words: string): TextStep {
  return { type: 'insert', after, paragraph: { id, label: '', ...wording('operative', 0, words), credits: [] } };
}

function baseOf(text: Negotiation, id = a): string | null {
  const base = forceBases(text.document).get(id);
  return base === undefined ? null : `${base.since}: ${plainText(base)}`;
}

/** What the margin says of the force of each paragraph. */
function force(text: Negotiation): readonly string[] {
  const { paragraphs, agreed } = inputOf(text.document, how);
  return paragraphs.flatMap((one) =>
    forceChanges(
      [{ before: agreed.get(one.id) ?? one.runs, after: one.runs, kind: one.kind, level: one.level }],
      'en',
    ).map(({ parameters: { problem, was, is } }) => `${one.id} ${problem}: ${was} → ${is}`),
  );
}

describe('the force of a paragraph', () => {
  test('is compared with the text as it was tabled until the paragraph is agreed', () => {
    expect(baseOf(tabledText())).toBeNull();
    expect(baseOf(reworded(tabledText(), 'x', a, 'Urge cooperation;'))).toBe('tabled: Encourage cooperation;');
  });

  test.each(['agreed', 'ad-ref'] as const)(
    'is compared with the words last %s, also when reopened and reworded twice',
    (level) => {
      const text = agrees(reworded(tabledText(), 'x', a, 'Urge cooperation;'), a, level);
      expect(baseOf(text)).toBeNull();
      text.happens({ type: 'paragraph-reopened', document: documentId, paragraph: a, reason: 'new facts' });
      expect(baseOf(text)).toBeNull();
      reworded(reworded(text, 'y', a, 'Invite cooperation;'), 'z', a, 'Note cooperation;');
      expect(baseOf(text)).toBe('agreed: Urge cooperation;');
      expect(baseOf(reworded(text, 'w', a, 'Urge cooperation;'))).toBeNull();
    },
  );

  test('of a paragraph that an amendment put in is compared with how it came in, then with what was agreed', () => {
    const shall = 'States shall report;';
    const text = tabledText().tables('x', { type: 'insert', after: b }, [proposed(null, shall)]);
    expect(baseOf(text.inserts('x', n, b, shall), n)).toBeNull();
    expect(baseOf(reworded(text, 'y', n, 'States should report;'), n)).toBe('inserted: States shall report;');
    expect(baseOf(agrees(text, n), n)).toBeNull();
  });

  test('of one that only moved has not changed', () => {
    const text = accepts(tabledText(), [a], [{ type: 'move', paragraph: a, after: c }]);
    expect(text.document.order.at(-1)).toBe(a);
    expect(forceBases(text.document).size).toBe(0);
  });

  test('changes what is checked; a position does not', () => {
    const text = tabledText();
    const before = inputOf(text.document, how);
    expect(sameInput(before, inputOf(text.takes('jpn', 'support', a).document, how))).toBe(true);
    expect(sameInput(before, inputOf(text.document, { ...how, language: 'fr' }))).toBe(false);
    expect(sameInput(before, inputOf(reworded(text, 'x', a, 'Urge cooperation;').document, how))).toBe(false);
  });
});

describe('of a paragraph that was parted', () => {
  const whole = 'Each State shall share its data with the others and each firm must train its people every year;';
  const parted = (first: string, second: string) =>
    accepts(reworded(tabledText(), 'w', a, whole), [a], [rewords(a, first), inserts(a, n, second)]);
  const tabledWhole = (text: Negotiation) => agrees(text);

  test('each part is compared with its part of the words: what went along has not changed', () => {
    const text = agrees(reworded(tabledText(), 'w', a, whole));
    accepts(
      text,
      [a],
      [
        rewords(a, 'Each State shall share its data with the others;'),
        inserts(a, n, 'Each firm must train its people every year;'),
      ],
    );
    expect(force(text)).toEqual([]);
    expect(baseOf(text)).toBe('agreed: Each State shall share its data with the others and ');
    expect(baseOf(text, n)).toBe('agreed: each firm must train its people every year;');
  });

  test('what changed on the way is told in the part where it stands, also after another change', () => {
    const text = tabledWhole(reworded(tabledText(), 'w', a, whole));
    accepts(
      text,
      [a],
      [
        rewords(a, 'Each State shall share its data with the others;'),
        inserts(a, n, 'Each firm may train its people every year;'),
      ],
    );
    expect(force(text)).toEqual(['n weaker: must → may']);
    reworded(text, 'z', n, 'Each firm can train its people every year;');
    expect(force(text)).toEqual(['n weaker: must → can']);
    expect(sameInput(inputOf(text.document, how), inputOf(text.takes('jpn', 'support', a).document, how))).toBe(true);
  });

  test('a new paragraph that merely came along has nothing to be compared with', () => {
    const text = parted(
      'Each State should share its data with the others and each firm must train its people every year;',
      'Decide to meet in Bali next year;',
    );
    expect(baseOf(text, n)).toBeNull();
  });
});

describe('of paragraphs that were joined', () => {
  const [one, other] = [
    'Each State shall share its data with the others;',
    'Each firm must train its people every year;',
  ];

  test('the whole is compared with the words of both', () => {
    const text = agrees(agrees(reworded(reworded(tabledText(), 'v', a, one), 'w', b, other)), b);
    accepts(
      text,
      [a, b],
      [
        rewords(a, 'Each State should share its data with the others and each firm must train its people every year;'),
        { type: 'delete', paragraph: b },
      ],
    );
    expect(force(text)).toEqual(['a weaker: shall → should']);
    expect(sameInput(inputOf(text.document, how), inputOf(text.takes('jpn', 'support', a).document, how))).toBe(true);
  });
});

describe('what a proposal does to the force of the text', () => {
  type Line = { readonly id: string | null } & Wording;
  const line = (id: string | null, words: string): Line => ({ id, ...wording('operative', 0, words) });
  const said = (before: readonly Line[], after: readonly Line[]) =>
    forceChanges(rewordingsIn(compareTexts(before, after)), 'en').map(
      ({ parameters: { problem, was, is } }) => `${problem}: ${was} → ${is}`,
    );
  const [share, train] = [
    'Each State shall share its data with the others',
    'each firm must train its people every year',
  ];

  test('counts what is parted as one, and what is joined', () => {
    const whole = line('a', `${share} and ${train};`);
    const [first, second] = [line('a', `${share};`), line(null, `${train};`)];
    expect(said([whole], [first, second])).toEqual([]);
    expect(said([whole], [first, line(null, `${train.replace('must', 'may')};`)])).toEqual(['weaker: must → may']);
    expect(said([line('a', `${share};`), line('b', `${train};`)], [whole])).toEqual([]);
    expect(said([line('a', `${share};`), line('b', `${train.replace('must', 'may')};`)], [whole])).toEqual([
      'stronger: may → must',
    ]);
  });

  test('of an opening verb that no table ranks is said as well; of a new paragraph nothing', () => {
    expect(said([line('a', 'Condemns it;')], [line('a', 'Deplores it;')])).toEqual(['different: condemns → deplores']);
    expect(said([line('a', 'Condemns it;')], [line('a', 'Condemns it;'), line(null, 'Decides to meet;')])).toEqual([]);
  });
});
