import { present } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { type ChosenHunks, latest, paragraphsInText, positionsOn, type Scope } from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, secretariat } from './conference.ts';
import { act, parts } from './parting.ts';

type Lines = Parameters<Conference['reading']>[2];

/** Fiji and Chile table an amendment of this scope. */
function proposes(conference: Conference, scope: Scope, lines: Lines) {
  conference.tables(conference.reading([fiji, chile], scope, lines), fiji);
}

/** The names of the hunks whose new words, or else old words, are among these. */
function naming(conference: Conference, ...words: readonly string[]): readonly ChosenHunks[] {
  return parts(conference)
    .map(({ paragraph, hunks }) => ({
      paragraph,
      hunks: hunks
        .filter((hunk) => {
          if (hunk.type === 'shape') return words.includes('shape');
          const after =
            hunk.type === 'deletion' ? '' : plainText(hunk.type === 'words' ? { runs: hunk.after } : hunk.after);
          const before = hunk.type === 'words' ? plainText({ runs: hunk.before }) : '';
          return words.includes(hunk.type === 'deletion' ? 'deletion' : after.trim() || before.trim());
        })
        .map(({ id }) => id),
    }))
    .filter(({ hunks }) => hunks.length > 0);
}

function accepts(conference: Conference, ...words: readonly string[]) {
  return conference.does(chair, act(conference, naming(conference, ...words)));
}

/** The words in force, without their numbers. */
function words(conference: Conference) {
  return conference.text.map((line) => line.replace(/^\S+ (?:bis |ter |quater )?/, ''));
}

function reworded() {
  const conference = new Conference().tabled('OP We shall meet in May and report to all;', 'OP End.');
  const one = conference.labelled('1.');
  proposes(conference, { type: 'replace', paragraphs: [one] }, [
    [one, 'OP We should meet in June and report to all States;'],
  ]);
  return { conference, one };
}

describe('[A14] the chair accepts an amendment in part', () => {
  test('hunk by hunk: the text changes there and nowhere else', () => {
    const { conference } = reworded();
    const events = accepts(conference, 'June');
    expect(events.map(({ type }) => type)).toEqual(['amendment-accepted-in-part']);
    expect(words(conference)[0]).toBe('We shall meet in June and report to all;');
    accepts(conference, 'should');
    accepts(conference, 'States');
    expect(conference.text[0]).toBe('1. We should meet in June and report to all States;');
    expect(conference.amendment(1)).toMatchObject({ status: 'accepted' });
    expect(conference.amendment(1).acceptedInPart).toHaveLength(2);
  });

  test('what was not accepted can be accepted later by the same parts, however much has become alike', () => {
    const conference = new Conference().tabled('OP as in trade with us support participants', 'OP End.');
    const one = conference.labelled('1.');
    proposes(conference, { type: 'replace', paragraphs: [one] }, [[one, 'OP trade States do so support']]);
    const gone = () =>
      parts(conference).flatMap(({ hunks }) =>
        hunks.map((hunk) => hunk.type === 'words' && plainText({ runs: hunk.before }).trim()),
      );
    expect(gone()).toEqual(['as in', 'with us', 'participants']);
    accepts(conference, 'participants');
    expect(gone()).toEqual(['as in', 'with us']);
    accepts(conference, 'as in');
    expect(gone()).toEqual(['with us']);
  });

  test('accepting every part is accepting the amendment', () => {
    const { conference } = reworded();
    const events = accepts(conference, 'June', 'should', 'States');
    expect(events.map(({ type }) => type)).toEqual(['amendment-accepted']);
  });

  test('new paragraphs, deletions and a change of level are parts', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three;', 'OP Four.');
    const [one, two, three] = ['1.', '2.', '3.'].map((label) => conference.labelled(label));
    if (one === undefined || two === undefined || three === undefined) throw new Error('unlabelled');
    proposes(conference, { type: 'replace', paragraphs: [one, two, three] }, [
      [null, 'OP Zero;'],
      [one, 'OP One more;'],
      [null, 'OP New;'],
      [three, '  OP Three;'],
    ]);
    expect(parts(conference).map(({ hunks }) => hunks.map(({ type }) => type))).toEqual([
      ['insertion'],
      ['words'],
      ['deletion'],
      ['insertion'],
      ['shape'],
    ]);
    accepts(conference, 'New;', 'deletion');
    expect(words(conference)).toEqual(['One;', 'New;', 'Three;', 'Four.']);
    accepts(conference, 'Zero;', 'shape');
    expect(words(conference)).toEqual(['Zero;', 'One;', 'New;', 'Three;', 'Four.']);
    expect(paragraphsInText(conference.document).map(({ level }) => level)).toEqual([0, 0, 0, 1, 0]);
    accepts(conference, 'more');
    expect(conference.amendment(1).status).toBe('accepted');
    expect(words(conference)).toEqual(['Zero;', 'One more;', 'New;', 'Three;', 'Four.']);
  });

  test('new paragraphs of one insertion come in the order in which they were proposed, whichever is accepted first', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two.');
    const one = conference.labelled('1.');
    proposes(conference, { type: 'insert', after: one }, [
      [null, 'OP A;'],
      [null, 'OP B;'],
      [null, 'OP C;'],
    ]);
    accepts(conference, 'B;');
    expect(words(conference)).toEqual(['One;', 'B;', 'Two.']);
    accepts(conference, 'C;');
    accepts(conference, 'A;');
    expect(words(conference)).toEqual(['One;', 'A;', 'B;', 'C;', 'Two.']);
  });

  test('a name that is of no change of the version in force is refused, also one of an earlier version', () => {
    const { conference, one } = reworded();
    const earlier = naming(conference, 'June');
    conference.isRefused('A14', chair, act(conference, [{ paragraph: one, hunks: ['0-1:0-2'] }]));
    conference.isRefused('A14', chair, act(conference, [{ paragraph: null, hunks: ['new-0'] }]));
    conference.isRefused(
      'A14',
      chair,
      act(conference, [{ paragraph: conference.labelled('2.'), hunks: ['deletion'] }]),
    );
    accepts(conference, 'should');
    conference.isRefused('A14', chair, act(conference, earlier));
  });

  test('a move is not parted, and the order of paragraphs goes with the last part', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    proposes(conference, { type: 'move', paragraphs: [one], after: two }, []);
    expect(parts(conference)).toEqual([]);
    conference.isRefused('A14', chair, act(conference, [{ paragraph: one, hunks: ['deletion'] }]));
    const other = new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');
    const [first, second] = [other.labelled('1.'), other.labelled('2.')];
    proposes(other, { type: 'replace', paragraphs: [first, second] }, [
      [second, 'OP Two then;'],
      [first, 'OP One now;'],
    ]);
    accepts(other, 'then');
    expect(words(other)).toEqual(['One;', 'Two then;', 'Three.']);
    expect(latest(other.amendment(1)).scope).toMatchObject({ type: 'replace', paragraphs: [first, second] });
    accepts(other, 'now');
    expect(words(other)).toEqual(['Two then;', 'One now;', 'Three.']);
  });

  test('only the chair, only on the exact words, and not while the amendment is in conflict or settled', () => {
    const { conference, one } = reworded();
    const june = naming(conference, 'June');
    conference.isRefused('G1', secretariat, act(conference, june));
    conference.isRefused('G5', chair, { ...act(conference, june), hash: conference.standing('1.').hash });
    conference.rewords(indonesia, '1.', 'OP We shall meet in July and report to all;');
    conference.accepts(2);
    conference.isRefused('A10', chair, act(conference, june));
    conference.does(fiji, {
      type: 'withdraw-amendment',
      document: conference.document.id,
      amendment: act(conference, june).amendment,
    });
    conference.isRefused('A7', chair, act(conference, [{ paragraph: one, hunks: ['x'] }]));
  });
});

