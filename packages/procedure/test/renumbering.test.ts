import { present } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conferenceDetailsSchema,
  eventSchema,
  isLive,
  latest,
  liveAmendments,
  paragraphsInText,
  positionsOn,
  stateFromJson,
  stateToJson,
} from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, secretariat } from './conference.ts';
import { attemptOf, Choices, choices, onTheTable, tries } from './negotiation.ts';

function renumberAct(conference: Conference) {
  return { type: 'renumber', document: conference.document.id, textHash: conference.textHash } as const;
}

/** The text of which paragraph 2 was deleted: 1, 3, 4, where 4 speaks of 3. */
function withGap(): Conference {
  const conference = new Conference().tabled(
    'PP Recalling paragraph 3 of resolution 70/1,',
    'OP Share;',
    'OP Meet;',
    'OP Train each year;',
    'OP Report on paragraph 3 above.',
  );
  const scope = { type: 'delete', paragraphs: [conference.labelled('2.')] } as const;
  conference.tables(conference.reading([fiji], scope, []), fiji);
  conference.accepts(1);
  return conference;
}

function takesPosition(conference: Conference, label: string, by: typeof fiji, position: 'support' | 'object') {
  const { id: paragraph, hash } = conference.standing(label);
  const on = { type: 'paragraph', paragraph, hash } as const;
  conference.does(by, {
    type: 'take-position',
    document: conference.document.id,
    on,
    position,
    statement: 'As it reads',
  });
}

function agrees(conference: Conference, label: string) {
  const { id: paragraph, hash } = conference.standing(label);
  const document = conference.document.id;
  conference.does(chair, { type: 'declare-agreed', document, level: 'agreed', paragraphs: [{ paragraph, hash }] });
}

describe('[N1] renumbering is an act of the secretariat on the exact text', () => {
  test('of no other role', () => {
    const conference = withGap();
    for (const by of [chair, indonesia]) conference.isRefused('G1', by, renumberAct(conference));
  });

  test('on words that have changed it is refused', () => {
    const conference = withGap();
    const act = renumberAct(conference);
    conference.rewords(chile, '1.', 'OP Share more;');
    conference.accepts(2);
    conference.isRefused('G5', secretariat, act);
  });

  test('in no other stage', () => {
    const drafting = new Conference().introduced('OP Share;');
    drafting.isRefused('G4', secretariat, renumberAct(drafting));
    const conference = withGap();
    conference.agreesAll();
    const { textHash } = conference;
    conference.does(chair, { type: 'open-adoption', document: conference.document.id, textHash });
    conference.isRefused('G4', secretariat, renumberAct(conference));
    conference.does(chair, { type: 'gavel', document: conference.document.id, textHash });
    conference.isRefused('F6', secretariat, renumberAct(conference));
  });
});

test('[N2] a text that is numbered so already is not renumbered', () => {
  const conference = withGap();
  conference.does(secretariat, renumberAct(conference));
  conference.isRefused('N2', secretariat, renumberAct(conference));
});

