import { type ParagraphId, plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  actSchema,
  type DelegationId,
  eventSchema,
  paragraphsInText,
  roomHash,
  type TypedParagraph,
} from '../src/index.ts';
import { Conference, chair, delegation, fiji, indonesia, paragraph, secretariat } from './conference.ts';

/** A paragraph read from the drafting room, typed by nobody where no spans are given. */
function typed(id: ParagraphId | null, line: string, spans?: TypedParagraph['typed']): TypedParagraph {
  const words = paragraph(line);
  return { id, ...words, typed: spans ?? [{ length: plainText(words).length, by: null }] };
}

function opened(...lines: readonly (string | readonly [string, string])[]) {
  const conference = new Conference();
  const document = conference.document.id;
  const paragraphs = lines.map((line) =>
    typeof line === 'string' ? { label: '', ...paragraph(line) } : { label: line[0], ...paragraph(line[1]) },
  );
  conference.does(secretariat, { type: 'introduce-draft', document, paragraphs });
  conference.does(chair, { type: 'open-drafting', document, writers: 'all' });
  return conference;
}

function tables(conference: Conference, paragraphs: readonly TypedParagraph[]) {
  const act: Act = { type: 'table-text', document: conference.document.id, hash: roomHash(paragraphs) };
  const events = conference.does(chair, act, { type: 'drafting', paragraphs });
  for (const event of events) expect(eventSchema.parse(event)).toEqual(event);
  return conference.text;
}

describe('Rev.0 [D4]', () => {
  test('from paragraphs that were split, reordered and deleted in the room', () => {
    const conference = opened('OP One and two;', 'OP Three;', 'OP Four.');
    const [one, , four] = paragraphsInText(conference.document).map(({ id }) => id);
    const text = tables(conference, [
      typed(four ?? null, 'OP Four;'),
      typed(one ?? null, 'OP One;'),
      typed(null, 'OP and two.'),
    ]);
    expect(text).toEqual(['1. Four;', '2. One;', '3. and two.']);
    expect(conference.document.order.slice(0, 2)).toEqual([four, one]);
  });

  test('from a reading that names a paragraph twice, or one that never was: the others are new', () => {
    const conference = opened('OP One;', 'OP Two.');
    const [one] = conference.document.order;
    const text = tables(conference, [
      typed(one ?? null, 'OP One;'),
      typed(one ?? null, 'OP again;'),
      typed('nowhere' as never, 'OP Two.'),
    ]);
    expect(text).toEqual(['1. One;', '2. again;', '3. Two.']);
    expect(new Set(conference.document.order).size).toBe(3);
    expect(conference.document.order).not.toContain('nowhere');
  });

  test('credits lie end to end: no empty ones, neighbours of one author joined', () => {
    const conference = opened('OP One;');
    const [one] = conference.document.order;
    const fji: DelegationId = delegation('fji');
    const spans = [
      { length: 0, by: fji },
      { length: 2, by: null },
      { length: 2, by: null },
      { length: 3, by: fji },
      { length: 0, by: null },
      { length: 2, by: fji },
    ];
    tables(conference, [typed(one ?? null, 'OP One more;', spans)]);
    expect(conference.standing('1.').credits).toMatchObject([
      { length: 4, by: [] },
      { length: 5, by: ['fji'] },
    ]);
  });

  test('authors that do not measure the words are a bug, not a record', () => {
    const conference = opened('OP One;');
    const paragraphs = [typed(conference.document.order[0] ?? null, 'OP One more;', [{ length: 3, by: null }])];
    const act: Act = { type: 'table-text', document: conference.document.id, hash: roomHash(paragraphs) };
    expect(() => conference.attempts(chair, act, { type: 'drafting', paragraphs })).toThrow('assertion failed');
  });

  test('a draft with labels of its own gives new paragraphs labels of their kind and level', () => {
    const conference = opened(['A', 'PP Recalling,'], ['7', 'OP One;'], ['7.1', '  OP part;'], ['8', 'OP Two.']);
    const [recalling, one, part, two] = conference.document.order.map((id) => id);
    const text = tables(conference, [
      typed(recalling ?? null, 'PP Recalling,'),
      typed(one ?? null, 'OP One;'),
      typed(part ?? null, '  OP part;'),
      typed(null, '  OP part more;'),
      typed(null, 'PP Noting,'),
      typed(two ?? null, 'OP Two;'),
      typed(null, '  OP first part;'),
      typed(null, 'OP Three.'),
    ]);
    expect(text).toEqual([
      'A Recalling,',
      '7 One;',
      '7.1 part;',
      '7.1bis part more;',
      'A bis Noting,',
      '8 Two;',
      '(a) first part;',
      '8bis Three.',
    ]);
  });
});

