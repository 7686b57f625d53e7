import { describe, expect, test } from 'vitest';
import { latest, touchesBy } from '../src/index.ts';
import { Conference, chair, chile, fiji, indonesia } from './conference.ts';

type Writer = Parameters<Conference['tables']>[1];
type Line = readonly [null, string];

/** A text of two paragraphs on the table. */
function twoParagraphs(): Conference {
  return new Conference().tabled('OP One;', 'OP Two.');
}

/** Tables new paragraphs behind the one with this label; null: at the head. */
function inserts(conference: Conference, by: Writer, after: string | null, ...lines: readonly string[]): void {
  const scope = { type: 'insert', after: after === null ? null : conference.labelled(after) } as const;
  const rows = lines.map((line): Line => [null, `OP ${line}`]);
  conference.tables(conference.reading([by], scope, rows), by);
}

function words(conference: Conference): readonly string[] {
  return conference.text.map((line) => line.replace(/^\S+ (?:bis |ter |quater |quinquies )?/, ''));
}

/** Accepts the new paragraph that stands at this index in the amendment's version in force. */
function acceptsNew(conference: Conference, number: number, index: number): void {
  const { id } = conference.amendment(number);
  const { hash } = latest(conference.amendment(number));
  conference.does(chair, {
    type: 'accept-hunks',
    document: conference.document.id,
    amendment: id,
    hash,
    hunks: [{ paragraph: null, hunks: [`new-${index}`] }],
  });
}

describe('[A16] new paragraphs of several amendments at one place', () => {
  test('stand in the order in which they were accepted, whichever was tabled first', () => {
    const conference = twoParagraphs();
    inserts(conference, fiji, '1.', 'Of Fiji;');
    inserts(conference, chile, '1.', 'Of Chile;');
    inserts(conference, indonesia, '1.', 'Of Indonesia;');
    for (const number of [2, 3, 1]) conference.accepts(number);
    expect(words(conference)).toEqual(['One;', 'Of Chile;', 'Of Indonesia;', 'Of Fiji;', 'Two.']);
  });

  test('so too at the head of the text, and behind a paragraph that is reworded with them', () => {
    const conference = twoParagraphs();
    const one = conference.labelled('1.');
    inserts(conference, fiji, null, 'First;');
    inserts(conference, chile, null, 'Then;');
    inserts(conference, fiji, '1.', 'Of Fiji;');
    const reworded = conference.reading([chile], { type: 'replace', paragraphs: [one] }, [
      [one, 'OP One more;'],
      [null, 'OP Of Chile;'],
    ]);
    conference.tables(reworded, chile);
    for (const number of [1, 2, 3, 4]) conference.accepts(number);
    expect(words(conference)).toEqual(['First;', 'Then;', 'One more;', 'Of Fiji;', 'Of Chile;', 'Two.']);
  });

  test('stand before the paragraph before which they were put, whichever is accepted first', () => {
    const texts = [[1, 2] as const, [2, 1] as const].map((order) => {
      const conference = twoParagraphs();
      const two = conference.labelled('2.');
      inserts(conference, fiji, '1.', 'Behind the first;');
      const before = conference.reading([chile], { type: 'replace', paragraphs: [two] }, [
        [null, 'OP Before the second;'],
        [two, 'OP Two.'],
      ]);
      conference.tables(before, chile);
      for (const number of order) conference.accepts(number);
      return words(conference);
    });
    expect(texts).toEqual([texts[0], texts[0]]);
    expect(texts[0]).toEqual(['One;', 'Behind the first;', 'Before the second;', 'Two.']);
  });

  test('are placed as their sponsors place them where they saw the others', () => {
    const conference = twoParagraphs();
    inserts(conference, fiji, '1.', 'Of Fiji;');
    conference.accepts(1);
    inserts(conference, chile, '1.', 'Of Chile;');
    conference.accepts(2);
    expect(words(conference)).toEqual(['One;', 'Of Chile;', 'Of Fiji;', 'Two.']);
  });

  test('of one amendment stay together, also when they are accepted one by one and another comes in between', () => {
    const conference = twoParagraphs();
    inserts(conference, fiji, '1.', 'A;', 'B;');
    inserts(conference, chile, '1.', 'Of Chile;');
    acceptsNew(conference, 1, 0);
    conference.accepts(2);
    expect(words(conference)).toEqual(['One;', 'A;', 'Of Chile;', 'Two.']);
    conference.accepts(1);
    expect(words(conference)).toEqual(['One;', 'A;', 'B;', 'Of Chile;', 'Two.']);
  });
});

