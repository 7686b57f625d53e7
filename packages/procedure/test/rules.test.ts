import { sha256 } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { latest, outlook, paragraphsInText, positionsOn, roomHash } from '../src/index.ts';
import {
  Conference,
  chair,
  chile,
  delegation,
  fiji,
  indonesia,
  paragraph,
  secretariat,
  tableAct,
} from './conference.ts';

const elsewhere = sha256('other words');
const message = ['PP Recalling earlier work,', 'Have agreed as follows:', 'OP Share practices;', 'OP Meet every year.'];

describe('every act', () => {
  test('[G1] a delegate cannot do what is the chair’s, nor the chair what is a delegation’s', () => {
    const conference = new Conference().tabled(...message);
    conference.isRefused('G1', fiji, {
      type: 'gavel',
      document: conference.document.id,
      textHash: conference.textHash,
    });
    conference.isRefused(
      'G1',
      { ...fiji, role: 'delegate' },
      {
        type: 'explain-position',
        document: conference.document.id,
        explanation: 'x',
      },
    );
    conference.isRefused(
      'G1',
      { ...fiji, role: 'observer' },
      {
        type: 'take-position',
        document: conference.document.id,
        on: { type: 'paragraph', paragraph: conference.labelled('1.'), hash: elsewhere },
        position: 'support',
        statement: '',
      },
    );
  });

  test('[G2] a delegation whose accreditation was withdrawn acts no more', () => {
    const conference = new Conference().tabled(...message);
    conference.does(secretariat, { type: 'withdraw-accreditation', delegation: delegation('fji') });
    const { id, hash } = conference.standing('1.');
    conference.isRefused('G2', fiji, {
      type: 'take-position',
      document: conference.document.id,
      on: { type: 'paragraph', paragraph: id, hash },
      position: 'support',
      statement: '',
    });
  });

  test('[G3] an act on what does not exist is refused', () => {
    const conference = new Conference().tabled(...message);
    conference.isRefused('G3', chair, { type: 'gavel', document: 'nowhere' as never, textHash: elsewhere });
  });

  test('[G4] nothing is amended before the text is tabled', () => {
    const conference = new Conference().introduced(...message);
    const id = conference.labelled('1.');
    const reading = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share;']]);
    conference.isRefused('G4', fiji, tableAct(reading), reading);
  });

  test('[G5] a gavel, an agreement or a position on words that have just changed is refused', () => {
    const conference = new Conference().tabled(...message);
    const { id, hash } = conference.standing('1.');
    conference.rewords(indonesia, '1.', 'OP Share good practices;');
    conference.accepts(1);
    conference.isRefused('G5', chair, {
      type: 'declare-agreed',
      document: conference.document.id,
      level: 'agreed',
      paragraphs: [{ paragraph: id, hash }],
    });
    conference.isRefused('G5', fiji, {
      type: 'take-position',
      document: conference.document.id,
      on: { type: 'paragraph', paragraph: id, hash },
      position: 'support',
      statement: '',
    });
    conference.agreesAll();
    conference.isRefused('G5', chair, { type: 'open-adoption', document: conference.document.id, textHash: elsewhere });
  });

  test('[G6] a clock that goes back is put on record, and order stays that of the record', () => {
    const conference = new Conference().introduced(...message);
    conference.now -= 60_000;
    const events = conference.does(chair, { type: 'open-drafting', document: conference.document.id, writers: 'all' });
    expect(events.map(({ type }) => type)).toEqual(['clock-stepped-back', 'drafting-opened']);
    expect(events[0]).toMatchObject({ by: 59_000 });
  });
});