test('[A12] a new paragraph is labelled behind the nearest that has a label', () => {
  const conference = new Conference().tabled('OP One;', 'Two.');
  const [, two] = conference.document.order;
  if (two === undefined) throw new Error('no second paragraph');
  conference.tables(conference.reading([fiji], { type: 'replace', paragraphs: [two] }, [[two, 'OP Two;']]), fiji);
  conference.accepts(1);
  conference.tables(conference.reading([indonesia], { type: 'insert', after: two }, [[null, 'OP Three.']]), indonesia);
  conference.accepts(2);
  expect(conference.text[2]).toBe('1. bis Three.');
});

test('two insertions at one place both stand, the first accepted first, under labels in that order', () => {
  const conference = new Conference().tabled('OP One;', 'OP Two.');
  const one = conference.labelled('1.');
  conference.tables(conference.reading([fiji], { type: 'insert', after: one }, [[null, 'OP F;']]), fiji);
  conference.tables(conference.reading([indonesia], { type: 'insert', after: one }, [[null, 'OP I;']]), indonesia);
  conference.accepts(1);
  conference.accepts(2);
  expect(conference.text).toEqual(['1. One;', '1. bis F;', '1. ter I;', '2. Two.']);
});

describe('what comes in from outside', () => {
  test('[D1] nobody gives a text or a delegation a name that looks unlike its bytes', () => {
    for (const name of ['\u202eegasseM', 'Mess\nage', 'Mess\u0000age', '\ud800']) {
      expect(actSchema.safeParse({ type: 'create-document', title: name }).success).toBe(false);
      const participants = [{ id: 'x', name, officialName: 'X', kind: 'other', code: null }];
      expect(actSchema.safeParse({ type: 'accredit', participants }).success).toBe(false);
    }
    expect(actSchema.safeParse({ type: 'create-document', title: ' Message de Bali ' }).data).toMatchObject({
      title: 'Message de Bali',
    });
  });

  test('[D3] the pen is recorded once for each delegation', () => {
    const conference = opened('OP One.');
    const writers = [delegation('fji'), delegation('fji')];
    conference.does(chair, { type: 'open-drafting', document: conference.document.id, writers });
    expect(conference.document.drafting?.writers).toEqual(['fji']);
  });

  test('a list of writers, a statement and a reason have their limits, and no half characters', () => {
    const document = 'message';
    const reopen = (reason: string) => ({ type: 'reopen-paragraph', document, paragraph: 'p', reason });
    const explain = (explanation: string) => ({ type: 'explain-position', document, explanation });
    const pen = (count: number) => ({
      type: 'open-drafting',
      document,
      writers: Array.from({ length: count }, () => 'fji'),
    });
    for (const act of [reopen('why'), explain('Line\nline'), pen(300)])
      expect(actSchema.safeParse(act).success).toBe(true);
    for (const act of [reopen(' '), reopen('\ud800'), explain('\ud800'), explain('\u202e'), pen(301)])
      expect(actSchema.safeParse(act).success).toBe(false);
  });

  test('ids that JavaScript gives a meaning are ids like others', () => {
    const conference = new Conference();
    const participant = {
      id: delegation('constructor'),
      name: 'C',
      officialName: 'C',
      kind: 'other',
      code: null,
    } as const;
    conference.isRefused('C4', secretariat, { type: 'withdraw-accreditation', delegation: participant.id });
    conference.does(secretariat, { type: 'accredit', participants: [participant] });
    expect(conference.state.participants.get(participant.id)?.accredited).toBe(true);
    expect(actSchema.safeParse({ type: 'withdraw-accreditation', delegation: '__proto__' }).success).toBe(false);
    expect(actSchema.safeParse({ type: 'constructor' }).success).toBe(false);
  });

  test('[C2] a conference is in a time zone that there is', () => {
    const { details } = new Conference().state;
    const amend = (timeZone: string) =>
      actSchema.safeParse({ type: 'amend-conference', details: { ...details, timeZone } });
    expect(amend('Asia/Makassar').success).toBe(true);
    for (const wrong of ['', 'Bali', 'Asia/Bali time']) expect(amend(wrong).success).toBe(false);
  });
});