test('[N3] the entry is a concordance table of all numbered paragraphs', () => {
  const conference = withGap();
  const before = paragraphsInText(conference.document);
  const [event] = conference.does(secretariat, renumberAct(conference));
  expect(event?.type === 'text-renumbered' && event.concordance).toEqual(
    before.map(({ id, label }, index) => ({ paragraph: id, from: label, to: ['PP1', '1.', '2.', '3.'][index] })),
  );
  expect(event?.type === 'text-renumbered' && event.hash).toBe(conference.textHash);
  expect(conference.document.renumbered).toBe(conference.state.seq);
  expect(paragraphsInText(conference.document).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('[N4] references follow what they name; those to other texts stay', () => {
  const conference = withGap();
  const [event] = conference.does(secretariat, renumberAct(conference));
  expect(conference.text).toEqual([
    'PP1 Recalling paragraph 3 of resolution 70/1,',
    '1. Share;',
    '2. Train each year;',
    '3. Report on paragraph 2 above.',
  ]);
  const target = conference.labelled('2.');
  expect(event?.type === 'text-renumbered' && event.rewordings.map(({ changes }) => changes)).toEqual([
    [{ from: 20, to: 21, was: '3', is: '2', target }],
  ]);
});

describe('[N5] a mechanical rewording', () => {
  test('keeps agreement, positions with the wording they were taken on, and the earlier wording', () => {
    const conference = withGap();
    takesPosition(conference, '4.', indonesia, 'support');
    agrees(conference, '4.');
    const before = conference.standing('4.');
    const [event] = conference.does(secretariat, renumberAct(conference));
    const after = conference.standing('3.');
    expect(after.status).toBe('agreed');
    expect(after.hash).not.toBe(before.hash);
    expect(positionsOn(after.positions, after.hash)).toEqual([
      [delegation('idn'), { ...before.positions.get(delegation('idn')), hash: after.hash, takenOn: before.hash }],
    ]);
    expect(after.earlier.at(-1)).toMatchObject({ hash: before.hash, until: conference.state.seq });
    expect(event).toMatchObject({ rewordings: [{ was: before.hash, positions: ['idn'] }] });
    expect(after.credits.reduce((sum, { length }) => sum + length, 0)).toBe(plainText(after).length);
  });

  test('keeps an objection, which still bars agreement', () => {
    const conference = withGap();
    takesPosition(conference, '4.', chile, 'object');
    conference.does(secretariat, renumberAct(conference));
    const { id: paragraph, hash } = conference.standing('3.');
    const act = {
      type: 'declare-agreed',
      document: conference.document.id,
      level: 'agreed',
      paragraphs: [{ paragraph, hash }],
    } as const;
    conference.isRefused('P6', chair, act);
    takesPosition(conference, '3.', chile, 'support');
    conference.does(chair, act);
  });

  test('revives no position that had lapsed', () => {
    const conference = withGap();
    takesPosition(conference, '4.', indonesia, 'support');
    conference.rewords(chile, '4.', 'OP Report in public on paragraph 3 above.');
    conference.accepts(2);
    conference.does(secretariat, renumberAct(conference));
    const { positions, hash } = conference.standing('3.');
    expect(positionsOn(positions, hash)).toEqual([]);
  });
});

describe('[N6] live amendments', () => {
  test('are carried over, with the positions on them', () => {
    const conference = withGap();
    conference.rewords(fiji, '4.', 'OP Report in public on paragraph 3 above.');
    const amendment = conference.amendment(2);
    const on = { type: 'amendment', amendment: amendment.id, hash: latest(amendment).hash } as const;
    const document = conference.document.id;
    conference.does(chile, { type: 'take-position', document, on, position: 'support', statement: '' });
    conference.does(secretariat, renumberAct(conference));
    const after = conference.amendment(2);
    expect(latest(after).paragraphs.map(plainText)).toEqual(['Report in public on paragraph 2 above.']);
    expect(positionsOn(after.positions, latest(after).hash).map(([id]) => id)).toEqual(['chl']);
    conference.accepts(2);
    expect(conference.text.at(-1)).toBe('3. Report in public on paragraph 2 above.');
  });

  test('that delete a paragraph with a reference go on deleting it', () => {
    const conference = withGap();
    const scope = { type: 'delete', paragraphs: [conference.labelled('4.')] } as const;
    conference.tables(conference.reading([fiji], scope, []), fiji);
    conference.does(secretariat, renumberAct(conference));
    expect(conference.amendment(2).status).toBe('tabled');
    conference.accepts(2);
    expect(conference.text).toHaveLength(3);
  });

  test('whose own words speak of a number that moved are listed', () => {
    const conference = withGap();
    const scope = { type: 'insert', after: conference.labelled('4.') } as const;
    conference.tables(conference.reading([fiji], scope, [[null, 'OP Review paragraph 3 above.']]), fiji);
    const named = conference.labelled('3.');
    const [event] = conference.does(secretariat, renumberAct(conference));
    const amendment = conference.amendment(2).id;
    expect(event).toMatchObject({ misled: [{ amendment, proposed: 0, from: 17, to: 18, named }] });
    expect(isLive(conference.amendment(2))).toBe(true);
  });
});

test('the conference may have a rule of its own; records without one have the usual', () => {
  const conference = new Conference();
  const details = present(conference.state.details, 'details');
  expect(conferenceDetailsSchema.parse(details)).toEqual(details);
  const numbering = { scheme: 'prefixed', bis: 'alternative', language: 'en' } as const;
  conference.does(secretariat, { type: 'amend-conference', details: { ...details, numbering } });
  conference.tabled('PP Recalling,', 'OP Share;', 'OP Meet.');
  expect(conference.text).toEqual(['PP1 Recalling,', 'OP1 Share;', 'OP2 Meet.']);
  const scope = { type: 'insert', after: conference.labelled('OP1') } as const;
  conference.tables(conference.reading([fiji], scope, [[null, 'OP Train;']]), fiji);
  conference.accepts(1);
  expect(conference.text).toContain('OP1A Train;');
  conference.does(secretariat, renumberAct(conference));
  expect(conference.text).toEqual(['PP1 Recalling,', 'OP1 Share;', 'OP2 Train;', 'OP3 Meet.']);
});

test('whatever came before, renumbering lapses nothing, loses no word, and every event is one that the schema knows', () => {
  let renumbered = 0;
  fc.assert(
    fc.property(fc.array(choices, { minLength: 8, maxLength: 30, size: 'max' }), (turns) => {
      const conference = onTheTable();
      for (const numbers of turns) tries(conference, attemptOf(conference, new Choices(numbers)));
      const before = conference.document;
      const live = liveAmendments(before).filter(({ status }) => status === 'tabled');
      if (!tries(conference, [secretariat, renumberAct(conference), null])) return;
      renumbered += 1;
      const { document } = conference;
      for (const paragraph of paragraphsInText(document)) {
        const was = present(before.paragraphs.get(paragraph.id), 'the paragraph before');
        expect(paragraph.status).toBe(was.status);
        expect(positionsOn(paragraph.positions, paragraph.hash).length).toBe(
          positionsOn(was.positions, was.hash).length,
        );
      }
      for (const amendment of live) expect(document.amendments.get(amendment.id)?.status).toBe('tabled');
      for (const event of conference.events)
        expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      expect(stateToJson(stateFromJson(stateToJson(conference.state)))).toEqual(stateToJson(conference.state));
      expect(tries(conference, [secretariat, renumberAct(conference), null])).toBe(false);
    }),
    { numRuns: 60 },
  );
  expect(renumbered).toBeGreaterThan(5);
});
