import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { carry, latest, positionsOn, proposalOn, type Scope } from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, tableAct } from './conference.ts';

type Lines = Parameters<Conference['reading']>[2];

/** Fiji tables an amendment of this scope; Indonesia's are accepted around it. */
function proposes(conference: Conference, scope: Scope, lines: Lines = [], head = fiji) {
  conference.tables(conference.reading([head], scope, lines), head);
}

function accepted(conference: Conference, scope: Scope, lines: Lines = []) {
  proposes(conference, scope, lines, indonesia);
  return conference.accepts(conference.document.amendments.size);
}

function fiveParagraphs() {
  const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three;', 'OP Four;', 'OP Five.');
  const id = (label: string) => conference.labelled(label);
  return { conference, ids: [id('1.'), id('2.'), id('3.'), id('4.'), id('5.')] as const };
}

/** The words in force, without their numbers. */
function words(conference: Conference) {
  return conference.text.map((line) => line.replace(/^\S+ (?:bis |ter )?/, ''));
}

describe('an amendment over neighbours [A11]', () => {
  test('rewords each where it stands when another acceptance moved one of them away', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two, three, , five] = ids;
    proposes(conference, { type: 'replace', paragraphs: [one, two, three] }, [
      [one, 'OP One x;'],
      [null, 'OP New;'],
      [two, 'OP Two x;'],
      [three, 'OP Three x;'],
    ]);
    const events = accepted(conference, { type: 'move', paragraphs: [two], after: five });
    expect(events.map(({ type }) => type)).toContain('amendment-carried');
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'replace', paragraphs: [one, three, two] });
    conference.accepts(1);
    expect(words(conference)).toEqual(['One x;', 'New;', 'Three x;', 'Four;', 'Five.', 'Two x;']);
  });

  test('keeps the order that it proposes itself', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two, three] = ids;
    proposes(conference, { type: 'replace', paragraphs: [one, two, three] }, [
      [three, 'OP Three;'],
      [one, 'OP One;'],
      [two, 'OP Two;'],
    ]);
    accepted(conference, { type: 'move', paragraphs: [one], after: two });
    conference.accepts(1);
    expect(words(conference)).toEqual(['Three;', 'One;', 'Two;', 'Four;', 'Five.']);
  });

  test('falls when the text was put into the very order that it proposes', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two] = ids;
    proposes(conference, { type: 'replace', paragraphs: [one, two] }, [
      [two, 'OP Two;'],
      [one, 'OP One;'],
    ]);
    accepted(conference, { type: 'move', paragraphs: [one], after: two });
    expect(conference.amendment(1)).toMatchObject({ status: 'fallen', reason: 'already-in-text' });
  });

  test('is not tabled on an order that has changed under the draft, [A2]', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two] = ids;
    const reading = conference.reading([fiji], { type: 'replace', paragraphs: [one, two] }, [
      [one, 'OP One x;'],
      [two, 'OP Two;'],
    ]);
    accepted(conference, { type: 'move', paragraphs: [one], after: two });
    conference.isRefused('A2', fiji, tableAct(reading), reading);
  });

  test('leaves paragraphs alone that came in between', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two] = ids;
    proposes(conference, { type: 'replace', paragraphs: [one, two] }, [
      [one, 'OP One x;'],
      [two, 'OP Two x;'],
    ]);
    accepted(conference, { type: 'insert', after: one }, [[null, 'OP Between;']]);
    conference.accepts(1);
    expect(words(conference)).toEqual(['One x;', 'Between;', 'Two x;', 'Three;', 'Four;', 'Five.']);
  });

  test('becomes a deletion when only deleting is left of it', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two] = ids;
    proposes(conference, { type: 'replace', paragraphs: [one, two] }, [[one, 'OP One;']]);
    accepted(conference, { type: 'delete', paragraphs: [one] });
    expect(latest(conference.amendment(1))).toMatchObject({ scope: { type: 'delete', paragraphs: [two] } });
    conference.accepts(1);
    expect(words(conference)).toEqual(['Three;', 'Four;', 'Five.']);
  });

  test('still inserts its new paragraph when all that it rewords is deleted', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two, three] = ids;
    proposes(conference, { type: 'replace', paragraphs: [two, three] }, [
      [two, 'OP Two;'],
      [null, 'OP New;'],
      [three, 'OP Three;'],
    ]);
    accepted(conference, { type: 'delete', paragraphs: [two, three] });
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'insert', after: one });
    conference.accepts(1);
    expect(words(conference)).toEqual(['One;', 'New;', 'Four;', 'Five.']);
  });
});

