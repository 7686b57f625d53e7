import { present } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import {
  actSchema,
  type CompiledParagraph,
  type EnteredProposal,
  type EnteredReplacement,
  eventSchema,
  type IntroduceCompilation,
  latest,
  paragraphsInText,
  roomHash,
  stateFromJson,
  stateToJson,
  widestCompilation,
} from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, paragraph, secretariat } from './conference.ts';

const [idn, fji, chl] = [delegation('idn'), delegation('fji'), delegation('chl')];

function entered(line: string, more: Partial<CompiledParagraph> = {}): CompiledParagraph {
  return { label: '', ...paragraph(line), status: 'open', proposals: [], positions: [], ...more };
}

function rewording(line: string, ...sponsors: EnteredProposal['sponsors']): EnteredProposal {
  return { type: 'rewording', wording: paragraph(line), sponsors, positions: [] };
}

function deletion(...sponsors: EnteredProposal['sponsors']): EnteredProposal {
  return { type: 'deletion', sponsors, positions: [] };
}

function replacement(
  span: number,
  paragraphs: EnteredReplacement['paragraphs'],
  ...sponsors: EnteredProposal['sponsors']
): EnteredReplacement {
  return { type: 'replacement', span, paragraphs, sponsors, positions: [] };
}

function insertion(line: string, ...sponsors: EnteredProposal['sponsors']) {
  return { type: 'insertion', paragraphs: [paragraph(line)], sponsors, positions: [] } as const;
}

function actOf(
  conference: Conference,
  paragraphs: readonly CompiledParagraph[],
  atHead: IntroduceCompilation['atHead'] = [],
): IntroduceCompilation {
  return { type: 'introduce-compilation', document: conference.document.id, revision: 3, paragraphs, atHead };
}

function compiled(...paragraphs: readonly CompiledParagraph[]): Conference {
  const conference = new Conference();
  conference.does(secretariat, actOf(conference, paragraphs));
  return conference;
}

function isForbidden(rule: string, ...paragraphs: readonly CompiledParagraph[]): void {
  const conference = new Conference();
  conference.isRefused(rule, secretariat, actOf(conference, paragraphs));
}

describe('[K1] the secretariat introduces a compilation', () => {
  test('as the revision that it names, with its proposals as amendments on its words', () => {
    const conference = new Conference();
    const act = actOf(
      conference,
      [
        entered('PP Recalling peace,', { label: 'PP1' }),
        entered('OP Share data;', {
          label: '1.',
          proposals: [rewording('OP Share open data;', idn, fji), deletion(chl), insertion('OP Meet;', fji)],
        }),
      ],
      [insertion('PP Noting,', chl)],
    );
    expect(actSchema.parse(act)).toEqual(act);
    conference.does(secretariat, act);
    const { stage, revision, amendments } = conference.document;
    expect([stage, revision, conference.text]).toEqual(['negotiation', 3, ['PP1 Recalling peace,', '1. Share data;']]);
    expect(
      [...amendments.values()].map((one) => [
        one.number,
        latest(one).scope.type,
        one.sponsors.join(),
        latest(one)
          .paragraphs.map((words) => plainText(words))
          .join(),
      ]),
    ).toEqual([
      [1, 'insert', 'chl', 'Noting,'],
      [2, 'replace', 'idn,fji', 'Share open data;'],
      [3, 'delete', 'chl', ''],
      [4, 'insert', 'fji', 'Meet;'],
    ]);
  });

  test('also in place of a draft that nobody has opened', () => {
    const conference = new Conference().introduced('OP Old;');
    conference.does(secretariat, actOf(conference, [entered('OP New;')]));
    expect(conference.text).toEqual(['1. New;']);
  });

  test('and nobody else does', () => {
    const conference = new Conference();
    for (const by of [chair, indonesia]) conference.isRefused('G1', by, actOf(conference, [entered('OP Share;')]));
  });

  test('not on a draft that is open, nor on a text that is tabled', () => {
    const open = new Conference().introduced('OP Share;');
    open.does(chair, { type: 'open-drafting', document: open.document.id, writers: 'all' });
    open.isRefused('D2', secretariat, actOf(open, [entered('OP New;')]));
    const tabled = new Conference().tabled('OP Share;');
    tabled.isRefused('G4', secretariat, actOf(tabled, [entered('OP New;')]));
  });
});