describe('the conference', () => {
  test('[C1] a record begins with what the conference is', () => {
    expect(new Conference().events[0]).toMatchObject({ type: 'conference-opened', details: { place: 'Bali' } });
  });

  test('[C2] a conference does not end before it begins', () => {
    const conference = new Conference();
    const { details } = conference.state;
    if (details === null) throw new Error('no details');
    conference.isRefused('C2', secretariat, {
      type: 'amend-conference',
      details: { ...details, endsOn: '2025-12-31' },
    });
  });

  test('[C3] nobody is accredited twice, and a withdrawn delegation may come back', () => {
    const conference = new Conference();
    const participants = [
      { id: delegation('fji'), name: 'Fiji', officialName: 'the Republic of Fiji', kind: 'state' as const, code: 'FJ' },
    ];
    conference.isRefused('C3', secretariat, { type: 'accredit', participants });
    conference.does(secretariat, { type: 'withdraw-accreditation', delegation: delegation('fji') });
    conference.does(secretariat, { type: 'accredit', participants });
    expect(conference.state.participants.get(delegation('fji'))?.accredited).toBe(true);
  });

  test('[C4] only what was given is withdrawn', () => {
    new Conference().isRefused('C4', secretariat, { type: 'withdraw-accreditation', delegation: delegation('nzl') });
  });
});

describe('drafting', () => {
  test.each([
    ['no words', '   '],
    ['a line end', 'one\ntwo'],
    ['a bidirectional override', 'a \u202e b'],
  ])('[D1] a draft with %s is refused', (_, words) => {
    const conference = new Conference();
    conference.isRefused('D1', secretariat, {
      type: 'introduce-draft',
      document: conference.document.id,
      paragraphs: [{ label: '', kind: 'operative', level: 0, runs: [{ text: words, marks: [] }] }],
    });
  });

  test('[D2] a draft may be introduced again, but not over what delegations are writing', () => {
    const conference = new Conference().introduced('OP One;').introduced('OP Another;');
    expect(conference.text).toEqual(['1. Another;']);
    conference.does(chair, { type: 'open-drafting', document: conference.document.id, writers: 'all' });
    conference.isRefused('D2', secretariat, {
      type: 'introduce-draft',
      document: conference.document.id,
      paragraphs: [{ label: '', ...paragraph('OP A third;') }],
    });
  });

  test('[D3] the chair gives the pen to all or to some, and to nobody who is not here', () => {
    const conference = new Conference().introduced(...message);
    const document = conference.document.id;
    conference.does(chair, { type: 'open-drafting', document, writers: 'all' });
    const room = conference.document.drafting?.room;
    expect(conference.document.drafting?.writers).toEqual(['idn', 'fji', 'chl']);
    conference.does(chair, { type: 'open-drafting', document, writers: [delegation('fji')] });
    expect(conference.document.drafting).toEqual({ room, all: false, writers: ['fji'] });
    conference.isRefused('D3', chair, { type: 'open-drafting', document, writers: [delegation('nzl')] });
  });

  test('[D4] Rev.0 credits each word to the delegation that typed it, and the draft’s to nobody', () => {
    const conference = new Conference().introduced('OP Share practices;');
    conference.does(chair, { type: 'open-drafting', document: conference.document.id, writers: 'all' });
    const words = {
      id: conference.labelled('1.'),
      ...paragraph('OP Share good practices;'),
      typed: [
        { length: 6, by: null },
        { length: 5, by: delegation('fji') },
        { length: 10, by: null },
      ],
    };
    const room = { type: 'drafting', paragraphs: [words] } as const;
    conference.isRefused('G5', chair, { type: 'table-text', document: conference.document.id, hash: elsewhere }, room);
    conference.does(chair, { type: 'table-text', document: conference.document.id, hash: roomHash([words]) }, room);
    const introducedIn = conference.state.seq - 2;
    expect(conference.document).toMatchObject({ stage: 'negotiation', revision: 0, drafting: null });
    expect(conference.standing('1.').credits).toEqual([
      { length: 6, by: [], entry: introducedIn },
      { length: 5, by: ['fji'], entry: conference.state.seq },
      { length: 10, by: [], entry: introducedIn },
    ]);
  });

  test('[D5] co-drafted paragraphs are numbered anew; a draft with its own labels keeps them', () => {
    const regular = new Conference().introduced(...message);
    const between = (conference: Conference) =>
      paragraphsInText(conference.document).flatMap((standing, index) => [
        { ...standing, typed: [{ length: plainText(standing).length, by: null }] },
        ...(index === 2 ? [{ id: null, ...paragraph('OP New;'), typed: [{ length: 4, by: delegation('fji') }] }] : []),
      ]);
    const table = (conference: Conference) => {
      const document = conference.document.id;
      conference.does(chair, { type: 'open-drafting', document, writers: 'all' });
      const paragraphs = between(conference);
      conference.does(
        chair,
        { type: 'table-text', document, hash: roomHash(paragraphs) },
        { type: 'drafting', paragraphs },
      );
      return conference.text;
    };
    expect(table(regular)).toEqual([
      'PP1 Recalling earlier work,',
      'Have agreed as follows:',
      '1. Share practices;',
      '2. New;',
      '3. Meet every year.',
    ]);
    const own = new Conference();
    const paragraphs = ['PP a,', 'b:', 'OP c;', 'OP d.'].map((line, index) => ({
      label: ['1', '', '7', '8'][index] ?? '',
      ...paragraph(line),
    }));
    own.does(secretariat, { type: 'introduce-draft', document: own.document.id, paragraphs });
    expect(table(own)).toEqual(['1 a,', 'b:', '7 c;', '7bis New;', '8 d.']);
  });
});

