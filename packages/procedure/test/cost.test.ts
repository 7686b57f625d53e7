import { present } from '@chapeau/base';
import { plainText, wording } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  type Actor,
  decide,
  type Event,
  evolve,
  latest,
  paragraphsInText,
  proposalOn,
  roomHash,
} from '../src/index.ts';
import { Conference, chair, delegation, fiji, paragraph, secretariat } from './conference.ts';

/** A text of `paragraphs` paragraphs with an amendment by Indonesia to each of the first `amended`. */
function negotiation(paragraphs: number, amended: number): Conference {
  const lines = Array.from({ length: paragraphs }, (_, index) => `OP Share good practices number ${index} every year;`);
  const conference = new Conference().tabled(...lines);
  for (const { id, ...words } of paragraphsInText(conference.document).slice(0, amended)) {
    const scope = { type: 'replace', paragraphs: [id] } as const;
    const proposed = [{ id, ...wording('operative', 0, `${plainText(words)} and more;`) }];
    conference.happens({
      type: 'amendment-tabled',
      document: conference.document.id,
      amendment: `a${conference.document.amendments.size}` as never,
      number: conference.document.amendments.size + 1,
      version: 1,
      proposal: proposalOn(conference.document, scope, proposed),
      sponsors: [delegation('idn')],
      tags: { kind: 'substantive', sectors: [] },
      rationale: '',
    });
  }
  return conference;
}

/** Milliseconds of processor time, which a busy machine does not stretch. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median milliseconds that deciding and folding an act takes. */
function cost(conference: Conference, by: Actor, act: () => Act, rounds = 25): number {
  const times = Array.from({ length: rounds }, () => {
    const wanted = act();
    return spent(() => {
      const decision = decide(conference.state, wanted, by, conference.given(null));
      if (!decision.ok) throw new Error(decision.error.message);
      decision.value.reduce(
        (state, event, index) => evolve(state, { seq: state.seq + index + 1, at: state.at, event }),
        conference.state,
      );
    });
  });
  return present(times.sort((a, b) => a - b)[(rounds - 1) / 2], 'a time');
}

describe('in a text of 5,000 paragraphs with 2,000 amendments', () => {
  const small = negotiation(10, 5);
  const large = negotiation(5000, 2000);

  const onParagraph = (conference: Conference) => (): Act => {
    const { id, hash } = present(paragraphsInText(conference.document)[7], 'a paragraph');
    const on = { type: 'paragraph', paragraph: id, hash } as const;
    return { type: 'take-position', document: conference.document.id, on, position: 'support', statement: '' };
  };
  const onAmendment = (conference: Conference) => (): Act => {
    const { id, versions } = present(conference.document.amendments.last(), 'an amendment');
    const on = { type: 'amendment', amendment: id, hash: present(versions[0], 'a version').hash } as const;
    return { type: 'take-position', document: conference.document.id, on, position: 'support', statement: '' };
  };
  test.each([
    ['on a paragraph', onParagraph],
    ['on an amendment', onAmendment],
  ])('a position %s costs next to nothing', (_, act) => {
    cost(small, fiji, act(small));
    expect(cost(large, fiji, act(large))).toBeLessThan(1);
  });

  test('an acceptance takes less than a tenth of a second', () => {
    const { id, versions } = present(large.document.amendments.first(), 'an amendment');
    const { hash } = present(versions[0], 'a version');
    const act = { type: 'accept-amendment', document: large.document.id, amendment: id, hash } as const;
    expect(cost(large, chair, () => act)).toBeLessThan(100);
  });

  test('fifty paragraphs inserted in the middle take less than a second', () => {
    const after = large.document.order[2500] ?? null;
    const lines = Array.from({ length: 50 }, (_, index) => [null, `OP New ${index};`] as const);
    const reading = large.reading([fiji], { type: 'insert', after }, lines);
    large.tables(reading, fiji);
    const amendment = present(large.document.amendments.last(), 'an amendment');
    const { hash } = latest(amendment);
    const act = { type: 'accept-amendment', document: large.document.id, amendment: amendment.id, hash } as const;
    expect(cost(large, chair, () => act, 3)).toBeLessThan(1000);
  });
});

test('a text with labels of its own and 2,000 new paragraphs is tabled in less than two seconds', () => {
  const conference = new Conference();
  const document = conference.document.id;
  const words = paragraph('OP Share good practices;');
  const paragraphs = Array.from({ length: 3000 }, (_, index) => ({ label: `${index + 7}`, ...words }));
  conference.does(secretariat, { type: 'introduce-draft', document, paragraphs });
  conference.does(chair, { type: 'open-drafting', document, writers: 'all' });
  const typed = [{ length: plainText(words).length, by: null }];
  const room = conference.document.order.flatMap((id, index) => [
    { id, ...words, typed },
    ...(index < 2000 ? [{ id: null, ...words, typed }] : []),
  ]);
  const act = { type: 'table-text', document, hash: roomHash(room) } as const;
  expect(spent(() => conference.does(chair, act, { type: 'drafting', paragraphs: room }))).toBeLessThan(2000);
  expect(new Set(paragraphsInText(conference.document).map(({ label }) => label)).size).toBe(5000);
});

test('folding 100,000 entries takes less than a second', () => {
  const conference = negotiation(200, 100);
  const { state, document } = conference;
  const standing = paragraphsInText(document);
  const events = Array.from({ length: 100_000 }, (_, index): Event => {
    const { id, hash } = present(standing[index % standing.length], 'a paragraph');
    const by = delegation(['idn', 'fji', 'chl'][index % 3] ?? 'fji');
    const on = { type: 'paragraph', paragraph: id, hash } as const;
    return { type: 'position-taken', document: document.id, delegation: by, on, position: 'support', statement: '' };
  });
  let folded = state;
  const ms = spent(() => {
    for (const event of events) folded = evolve(folded, { seq: folded.seq + 1, at: '', event });
  });
  expect(folded.seq).toBe(state.seq + 100_000);
  expect(ms).toBeLessThan(1000);
});