describe('[K2] every paragraph has words without forbidden characters', () => {
  test('those of the text', () => {
    isForbidden('K2', entered('OP  '));
    isForbidden('K2', entered('OP Share\u202E data;'));
    isForbidden('K2', entered('OP Share;', { label: '1\u0007' }));
  });

  test('there is at least one, in the text or proposed', () => {
    isForbidden('K2');
    const conference = new Conference();
    conference.does(secretariat, actOf(conference, [], [insertion('OP Meet;', idn)]));
    expect([conference.document.stage, conference.text]).toEqual(['negotiation', []]);
    conference.accepts(1);
    expect(conference.text).toEqual(['1. Meet;']);
  });

  test('and those proposed', () => {
    isForbidden('K2', entered('OP Share;', { proposals: [rewording('OP  ')] }));
    isForbidden('K2', entered('OP Share;', { proposals: [insertion('OP Meet\u202E;')] }));
    const blank = [{ rewords: null, ...paragraph('OP ') }];
    isForbidden('K2', entered('OP Share;', { proposals: [replacement(1, blank)] }));
    const conference = new Conference();
    const act = actOf(conference, [entered('OP Share;')], [insertion('PP ')]);
    conference.isRefused('K2', secretariat, act);
  });
});

test('[K3] only accredited delegations are named', () => {
  const nowhere = delegation('xyz');
  isForbidden('K3', entered('OP Share;', { proposals: [deletion(idn, nowhere)] }));
  const held = { delegation: nowhere, position: 'support', statement: '' } as const;
  isForbidden('K3', entered('OP Share;', { positions: [held] }));
  isForbidden('K3', entered('OP Share;', { proposals: [{ ...deletion(idn), positions: [held] }] }));
  const conference = new Conference();
  conference.does(secretariat, { type: 'withdraw-accreditation', delegation: chl });
  conference.isRefused('K3', secretariat, actOf(conference, [entered('OP Share;', { proposals: [deletion(chl)] })]));
});

describe('[K4] a proposal', () => {
  test('changes something', () =>
    isForbidden('K4', entered('OP Share;', { proposals: [rewording('OP Share;', idn)] })));

  test('is of at most fifty new paragraphs', () => {
    const conference = new Conference();
    const paragraphs = Array.from({ length: 51 }, () => paragraph('OP Meet;'));
    const proposals = [{ type: 'insertion', paragraphs, sponsors: [], positions: [] }] as const;
    const act = actOf(conference, [entered('OP Share;', { proposals })]);
    expect(actSchema.safeParse(act).success).toBe(false);
  });

  test('is of several paragraphs as one amendment', () => {
    const meet = { rewords: 0, ...paragraph('OP Meet often;') };
    const conference = compiled(
      entered('OP Meet;', { proposals: [replacement(2, [meet, { rewords: null, ...paragraph('OP Talk;') }], idn)] }),
      entered('OP Report;', { proposals: [replacement(2, [], chl)] }),
      entered('OP Go;'),
    );
    const [first, second, third] = conference.document.order;
    expect(latest(conference.amendment(1)).scope).toEqual({ type: 'replace', paragraphs: [first, second] });
    expect(latest(conference.amendment(1)).paragraphs.map(({ id }) => id)).toEqual([first, null]);
    expect(latest(conference.amendment(2)).scope).toEqual({ type: 'delete', paragraphs: [second, third] });
    conference.accepts(1);
    expect(conference.text).toEqual(['1. Meet often;', '1. bis Talk;', '3. Go;']);
  });

  test('of paragraphs that stand, in their order', () => {
    const words = (rewords: number) => ({ rewords, ...paragraph('OP Talk;') });
    isForbidden('K4', entered('OP Meet;', { proposals: [replacement(2, [words(0)])] }));
    for (const order of [[1, 0], [0, 0], [2]])
      isForbidden('K4', entered('OP Meet;', { proposals: [replacement(2, order.map(words))] }), entered('OP Go;'));
    const same = [{ rewords: 0, ...paragraph('OP Meet;') }];
    isForbidden('K4', entered('OP Meet;', { proposals: [replacement(1, same)] }));
  });
});

