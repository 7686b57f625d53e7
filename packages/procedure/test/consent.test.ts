import { readFileSync } from 'node:fs';
import { sha256 } from '@chapeau/base';
import { describe, expect, test } from 'vitest';
import { type Act, type Actor, latest, outlook, type RoomReading } from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, secretariat } from './conference.ts';

const elsewhere = sha256('other words');

function agree(conference: Conference, label: string, level: 'agreed' | 'ad-ref' = 'agreed'): Act {
  const { id, hash } = conference.standing(label);
  return { type: 'declare-agreed', document: conference.document.id, level, paragraphs: [{ paragraph: id, hash }] };
}

function position(conference: Conference, label: string, position: 'support' | 'object'): Act {
  const { id, hash } = conference.standing(label);
  const on = { type: 'paragraph', paragraph: id, hash } as const;
  return { type: 'take-position', document: conference.document.id, on, position, statement: '' };
}

describe('agreement', () => {
  test('[P6] an objection counts while its delegation is accredited, in the outlook as at the gavel', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two.');
    conference.does(fiji, position(conference, '1.', 'object'));
    conference.isRefused('P6', chair, agree(conference, '1.'));
    conference.does(secretariat, { type: 'withdraw-accreditation', delegation: delegation('fji') });
    expect(outlook(conference.state, conference.document)[0]).toMatchObject({ objecting: [], ready: true });
    conference.does(chair, agree(conference, '1.'));
  });

  test('[P8] goes from ad referendum to agreed, and not back without reopening', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two.');
    conference.does(chair, agree(conference, '1.', 'ad-ref'));
    conference.does(chair, agree(conference, '1.', 'ad-ref'));
    conference.does(chair, agree(conference, '1.'));
    conference.isRefused('P8', chair, agree(conference, '1.', 'ad-ref'));
    expect(conference.standing('1.').status).toBe('agreed');
    conference.does(chair, {
      type: 'reopen-paragraph',
      document: conference.document.id,
      paragraph: conference.labelled('1.'),
      reason: 'a capital asks',
    });
    conference.does(chair, agree(conference, '1.', 'ad-ref'));
  });

  test('[P4] waits for amendments to its words, not for those beside it; a move leaves it agreed', () => {
    const conference = new Conference().tabled('OP One;', 'OP Two.');
    const [one, two] = [conference.labelled('1.'), conference.labelled('2.')];
    conference.tables(conference.reading([fiji], { type: 'insert', after: one }, [[null, 'OP New;']]), fiji);
    conference.tables(conference.reading([fiji], { type: 'move', paragraphs: [one], after: two }, []), fiji);
    conference.does(chair, agree(conference, '1.'));
    conference.accepts(1);
    conference.accepts(2);
    expect(conference.text).toEqual(['1. bis New;', '2. Two.', '1. One;']);
    expect(conference.standing('1.').status).toBe('agreed');
    expect(conference.standing('1. bis').status).toBe('open');
  });

  test('[F2] a text from which everything was deleted is not adopted', () => {
    const conference = new Conference().tabled('OP One.');
    const one = conference.labelled('1.');
    conference.tables(conference.reading([fiji], { type: 'delete', paragraphs: [one] }, []), fiji);
    conference.accepts(1);
    const { textHash } = conference;
    conference.isRefused('F2', chair, { type: 'open-adoption', document: conference.document.id, textHash });
  });
});

