import { describe, expect, test } from 'vitest';
import { type AmendmentReading, eventSchema, latest, proposalHash } from '../src/index.ts';
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

/** Fiji's amendment with Chile as co-sponsor, and the reading of a draft of its next version. */
function cosponsored() {
  const conference = new Conference().tabled('OP Share practices;', 'OP Meet.');
  const id = conference.labelled('1.');
  const scope = { type: 'replace', paragraphs: [id] } as const;
  conference.tables(conference.reading([fiji, chile], scope, [[id, 'OP Share good practices;']]), fiji);
  const next = (...sponsors: readonly (typeof fiji)[]): AmendmentReading => ({
    ...conference.reading(sponsors, scope, [[id, 'OP Share best practices;']]),
    amendment: conference.amendment(1).id,
  });
  return { conference, document: conference.document.id, next };
}

describe('a new version', () => {
  test('[A1] is not tabled without the delegation that proposed the amendment', () => {
    const { conference, next } = cosponsored();
    conference.isRefused('A1', chile, tableAct(next(chile)), next(chile));
    expect(conference.amendment(1).sponsors).toEqual(['fji', 'chl']);
  });

  test('[A1] leaves the amendment with its proponent, in whatever order the draft names its sponsors', () => {
    const { conference, document, next } = cosponsored();
    conference.tables(next(indonesia, chile, fiji), chile);
    expect(conference.amendment(1).sponsors).toEqual(['fji', 'idn', 'chl']);
    conference.isRefused('A8', indonesia, {
      type: 'withdraw-amendment',
      document,
      amendment: conference.amendment(1).id,
    });
  });

  test('[A1] may have fewer sponsors', () => {
    const { conference, next } = cosponsored();
    conference.tables(next(fiji), fiji);
    expect(conference.amendment(1).sponsors).toEqual(['fji']);
    expect(latest(conference.amendment(1)).version).toBe(2);
  });

  test('[A1] [G2] counts no sponsor that is not accredited, and passes to those that are', () => {
    const { conference, next } = cosponsored();
    conference.does(secretariat, { type: 'withdraw-accreditation', delegation: delegation('fji') });
    conference.tables(next(fiji, chile), chile);
    expect(conference.amendment(1).sponsors).toEqual(['chl']);
  });

  test('[A10] lifts a conflict, also when a co-sponsor tables it', () => {
    const { conference, next } = cosponsored();
    conference.rewords(indonesia, '1.', 'OP Share sound practices;');
    conference.accepts(2);
    expect(conference.amendment(1).status).toBe('conflict');
    conference.tables(next(fiji, chile), chile);
    expect(conference.amendment(1)).toMatchObject({ status: 'tabled', conflicts: [] });
  });
});

test('[A8] [A9] an amendment whose proponent is accredited no more is the chair’s to settle', () => {
  const { conference, document } = cosponsored();
  const { id: amendment } = conference.amendment(1);
  const { hash } = latest(conference.amendment(1));
  conference.does(secretariat, { type: 'withdraw-accreditation', delegation: delegation('fji') });
  conference.isRefused('G2', fiji, { type: 'withdraw-amendment', document, amendment });
  conference.isRefused('A8', chile, { type: 'withdraw-amendment', document, amendment });
  conference.does(chair, { type: 'not-retain-amendment', document, amendment, hash, reason: 'nobody speaks for it' });
  expect(conference.amendment(1).status).toBe('not-retained');
});

test('[A13] a co-sponsor that leaves does not change when the amendment came to its status', () => {
  const { conference, document } = cosponsored();
  const { entry, id: amendment } = conference.amendment(1);
  conference.does(chile, { type: 'withdraw-sponsorship', document, amendment });
  expect(conference.amendment(1).entry).toBe(entry);
});

describe('a reading of a room that is not as it should be', () => {
  const conference = () => new Conference().tabled('OP One;', 'OP Two;', 'OP Three.');

  test('[A4] is frozen in normal form, with nothing but wording', () => {
    const subject = conference();
    const id = subject.labelled('1.');
    const reading = subject.reading([fiji, fiji], { type: 'replace', paragraphs: [id] }, []);
    const runs = [
      { text: 'One ', marks: ['italic', 'bold', 'bold'] },
      { text: '', marks: [] },
      { text: 'more;', marks: ['bold', 'italic'] },
    ] as const;
    const untidy = { ...reading, paragraphs: [{ id, ...paragraph('OP x'), runs, authors: [] }] };
    const [event] = subject.tables(untidy, fiji);
    expect(eventSchema.parse(event)).toEqual(event);
    expect(event).toMatchObject({
      proposal: { paragraphs: [{ runs: [{ text: 'One more;', marks: ['bold', 'italic'] }] }] },
      sponsors: ['fji'],
    });
    subject.accepts(1);
    expect(subject.standing('1.').credits.reduce((sum, { length }) => sum + length, 0)).toBe(9);
  });

  test.each<[string, (subject: Conference) => Partial<AmendmentReading>]>([
    [
      'names a paragraph that never was',
      () => ({ scope: { type: 'replace', paragraphs: ['nowhere' as never] }, base: [] }),
    ],
    [
      'names a paragraph twice',
      (subject) => {
        const id = subject.labelled('1.');
        return { scope: { type: 'replace', paragraphs: [id, id] } };
      },
    ],
    ['is based on fewer paragraphs than it is about', () => ({ base: [] })],
    [
      'proposes a paragraph twice',
      (subject) => {
        const words = { id: subject.labelled('1.'), ...paragraph('OP x') };
        return { paragraphs: [words, words] };
      },
    ],
    [
      'proposes more paragraphs than one amendment may',
      () => ({
        paragraphs: Array.from({ length: 51 }, () => ({ id: null, ...paragraph('OP x') })),
      }),
    ],
  ])('[A5] is refused when it %s', (_, change) => {
    const subject = conference();
    const id = subject.labelled('1.');
    const sound = subject.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP x;']]);
    const reading = { ...sound, ...change(subject) };
    subject.isRefused('A5', fiji, tableAct(reading), reading);
  });

  test('[A2] is refused when it is out of the order of the text', () => {
    const subject = conference();
    const [one, two] = [subject.labelled('1.'), subject.labelled('2.')];
    const reading = subject.reading(
      [fiji],
      { type: 'move', paragraphs: [two, one], after: subject.labelled('3.') },
      [],
    );
    expect(tableAct(reading)).toMatchObject({ hash: proposalHash(reading.scope, reading.base, []) });
    subject.isRefused('A2', fiji, tableAct(reading), reading);
  });

  test('[G3] is refused when its amendment does not exist', () => {
    const subject = conference();
    const id = subject.labelled('1.');
    const sound = subject.reading([fiji], { type: 'replace', paragraphs: [id] }, [[id, 'OP x;']]);
    const reading = { ...sound, amendment: 'nowhere' as never };
    subject.isRefused('G3', fiji, tableAct(reading), reading);
  });
});