test('[K5] a delegation is named once at a wording', () => {
  const held = (position: 'support' | 'reserve') => ({ delegation: idn, position, statement: '' }) as const;
  isForbidden('K5', entered('OP Share;', { proposals: [deletion(idn, idn)] }));
  isForbidden('K5', entered('OP Share;', { proposals: [{ ...deletion(idn), positions: [held('support')] }] }));
  isForbidden('K5', entered('OP Share;', { positions: [held('support'), held('reserve')] }));
  compiled(entered('OP Share;', { positions: [held('reserve')], proposals: [deletion(idn)] }));
});

describe('[K6] a paragraph enters as agreed', () => {
  test('where nobody disputes its words', () => {
    const conference = compiled(
      entered('OP Share;', { status: 'agreed', proposals: [insertion('OP Meet;', idn)] }),
      entered('OP Train;', { status: 'ad-ref' }),
      entered('OP Report;'),
    );
    expect(paragraphsInText(conference.document).map(({ status }) => status)).toEqual([
      'agreed',
      'agreed-ad-ref',
      'open',
    ]);
  });

  test('and not with proposals on them, brackets or an objection', () => {
    isForbidden('K6', entered('OP Share;', { status: 'agreed', proposals: [deletion()] }));
    isForbidden('K6', entered('OP Share [data];', { status: 'ad-ref' }));
    const both = entered('OP Share;', { proposals: [replacement(2, [])] });
    isForbidden('K6', both, entered('OP Meet;', { status: 'agreed' }));
    const held = { delegation: fji, position: 'object', statement: '' } as const;
    isForbidden('K6', entered('OP Share;', { status: 'agreed', positions: [held] }));
  });
});

describe('[K7] of a text of thousands of paragraphs', () => {
  test('each is entered, in time that grows with their number', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      entered(`OP Share ${index};`, { proposals: [rewording(`OP Share more ${index};`, idn)] }),
    );
    const conference = compiled(...many);
    expect([conference.document.order.length, conference.document.amendments.size]).toEqual([5000, 5000]);
  });

  test('there are at most so many amendments and positions', () => {
    const proposals = Array.from({ length: 2000 }, (_, index) => rewording(`OP Share more ${index};`));
    const paragraphs = Array.from({ length: widestCompilation / 2000 }, () => entered('OP Share;', { proposals }));
    isForbidden('K7', ...paragraphs, entered('OP Meet;', { proposals: [deletion()] }));
  });
});

describe('[K8] what it says is kept as ordinary entries', () => {
  const share = entered('OP Share data;', {
    proposals: [
      {
        ...rewording('OP Share open data;', idn, fji),
        positions: [{ delegation: chl, position: 'reserve', statement: 'pending' }],
      },
    ],
    positions: [{ delegation: chl, position: 'support', statement: '' }],
  });

  test('the text, amendments with the positions on each, and what is agreed', () => {
    const conference = compiled(share, entered('OP Meet;', { status: 'agreed' }));
    const events = conference.events.slice(-5);
    expect(events.map(({ type }) => type)).toEqual([
      'text-tabled',
      'position-taken',
      'amendment-tabled',
      'position-taken',
      'paragraphs-agreed',
    ]);
    expect(events.map((event) => eventSchema.parse(event))).toEqual(events);
    expect(stateToJson(stateFromJson(stateToJson(conference.state)))).toEqual(stateToJson(conference.state));
    expect(conference.standing('1.').credits.map(({ by }) => by)).toEqual([[]]);
    expect(conference.amendment(1).positions.get(chl)?.statement).toBe('pending');
  });

  test('and the delegations go on from there', () => {
    const conference = compiled(share);
    const { id: amendment } = conference.amendment(1);
    const document = conference.document.id;
    const { hash } = latest(conference.amendment(1));
    const on = { type: 'amendment', amendment, hash } as const;
    conference.does(chile, { type: 'take-position', document, on, position: 'support', statement: '' });
    conference.isRefused('P3', fiji, { type: 'take-position', document, on, position: 'support', statement: '' });
    conference.does(fiji, { type: 'withdraw-sponsorship', document, amendment });
    conference.isRefused('A8', fiji, { type: 'withdraw-amendment', document, amendment });
    conference.does(indonesia, { type: 'withdraw-amendment', document, amendment });
    conference.agreesAll();
  });
});