describe('amendments', () => {
  test('[A1] is tabled by a head whose delegation sponsors it; a change is a new version', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const reading = conference.reading([indonesia], { type: 'replace', paragraphs: [id] }, [
      [id, 'OP Share good practices;'],
    ]);
    conference.isRefused('A1', fiji, tableAct(reading), reading);
    conference.isRefused('G1', { ...indonesia, role: 'delegate' }, tableAct(reading), reading);
    conference.tables(reading, indonesia);
    const first = conference.amendment(1);
    const again = {
      ...conference.reading([indonesia, fiji], reading.scope, [[id, 'OP Share best practices;']]),
      amendment: first.id,
    };
    conference.tables(again, fiji);
    expect(conference.amendment(1).versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(conference.amendment(1).versions[0]).toEqual(first.versions[0]);
    expect(conference.amendment(1).sponsors).toEqual(['idn', 'fji']);
  });

  test('[A2] is tabled on the wording now in force', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const reading = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [
      [id, 'OP Share all practices;'],
    ]);
    conference.rewords(indonesia, '1.', 'OP Share practices widely;');
    conference.accepts(1);
    conference.isRefused('A2', fiji, tableAct(reading), reading);
  });

  test('[A3] an agreed paragraph takes no amendment until it is reopened', () => {
    const conference = new Conference().tabled(...message);
    conference.agreesAll();
    const id = conference.labelled('1.');
    const reading = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share;']]);
    conference.isRefused('A3', fiji, tableAct(reading), reading);
    conference.does(chair, {
      type: 'reopen-paragraph',
      document: conference.document.id,
      paragraph: id,
      reason: 'asked',
    });
    conference.tables(reading, fiji);
  });

  test('[A4] every proposed paragraph has words', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const empty = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP \u00a0']]);
    conference.isRefused('A4', fiji, tableAct(empty), empty);
    const nothing = conference.reading([fiji], { type: 'insert', after: id }, []);
    conference.isRefused('A4', fiji, tableAct(nothing), nothing);
  });

  test('[A5] it speaks only of the paragraphs in its scope', () => {
    const conference = new Conference().tabled(...message);
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    const stray = conference.reading([fiji], { type: 'replace', paragraphs: [one] }, [
      [one, 'OP Share;'],
      [two, 'OP Meet;'],
    ]);
    conference.isRefused('A5', fiji, tableAct(stray), stray);
    const inside = conference.reading([fiji], { type: 'move', paragraphs: [one], after: one }, []);
    conference.isRefused('A5', fiji, tableAct(inside), inside);
  });

  test('[A6] one that changes nothing is refused', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const same = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share practices;']]);
    conference.isRefused('A6', fiji, tableAct(same), same);
    const still = conference.reading([fiji], { type: 'move', paragraphs: [conference.labelled('2.')], after: id }, []);
    conference.isRefused('A6', fiji, tableAct(still), still);
  });

  test('[A7] what is settled stays settled', () => {
    const conference = new Conference().tabled(...message);
    conference.rewords(fiji, '1.', 'OP Share good practices;');
    const { id, hash } = { id: conference.amendment(1).id, hash: latest(conference.amendment(1)).hash };
    const document = conference.document.id;
    conference.does(fiji, { type: 'withdraw-amendment', document, amendment: id });
    conference.isRefused('A7', chair, { type: 'accept-amendment', document, amendment: id, hash });
    const paragraphId = conference.labelled('1.');
    const reading = {
      ...conference.reading([fiji], { type: 'replace', paragraphs: [paragraphId] }, [[paragraphId, 'OP Share;']]),
      amendment: id,
    };
    conference.isRefused('A7', fiji, tableAct(reading), reading);
  });

  test('[A8] only its proponent withdraws it', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const joint = conference.reading([fiji, chile], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share;']]);
    conference.tables(joint, chile);
    const act = {
      type: 'withdraw-amendment',
      document: conference.document.id,
      amendment: conference.amendment(1).id,
    } as const;
    conference.isRefused('A8', chile, act);
    conference.does(fiji, act);
    expect(conference.amendment(1).status).toBe('withdrawn');
  });

  test('[A13] a co-sponsor may leave, the proponent may not', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const joint = conference.reading([fiji, chile], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share;']]);
    conference.tables(joint, fiji);
    const act = {
      type: 'withdraw-sponsorship',
      document: conference.document.id,
      amendment: conference.amendment(1).id,
    } as const;
    conference.isRefused('A13', fiji, act);
    conference.isRefused('A13', indonesia, act);
    conference.does(chile, act);
    expect(conference.amendment(1).sponsors).toEqual(['fji']);
  });

  test('[A9] one that is not retained keeps its words and the chair’s reason', () => {
    const conference = new Conference().tabled(...message);
    conference.rewords(fiji, '1.', 'OP Share good practices;');
    const amendment = conference.amendment(1);
    const { hash } = latest(amendment);
    const document = conference.document.id;
    conference.does(chair, {
      type: 'not-retain-amendment',
      document,
      amendment: amendment.id,
      hash,
      reason: 'no support',
    });
    expect(conference.amendment(1)).toMatchObject({
      status: 'not-retained',
      reason: 'no support',
      versions: amendment.versions,
    });
    expect(conference.text).toContain('1. Share practices;');
  });

  test('[A10] one in conflict cannot be accepted; a new version of it can', () => {
    const conference = new Conference().tabled(...message);
    conference.rewords(indonesia, '1.', 'OP Share good practices;');
    conference.rewords(fiji, '1.', 'OP Share sound practices;');
    conference.accepts(1);
    const conflicting = conference.amendment(2);
    expect(conflicting.status).toBe('conflict');
    expect(
      conflicting.conflicts.map(({ ours, theirs, base }) =>
        [ours, theirs, base].map((side) => side && plainText(side)),
      ),
    ).toEqual([['Share sound practices;', 'Share good practices;', 'Share practices;']]);
    const document = conference.document.id;
    const { hash } = latest(conflicting);
    conference.isRefused('A10', chair, { type: 'accept-amendment', document, amendment: conflicting.id, hash });
    const id = conference.labelled('1.');
    const resolved = conference.reading([fiji], { type: 'replace', paragraphs: [id] }, [
      [id, 'OP Share good and sound practices;'],
    ]);
    conference.tables({ ...resolved, amendment: conflicting.id }, fiji);
    conference.accepts(2);
    expect(conference.text).toContain('1. Share good and sound practices;');
  });

  test('[A11] the others are carried over, or fall when nothing is left for them', () => {
    const conference = new Conference().tabled('OP Share good practices every year;', 'OP Meet.');
    conference.rewords(indonesia, '1.', 'OP Share best practices every year;');
    conference.rewords(fiji, '1.', 'OP Share good practices every second year;');
    conference.rewords(chile, '1.', 'OP Share best practices every year;');
    conference.rewords(chile, '2.', 'OP Meet often.');
    const events = conference.accepts(1);
    expect(events.map(({ type }) => type)).toEqual(['amendment-accepted', 'amendment-carried', 'amendment-fallen']);
    expect(latest(conference.amendment(2))).toMatchObject({ version: 2, carried: true });
    expect(plainText(latest(conference.amendment(2)).paragraphs[0] ?? { runs: [] })).toBe(
      'Share best practices every second year;',
    );
    expect(conference.amendment(3)).toMatchObject({ status: 'fallen', reason: 'already-in-text' });
    expect(conference.amendment(4).versions).toHaveLength(1);
    conference.accepts(2);
    expect(conference.text[0]).toBe('1. Share best practices every second year;');
  });

  test('[A11] an amendment to a paragraph that was deleted falls if it left it alone, and conflicts if it reworded it', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');
    const two = conference.labelled('2.');
    conference.tables(conference.reading([indonesia], { type: 'delete', paragraphs: [two] }, []), indonesia);
    conference.rewords(fiji, '2.', 'OP Two and more;');
    conference.tables(conference.reading([chile], { type: 'delete', paragraphs: [two] }, []), chile);
    conference.tables(conference.reading([chile], { type: 'insert', after: two }, [[null, 'OP After two;']]), chile);
    conference.accepts(1);
    expect(conference.amendment(2).status).toBe('conflict');
    expect(conference.amendment(3)).toMatchObject({ status: 'fallen', reason: 'paragraphs-gone' });
    conference.accepts(4);
    expect(conference.text).toEqual(['1. One;', '1. bis After two;', '3. Three.']);
  });

  test('[A12] new words are credited to the sponsors, old words keep theirs, and agreement falls with the words', () => {
    const conference = new Conference().tabled(...message);
    const id = conference.labelled('1.');
    const before = conference.standing('1.').credits;
    conference.tables(
      conference.reading([indonesia, fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP Share good practices;']]),
      indonesia,
    );
    conference.does(chile, {
      type: 'take-position',
      document: conference.document.id,
      on: { type: 'paragraph', paragraph: id, hash: conference.standing('1.').hash },
      position: 'support',
      statement: '',
    });
    conference.accepts(1);
    const { credits, status, positions, hash } = conference.standing('1.');
    expect(credits.filter(({ by }) => by.length > 0)).toEqual([
      { length: 5, by: ['idn', 'fji'], entry: conference.state.seq },
    ]);
    expect(credits.filter(({ by }) => by.length === 0).every(({ entry }) => entry === before[0]?.entry)).toBe(true);
    expect(status).toBe('open');
    expect(positions.size).toBe(1);
    expect(positionsOn(positions, hash)).toEqual([]);
  });

  test('[A12] words keep their credit when an amendment splits a paragraph, and when it joins two', () => {
    const conference = new Conference().tabled('OP Share good practices and meet every year;', 'OP Report.');
    const introducedIn = conference.standing('1.').credits[0]?.entry;
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    conference.tables(
      conference.reading([fiji], { type: 'replace', paragraphs: [one] }, [
        [one, 'OP Share good practices;'],
        [null, 'OP Meet every year in Suva;'],
      ]),
      fiji,
    );
    conference.accepts(1);
    const split = paragraphsInText(conference.document)[1];
    expect(split?.credits.filter(({ by }) => by.length === 0).map(({ entry }) => entry)).toContain(introducedIn);
    const bySplitter = split?.credits.filter(({ by }) => by.includes(delegation('fji'))) ?? [];
    expect(bySplitter.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(
      'Meet every year in Suva;'.length / 2 + 5,
    );
    conference.tables(
      conference.reading([chile], { type: 'replace', paragraphs: [one, two] }, [
        [one, 'OP Share good practices; Report.'],
      ]),
      chile,
    );
    conference.accepts(2);
    const joined = conference.standing('1.').credits;
    expect(
      joined.filter(({ by }) => by.includes(delegation('chl'))).reduce((sum, { length }) => sum + length, 0),
    ).toBeLessThan(3);
  });

  test('insertion, deletion, move and replacement of neighbours change the text as proposed', () => {
    const conference = new Conference().tabled('# First', 'OP One;', 'OP Two;', 'OP Three.');
    const [one, two, three] = ['1.', '2.', '3.'].map((label) => conference.labelled(label));
    if (one === undefined || two === undefined || three === undefined) throw new Error('unlabelled');
    conference.tables(
      conference.reading([fiji], { type: 'replace', paragraphs: [one, two] }, [
        [null, 'OP Zero;'],
        [two, 'OP Two, then;'],
        [null, '  OP with a part;'],
        [one, 'OP One;'],
      ]),
      fiji,
    );
    conference.accepts(1);
    expect(conference.text).toEqual(['First', '0. Zero;', '2. Two, then;', '(a) with a part;', '1. One;', '3. Three.']);
    conference.tables(conference.reading([fiji], { type: 'move', paragraphs: [three], after: null }, []), fiji);
    conference.accepts(2);
    expect(conference.text[0]).toBe('3. Three.');
  });
});

describe('positions and agreement', () => {
  const position = (conference: Conference, label: string, position: 'support' | 'object') => ({
    type: 'take-position' as const,
    document: conference.document.id,
    on: { type: 'paragraph' as const, paragraph: conference.labelled(label), hash: conference.standing(label).hash },
    position,
    statement: '',
  });
  const agree = (conference: Conference, ...labels: readonly string[]) => ({
    type: 'declare-agreed' as const,
    document: conference.document.id,
    level: 'ad-ref' as const,
    paragraphs: labels.map((label) => ({
      paragraph: conference.labelled(label),
      hash: conference.standing(label).hash,
    })),
  });

  test('[P1] a later position replaces the earlier one; who says nothing is silent, not in favour', () => {
    const conference = new Conference().tabled(...message);
    conference.does(fiji, position(conference, '1.', 'object'));
    conference.does(fiji, position(conference, '1.', 'support'));
    expect(outlook(conference.state, conference.document)[2]).toMatchObject({
      supporting: ['fji'],
      objecting: [],
      silent: ['idn', 'chl'],
      ready: true,
    });
  });

  test('[P2] [P3] positions on amendments are for others than their sponsors, while they are live', () => {
    const conference = new Conference().tabled(...message);
    conference.rewords(fiji, '1.', 'OP Share good practices;');
    const amendment = conference.amendment(1);
    const act = {
      ...position(conference, '1.', 'support'),
      on: { type: 'amendment' as const, amendment: amendment.id, hash: latest(amendment).hash },
    };
    conference.isRefused('P3', fiji, act);
    conference.does(chile, act);
    conference.accepts(1);
    conference.isRefused('P2', chile, act);
  });

  test('[P4] a paragraph with live amendments is not declared agreed', () => {
    const conference = new Conference().tabled(...message);
    conference.rewords(fiji, '1.', 'OP Share good practices;');
    conference.isRefused('P4', chair, agree(conference, '1.'));
  });

  test.each(['OP Share [all] practices;', 'OP {Placeholder};'])('[P5] nor is "%s"', (line) => {
    const conference = new Conference().tabled(line);
    conference.isRefused('P5', chair, agree(conference, '1.'));
  });

  test('[P6] nor one to which a delegation objects, until it says otherwise', () => {
    const conference = new Conference().tabled(...message);
    conference.does(fiji, position(conference, '1.', 'object'));
    conference.isRefused('P6', chair, agree(conference, '1.'));
    conference.does(fiji, position(conference, '1.', 'support'));
    conference.does(chair, agree(conference, '1.'));
    expect(conference.standing('1.').status).toBe('agreed-ad-ref');
  });

  test('[P7] several are agreed together or not at all', () => {
    const conference = new Conference().tabled(...message);
    conference.does(fiji, position(conference, '2.', 'object'));
    conference.isRefused('P6', chair, agree(conference, '1.', '2.'));
    expect(conference.standing('1.').status).toBe('open');
  });

  test('[P8] an open paragraph cannot be reopened, an agreed one can', () => {
    const conference = new Conference().tabled(...message);
    const act = {
      type: 'reopen-paragraph',
      document: conference.document.id,
      paragraph: conference.labelled('1.'),
      reason: 'why',
    } as const;
    conference.isRefused('P8', chair, act);
    conference.does(chair, agree(conference, '1.'));
    conference.does(chair, act);
    expect(conference.standing('1.')).toMatchObject({ status: 'open', reopened: 'why' });
  });
});

describe('adoption', () => {
  const opened = () => {
    const conference = new Conference().tabled(...message);
    conference.agreesAll();
    conference.does(chair, { type: 'open-adoption', document: conference.document.id, textHash: conference.textHash });
    return conference;
  };
  const stance = (
    conference: Conference,
    type: 'joins' | 'objects' | 'dissociates',
    reservations: readonly string[] = [],
  ) => ({
    type: 'state-stance' as const,
    document: conference.document.id,
    textHash: conference.textHash,
    stance: {
      type,
      reservations: reservations.map((label) => conference.labelled(label)),
      dissociations: [],
      explanation: '',
    },
  });
  const falls = (conference: Conference) => ({
    type: 'gavel' as const,
    document: conference.document.id,
    textHash: conference.textHash,
  });

  test('[F1] [F2] it opens only when nothing is open', () => {
    const conference = new Conference().tabled(...message);
    const open = () => ({
      type: 'open-adoption' as const,
      document: conference.document.id,
      textHash: conference.textHash,
    });
    conference.isRefused('F2', chair, open());
    conference.agreesAll();
    conference.tables(conference.reading([fiji], { type: 'insert', after: null }, [[null, 'PP New,']]), fiji);
    conference.isRefused('F1', chair, open());
    conference.does(fiji, {
      type: 'withdraw-amendment',
      document: conference.document.id,
      amendment: conference.amendment(1).id,
    });
    conference.does(chair, open());
    expect(conference.document.stage).toBe('adoption');
  });

  test('[F3] the chair may go back, and stances lapse', () => {
    const conference = opened();
    conference.does(fiji, stance(conference, 'joins'));
    conference.does(chair, {
      type: 'return-to-negotiation',
      document: conference.document.id,
      reason: 'a late proposal',
    });
    expect(conference.document).toMatchObject({ stage: 'negotiation', adoption: null });
  });

  test('[F4] reservations go with joining, on paragraphs of the text', () => {
    const conference = opened();
    conference.isRefused('F4', fiji, stance(conference, 'dissociates', ['1.']));
    conference.isRefused('F4', fiji, stance(conference, 'joins', ['1.', '1.']));
    conference.does(fiji, stance(conference, 'joins', ['1.']));
  });

  test('[F5] the gavel waits for objections to be lifted, and records silence as silence', () => {
    const conference = opened();
    conference.does(fiji, stance(conference, 'objects'));
    conference.isRefused('F5', chair, falls(conference));
    conference.does(fiji, stance(conference, 'joins', ['1.']));
    conference.does(chair, falls(conference));
    expect(
      conference.document.adoption?.adopted?.roll.map(({ delegation: id, stance: said }) => [
        id,
        said?.type ?? 'silent',
      ]),
    ).toEqual([
      ['idn', 'silent'],
      ['fji', 'joins'],
      ['chl', 'silent'],
    ]);
  });

  test('[F6] after the gavel no act of any role changes the text', () => {
    const conference = opened();
    conference.does(chair, falls(conference));
    const sealed = conference.textHash;
    const document = conference.document.id;
    conference.isRefused('F6', chair, falls(conference));
    conference.isRefused('F6', chair, { type: 'return-to-negotiation', document, reason: 'x' });
    conference.isRefused('F6', chair, {
      type: 'reopen-paragraph',
      document,
      paragraph: conference.labelled('1.'),
      reason: 'x',
    });
    conference.isRefused('F6', secretariat, {
      type: 'introduce-draft',
      document,
      paragraphs: [{ label: '', ...paragraph('OP x') }],
    });
    conference.isRefused('F6', chair, { type: 'open-drafting', document, writers: 'all' });
    conference.isRefused('F6', fiji, stance(conference, 'joins'));
    const reading = conference.reading([fiji], { type: 'insert', after: null }, [[null, 'PP New,']]);
    conference.isRefused('F6', fiji, tableAct(reading), reading);
    expect(conference.textHash).toBe(sealed);
  });

  test('[F7] an explanation may follow, and changes nothing', () => {
    const conference = opened();
    conference.does(chair, falls(conference));
    const before = conference.document.adoption;
    conference.does(fiji, {
      type: 'explain-position',
      document: conference.document.id,
      explanation: 'We understand …',
    });
    expect(conference.document.adoption).toMatchObject({
      adopted: before?.adopted,
      explanations: [{ delegation: 'fji' }],
    });
  });
});