describe('places [A11]', () => {
  test('an insertion finds its place through a chain of deletions', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two, three, four] = ids;
    proposes(conference, { type: 'insert', after: four }, [[null, 'OP New;']]);
    const draft = latest(conference.amendment(1));
    for (const id of [four, three, two]) accepted(conference, { type: 'delete', paragraphs: [id] });
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'insert', after: one });
    // A draft that nobody carried on the way finds the same place.
    expect(carry(conference.document, draft)).toMatchObject({ type: 'carried', proposal: { scope: { after: one } } });
  });

  test('a move falls when the text already has its paragraphs there', () => {
    const { conference, ids } = fiveParagraphs();
    const [one, two, three, four, five] = ids;
    proposes(conference, { type: 'move', paragraphs: [three], after: one });
    proposes(conference, { type: 'move', paragraphs: [three], after: one }, [], chile);
    proposes(conference, { type: 'move', paragraphs: [five], after: two });
    conference.accepts(1);
    expect(conference.amendment(2)).toMatchObject({ status: 'fallen', reason: 'already-in-text' });
    expect(conference.amendment(3).status).toBe('tabled');
    accepted(conference, { type: 'delete', paragraphs: [four] });
    expect(conference.amendment(3)).toMatchObject({ status: 'fallen', reason: 'already-in-text' });
  });

  test('a move of several whose anchor is deleted goes behind what stood before the anchor, also past themselves', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Between;', 'OP Three;', 'OP Four.');
    const two = conference.labelled('2.');
    const three = conference.labelled('4.');
    const four = conference.labelled('5.');
    proposes(conference, { type: 'move', paragraphs: [two, three], after: four });
    accepted(conference, { type: 'delete', paragraphs: [four] });
    conference.accepts(1);
    expect(words(conference)).toEqual(['One;', 'Between;', 'Two;', 'Three;']);
  });

  test('a move of several follows an anchor that moves, and brings them in the order of the text', () => {
    const { conference, ids } = fiveParagraphs();
    const [, two, three, , five] = ids;
    proposes(conference, { type: 'move', paragraphs: [two, three], after: five });
    accepted(conference, { type: 'move', paragraphs: [five], after: null });
    expect(conference.amendment(1)).toMatchObject({ status: 'tabled', versions: [{ version: 1 }] });
    accepted(conference, { type: 'move', paragraphs: [two], after: three });
    expect(latest(conference.amendment(1)).scope).toMatchObject({ paragraphs: [three, two], after: five });
    conference.accepts(1);
    expect(words(conference)).toEqual(['Five.', 'Three;', 'Two;', 'One;', 'Four;']);
  });
});

describe('an amendment in conflict [A10] [A11]', () => {
  const inConflict = () => {
    const conference = new Conference().tabled('OP Share practices;', 'OP Meet.');
    const one = conference.labelled('1.');
    conference.rewords(fiji, '1.', 'OP Share sound practices;');
    accepted(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP Share good practices;']]);
    expect(conference.amendment(1).status).toBe('conflict');
    return { conference, one };
  };

  test('is told once: other acceptances that do not touch it leave no entry on it', () => {
    const { conference } = inConflict();
    const two = conference.labelled('2.');
    const { entry } = conference.amendment(1);
    const events = accepted(conference, { type: 'replace', paragraphs: [two] }, [[two, 'OP Meet often.']]);
    expect(events.map(({ type }) => type)).toEqual(['amendment-accepted']);
    expect(conference.amendment(1).entry).toBe(entry);
  });

  test('shows the newest wording when its paragraph changes again', () => {
    const { conference, one } = inConflict();
    accepted(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP Share great practices;']]);
    const [conflict] = conference.amendment(1).conflicts;
    expect([conflict?.base, conflict?.theirs, conflict?.ours].map((side) => side && plainText(side))).toEqual([
      'Share practices;',
      'Share great practices;',
      'Share sound practices;',
    ]);
    accepted(conference, { type: 'delete', paragraphs: [one] });
    expect(conference.amendment(1).conflicts).toMatchObject([{ theirs: null }]);
  });

  test('is resolved when the other change is undone, with the positions taken on it', () => {
    const { conference, one } = inConflict();
    const { hash } = latest(conference.amendment(1));
    conference.does(chile, {
      type: 'take-position',
      document: conference.document.id,
      on: { type: 'amendment', amendment: conference.amendment(1).id, hash },
      position: 'support',
      statement: '',
    });
    accepted(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP Share practices;']]);
    const amendment = conference.amendment(1);
    expect(amendment).toMatchObject({ status: 'tabled', conflicts: [] });
    expect(latest(amendment).hash).toBe(hash);
    expect(positionsOn(amendment.positions, latest(amendment).hash).map(([id]) => id)).toEqual(['chl']);
    conference.accepts(1);
    expect(conference.text[0]).toBe('1. Share sound practices;');
  });

  test('positions lapse when it is carried', () => {
    const conference = new Conference().tabled('OP Share good practices every year;');
    const one = conference.labelled('1.');
    conference.rewords(fiji, '1.', 'OP Share good practices every second year;');
    conference.does(chile, {
      type: 'take-position',
      document: conference.document.id,
      on: { type: 'amendment', amendment: conference.amendment(1).id, hash: latest(conference.amendment(1)).hash },
      position: 'support',
      statement: '',
    });
    accepted(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP Share best practices every year;']]);
    const { positions, versions } = conference.amendment(1);
    expect(versions[1]?.base).toEqual([{ paragraph: one, hash: conference.standing('1.').hash }]);
    expect(versions[1]?.hash).toBe(
      proposalOn(conference.document, { type: 'replace', paragraphs: [one] }, versions[1]?.paragraphs ?? []).hash,
    );
    expect(positionsOn(positions, latest(conference.amendment(1)).hash)).toEqual([]);
    expect(positions.get(delegation('chl'))?.position).toBe('support');
  });

  test('two deletions that together would leave no words conflict', () => {
    const conference = new Conference().tabled('OP Share practices;', 'OP Meet.');
    const one = conference.labelled('1.');
    conference.rewords(fiji, '1.', 'OP practices;');
    accepted(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP Share']]);
    expect(conference.amendment(1).status).toBe('conflict');
    conference.isRefused('A10', chair, {
      type: 'accept-amendment',
      document: conference.document.id,
      amendment: conference.amendment(1).id,
      hash: latest(conference.amendment(1)).hash,
    });
  });
});