describe('[K9] an amendment for which nobody is named', () => {
  test('is withdrawn by nobody, nor changed', () => {
    const conference = compiled(entered('OP Share;', { proposals: [rewording('OP Share data;')] }));
    const { id: amendment } = conference.amendment(1);
    const document = conference.document.id;
    conference.isRefused('A8', indonesia, { type: 'withdraw-amendment', document, amendment });
    conference.isRefused('A13', indonesia, { type: 'withdraw-sponsorship', document, amendment });
    const paragraphs = [conference.labelled('1.')];
    const scope = { type: 'replace', paragraphs } as const;
    const reading = {
      ...conference.reading([indonesia], scope, [[paragraphs[0] ?? null, 'OP Share all;']]),
      amendment,
    };
    conference.isRefused(
      'K9',
      indonesia,
      { type: 'table-amendment', draft: 'adraft' as never, hash: roomHash([]) },
      reading,
    );
  });

  test('is accepted by the chair, without credit to anybody', () => {
    const conference = compiled(entered('OP Share;', { proposals: [rewording('OP Share data;')] }));
    conference.accepts(1);
    expect(conference.text).toEqual(['1. Share data;']);
    expect(new Set(conference.standing('1.').credits.flatMap(({ by }) => by))).toEqual(new Set());
  });

  test('or many of them, for all or for none', () => {
    const proposals = ['data', 'all', 'more'].map((what) => rewording(`OP Share ${what};`));
    const conference = compiled(entered('OP Share;', { proposals }));
    const document = conference.document.id;
    const amendments = [...conference.document.amendments.values()].map((one) => ({
      amendment: one.id,
      hash: latest(one).hash,
    }));
    const reason = 'Nobody spoke for it';
    const [first, ...others] = amendments;
    const stale = [{ ...present(first, 'an amendment'), hash: conference.standing('1.').hash }, ...others];
    conference.isRefused('G5', chair, { type: 'not-retain-amendments', document, amendments: stale, reason });
    conference.isRefused('G1', indonesia, { type: 'not-retain-amendments', document, amendments, reason });
    const twice = [...amendments, ...amendments];
    expect(conference.does(chair, { type: 'not-retain-amendments', document, amendments: twice, reason }).length).toBe(
      3,
    );
    conference.isRefused('A7', chair, { type: 'not-retain-amendments', document, amendments, reason });
    conference.agreesAll();
  });

  test('is no dead end: who takes its words up proposes them, and whichever is accepted, the other falls', () => {
    for (const accepted of [1, 2]) {
      const conference = compiled(entered('OP Share;', { proposals: [rewording('OP Share data;')] }));
      const { id: amendment } = conference.amendment(1);
      const on = { type: 'amendment', amendment, hash: latest(conference.amendment(1)).hash } as const;
      const document = conference.document.id;
      conference.does(chile, { type: 'take-position', document, on, position: 'support', statement: '' });
      conference.rewords(indonesia, '1.', 'OP Share data;');
      conference.accepts(accepted);
      const settled = [...conference.document.amendments.values()].map(({ status }) => status);
      expect(settled).toEqual(accepted === 1 ? ['accepted', 'fallen'] : ['fallen', 'accepted']);
      expect(new Set(conference.standing('1.').credits.flatMap(({ by }) => by)).size).toBe(accepted - 1);
    }
  });

  test('in conflict it waits for a delegation or the chair, who are told so', () => {
    const conference = compiled(
      entered('OP Share data;', {
        proposals: [rewording('OP Share open data;'), rewording('OP Share free data;', idn)],
      }),
    );
    conference.accepts(2);
    expect(conference.amendment(1).status).toBe('conflict');
    const { id: amendment } = conference.amendment(1);
    const { hash } = latest(conference.amendment(1));
    const document = conference.document.id;
    const refused = conference.attempts(chair, { type: 'accept-amendment', document, amendment, hash });
    expect(refused.ok ? null : [refused.error.rule, refused.error.code]).toEqual(['A10', 'in-conflict-nameless']);
    conference.does(chair, { type: 'not-retain-amendment', document, amendment, hash, reason: 'No support' });
  });

  test('or not retained', () => {
    const conference = compiled(entered('OP Share;', { proposals: [deletion()] }));
    const { id: amendment } = conference.amendment(1);
    const { hash } = latest(conference.amendment(1));
    const document = conference.document.id;
    conference.does(chair, { type: 'not-retain-amendment', document, amendment, hash, reason: 'No support' });
    conference.agreesAll();
  });
});