describe('a refusal', () => {
  /** One of each that a user of the software can meet, and what programs must learn from it. */
  const met: readonly (readonly [string, object, () => readonly [Conference, Actor, Act, RoomReading | null]])[] = [
    [
      'G5',
      { what: 'paragraph', label: '1.', kind: 'operative' },
      () => {
        const conference = new Conference().tabled('OP One.');
        const act = position(conference, '1.', 'support') as Extract<Act, { type: 'take-position' }>;
        return [conference, fiji, { ...act, on: { ...act.on, hash: elsewhere } }, null];
      },
    ],
    [
      'G5',
      { what: 'text' },
      () => {
        const conference = new Conference().tabled('OP One.');
        return [
          conference,
          chair,
          { type: 'open-adoption', document: conference.document.id, textHash: elsewhere },
          null,
        ];
      },
    ],
    [
      'G5',
      { what: 'amendment', number: 1 },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.rewords(fiji, '1.', 'OP One more.');
        const { id: amendment } = conference.amendment(1);
        const act = { type: 'accept-amendment', document: conference.document.id, amendment, hash: elsewhere } as const;
        return [conference, chair, act, null];
      },
    ],
    [
      'P4',
      { label: '1.', number: 1 },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.rewords(fiji, '1.', 'OP One more.');
        return [conference, chair, agree(conference, '1.'), null];
      },
    ],
    [
      'P5',
      { label: 'PP1' },
      () => {
        const conference = new Conference().tabled('PP One [two],');
        return [conference, chair, agree(conference, 'PP1'), null];
      },
    ],
    [
      'P6',
      { label: '1.', delegation: 'fji', name: 'FJI' },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.does(fiji, position(conference, '1.', 'object'));
        return [conference, chair, agree(conference, '1.'), null];
      },
    ],
    [
      'P3',
      { number: 1 },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.rewords(fiji, '1.', 'OP One more.');
        const { id: amendment } = conference.amendment(1);
        const on = { type: 'amendment', amendment, hash: latest(conference.amendment(1)).hash } as const;
        const document = conference.document.id;
        return [conference, fiji, { type: 'take-position', document, on, position: 'support', statement: '' }, null];
      },
    ],
    [
      'A7',
      { number: 1, status: 'withdrawn' },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.rewords(fiji, '1.', 'OP One more.');
        const document = conference.document.id;
        const { id: amendment } = conference.amendment(1);
        conference.does(fiji, { type: 'withdraw-amendment', document, amendment });
        return [conference, fiji, { type: 'withdraw-amendment', document, amendment }, null];
      },
    ],
    [
      'F2',
      { count: 1, label: '2.' },
      () => {
        const conference = new Conference().tabled('OP One;', 'OP Two.');
        conference.does(chair, agree(conference, '1.'));
        const { document, textHash } = conference;
        return [conference, chair, { type: 'open-adoption', document: document.id, textHash }, null];
      },
    ],
    [
      'F5',
      { delegation: 'chl', name: 'CHL' },
      () => {
        const conference = new Conference().tabled('OP One.');
        conference.agreesAll();
        const { textHash } = conference;
        const document = conference.document.id;
        conference.does(chair, { type: 'open-adoption', document, textHash });
        const stance = { type: 'objects', reservations: [], dissociations: [], explanation: '' } as const;
        conference.does(chile, { type: 'state-stance', document, textHash, stance });
        return [conference, chair, { type: 'gavel', document, textHash }, null];
      },
    ],
    [
      'C3',
      { delegation: 'idn', name: 'IDN' },
      () => {
        const conference = new Conference();
        const id = delegation('idn');
        const again = {
          id,
          name: 'Indonesia',
          officialName: 'Republic of Indonesia',
          kind: 'state',
          code: 'ID',
        } as const;
        return [conference, secretariat, { type: 'accredit', participants: [again] }, null];
      },
    ],
  ];

  test.each(met)('by %s tells what a translation needs: %o', (rule, details, setting) => {
    const [conference, by, act, room] = setting();
    const decision = conference.attempts(by, act, room);
    expect(decision).toMatchObject({ ok: false, error: { rule, details } });
    // What is wrong, and what to do: at least two clauses, the first with a capital, the last with a full stop.
    expect(decision.ok ? '' : decision.error.message).toMatch(/^\p{Lu}.*[:.,] .*\.$/u);
  });

  test('names only rules that SPEC.md has', () => {
    const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
    const files = ['decide', 'document', 'conference', 'drafting', 'amendments', 'consent', 'adoption', 'naming'];
    const rules = files.flatMap((file) => {
      const source = readFileSync(new URL(`../src/decide/${file}.ts`, import.meta.url), 'utf8');
      return [...source.matchAll(/refuse\(\s*'([A-Z]\d+)'/g)].map((match) => match[1] ?? '');
    });
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) expect(spec).toContain(`**${rule}**`);
  });

  test('is of use to the sponsors of an amendment in conflict', () => {
    const conference = new Conference().tabled('OP Share practices.');
    conference.rewords(indonesia, '1.', 'OP Share good practices.');
    conference.rewords(fiji, '1.', 'OP Share sound practices.');
    conference.accepts(1);
    const { id: amendment, versions } = conference.amendment(2);
    const hash = versions[0]?.hash ?? elsewhere;
    const act = { type: 'accept-amendment', document: conference.document.id, amendment, hash } as const;
    expect(conference.attempts(chair, act)).toMatchObject({ error: { rule: 'A10', details: { number: 2 } } });
  });
});