describe('[A15] what remains', () => {
  test('is the next version of the amendment, on the changed text, and says all that it said', () => {
    const { conference, one } = reworded();
    const { positions } = supported(conference);
    accepts(conference, 'June');
    const amendment = conference.amendment(1);
    const version = latest(amendment);
    expect(amendment).toMatchObject({ status: 'tabled', number: 1, sponsors: ['fji', 'chl'] });
    expect(version).toMatchObject({
      version: 2,
      carried: true,
      base: [{ paragraph: one, hash: conference.standing('1.').hash }],
    });
    expect(plainText(present(version.paragraphs[0], 'its paragraph'))).toBe(
      'We should meet in June and report to all States;',
    );
    expect(positions.size).toBe(1);
    expect(positionsOn(amendment.positions, version.hash)).toEqual([]);
  });

  test('the accepted words are credited to its sponsors, the others stay whose they were', () => {
    const { conference } = reworded();
    accepts(conference, 'June');
    const { credits } = conference.standing('1.');
    expect(credits.filter(({ by }) => by.length > 0)).toEqual([
      { length: 4, by: ['fji', 'chl'], entry: conference.state.seq },
    ]);
  });

  test('the other amendments are carried over, conflict or fall as with any acceptance', () => {
    const { conference } = reworded();
    conference.rewords(indonesia, '1.', 'OP We shall meet in June and report to all;');
    conference.rewords(chile, '1.', 'OP We shall meet in July and report to all;');
    conference.rewords(chile, '1.', 'OP We must meet in May and report to all;');
    const events = accepts(conference, 'June');
    expect(events.map(({ type }) => type)).toEqual([
      'amendment-accepted-in-part',
      'amendment-fallen',
      'amendment-conflicted',
      'amendment-carried',
    ]);
  });

  test('leaves out paragraphs at its ends that read as proposed, so that they can be agreed', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    proposes(conference, { type: 'replace', paragraphs: [one, two] }, [
      [one, 'OP One more;'],
      [two, 'OP Two too;'],
    ]);
    accepts(conference, 'more');
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'replace', paragraphs: [two] });
    const paragraphs = [{ paragraph: one, hash: conference.standing('1.').hash }];
    conference.does(chair, { type: 'declare-agreed', document: conference.document.id, level: 'agreed', paragraphs });
  });

  test('a deletion that is left is one, and new paragraphs that are left go where they would have gone', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    proposes(conference, { type: 'replace', paragraphs: [one, two] }, [
      [one, 'OP One more;'],
      [null, 'OP New;'],
    ]);
    accepts(conference, 'more');
    accepts(conference, 'deletion');
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'insert', after: one });
    accepts(conference, 'New;');
    expect(words(conference)).toEqual(['One more;', 'New;', 'Three.']);
  });
});

function supported(conference: Conference) {
  const amendment = conference.amendment(1);
  conference.does(indonesia, {
    type: 'take-position',
    document: conference.document.id,
    on: { type: 'amendment', amendment: amendment.id, hash: latest(amendment).hash },
    position: 'support',
    statement: '',
  });
  expect(conference.amendment(1).positions.get(delegation('idn'))?.position).toBe('support');
  return conference.amendment(1);
}