test('[A16] a new paragraph that is pending touches the one it is proposed behind, and says where it would come to stand', () => {
  const conference = twoParagraphs();
  const one = conference.labelled('1.');
  inserts(conference, fiji, '1.', 'Of Fiji;');
  inserts(conference, chile, '1.', 'Of Chile;');
  inserts(conference, indonesia, null, 'Of Indonesia;');
  const insertion = (number: number) => touchesBy(conference.document, conference.amendment(number));
  expect(insertion(2)).toMatchObject([[one, { type: 'insertion', at: one, behind: one }]]);
  conference.accepts(1);
  const ofFiji = conference.document.order[1];
  expect(insertion(2)).toMatchObject([[one, { at: one, behind: ofFiji }]]);
  expect(insertion(3)).toMatchObject([['head', { at: 'head', behind: 'head' }]]);
  inserts(conference, fiji, '1.', 'Written later;');
  expect(insertion(4)).toMatchObject([[one, { at: one, behind: one }]]);
});

describe('[A16] paragraphs moved to one place', () => {
  /** Five paragraphs, and moves of those with these labels behind the first, each by an amendment of its own. */
  function moving(...labels: readonly (readonly string[])[]): Conference {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three;', 'OP Four;', 'OP Five.');
    const after = conference.labelled('1.');
    for (const given of labels) {
      const paragraphs = given.map((label) => conference.labelled(label));
      conference.tables(conference.reading([fiji], { type: 'move', paragraphs, after }, []), fiji);
    }
    return conference;
  }

  test('stand in the order in which they were accepted, those of one amendment together', () => {
    const conference = moving(['3.'], ['4.', '5.']);
    conference.accepts(2);
    conference.accepts(1);
    expect(words(conference)).toEqual(['One;', 'Four;', 'Five.', 'Three;', 'Two;']);
  });

  test('so do new paragraphs among them', () => {
    const conference = moving(['3.']);
    inserts(conference, chile, '1.', 'Of Chile;');
    inserts(conference, indonesia, '1.', 'Of Indonesia;');
    for (const number of [2, 1, 3]) conference.accepts(number);
    expect(words(conference)).toEqual(['One;', 'Of Chile;', 'Three;', 'Of Indonesia;', 'Two;', 'Four;', 'Five.']);
  });

  test('what was moved there before a move was written stays behind it', () => {
    const conference = moving(['3.']);
    conference.accepts(1);
    const scope = { type: 'move', paragraphs: [conference.labelled('5.')], after: conference.labelled('1.') } as const;
    conference.tables(conference.reading([chile], scope, []), chile);
    conference.accepts(2);
    expect(words(conference)).toEqual(['One;', 'Five.', 'Three;', 'Two;', 'Four;']);
  });

  test('a paragraph that came there is moved past the others, never behind itself', () => {
    const conference = moving(['3.'], ['3.'], ['4.']);
    conference.accepts(3);
    conference.accepts(1);
    expect(words(conference)).toEqual(['One;', 'Four;', 'Three;', 'Two;', 'Five.']);
    if (conference.amendment(2).status === 'tabled') conference.accepts(2);
    expect(words(conference)).toEqual(['One;', 'Four;', 'Three;', 'Two;', 'Five.']);
  });
});
