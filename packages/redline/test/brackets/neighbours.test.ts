import { describe, expect, test } from 'vitest';
import { said } from './said.ts';

/** How a line reads: the words on the table and each proposal, `/` between them, `?` where a person is to confirm. */
function reading(line: string): string {
  const { base, proposals, doubts } = said(line);
  return [base, ...proposals.map((proposal) => proposal.replace(/^-: /, ''))].join(' / ') + '?'.repeat(doubts.length);
}

describe('brackets with a space between, of which only one can stand, are rivals', () => {
  test.each([
    ['modal verbs', 'All [shall] [may] act', 'All shall act / All may act'],
    ['numbers', 'for [2] [five (5)] days', 'for 2 five (5) days / for five (5) days / for 2 days?'],
    ['years, dates and letters for them', 'by [year x] [2030] [20XX]', 'by year x / by 2030 / by 20XX'],
    ['conjunctions', 'ships [and] [or] boats', 'ships and boats / ships or boats'],
    ['verbs', 'to [promote] [encourage] trade', 'to promote trade / to encourage trade?'],
    ['verbs of one body', '[Requests] [Invites] the Chair', 'Requests the Chair / Invites the Chair?'],
    ['participles', 'the [planned] [revised] list', 'the planned list / the revised list?'],
    ['adverbs', 'meet [weekly] [monthly]', 'meet weekly / meet monthly?'],
    ['plurals', 'of [sailors] [coastal communities]', 'of sailors / of coastal communities?'],
    ['noun phrases with articles', '[The Chair] [Each Member] reports', 'The Chair reports / Each Member reports?'],
    ['articles and owners', 'by [its] [the Party’s] means', 'by its means / by the Party’s means?'],
    [
      'conjunctions, one of them in two parts',
      'sea [and[/or]] [or] land',
      'sea and/or land / sea or land / sea and land',
    ],
    ['the same last word', 'a [short list] [complete list]', 'a short list / a complete list?'],
    ['the same first word', 'a [global fund] [global facility]', 'a global fund / a global facility?'],
    ['a small letter behind a full stop', 'It [meets.] [reports twice.]', 'It meets. / It reports twice.?'],
    ['a word to come', 'to [prepare] [submit] [other] it', 'to prepare it / to submit it / to other it?'],
  ])('%s: %s', (_, line, expected) => {
    expect(reading(line)).toBe(expected);
  });
});

describe('brackets with a space between that go on are further words', () => {
  test.each([
    ['a comma at the head', 'act [now] [, if able]', 'act now, if able / act, if able / act now'],
    ['“and” at the head', 'act [now] [and later]', 'act now and later / act and later / act now'],
    ['a comma at the end', 'act [now,] [together]', 'act now, together / act together / act now,'],
    ['a preposition at the end', 'part [of] [all trade]', 'part of all trade / part all trade / part of'],
    [
      'a phrase with a preposition',
      'the [fund] [under the Act]',
      'the fund under the Act / the under the Act / the fund',
    ],
    ['a verb behind its subject', '[Ministers] [shall] act', 'Ministers shall act / shall act / Ministers act'],
    ['a verb and its object', 'to [support] [the plan]', 'to support the plan / to the plan / to support'],
  ])('%s: %s', (_, line, expected) => {
    expect(reading(line)).toBe(expected);
  });

  test('where nothing tells, they are further words, and a person is asked', () => {
    expect(reading('a [sea] [route] opens')).toBe('a sea route opens / a route opens / a sea opens?');
  });
});

describe('brackets that touch are rivals', () => {
  test.each([
    ['whatever they hold', 'a [sea][land route]', 'a sea / a land route'],
    ['also with a bracket at the head', 'the [sum][[net] total]', 'the sum / the net total / the total'],
    ['unless the second goes on', 'act [now][ and later]', 'act now and later / act and later / act now'],
    [
      'unless it is a verb behind its subject',
      '[Ministers][shall] act',
      'Ministers shall act / shall act / Ministers act?',
    ],
    [
      'perhaps not where both are items of a list',
      'for [ports,][ships,] crews',
      'for ports, crews / for ships, crews?',
    ],
  ])('%s: %s', (_, line, expected) => {
    expect(reading(line)).toBe(expected);
  });
});

describe('between named and nameless brackets', () => {
  test('a rival that somebody proposes replaces what stands', () => {
    expect(said('All [shall] [should - EU] act')).toMatchObject({
      base: 'All shall act',
      proposals: ['EU: All should act'],
    });
  });

  test('what two would add at one place needs nobody to decide', () => {
    expect(said('All [fast - US] [fair - EU] trade')).toMatchObject({
      base: 'All trade',
      proposals: ['US: All fast trade', 'EU: All fair trade'],
      doubts: [],
    });
  });

  test('a doubt says what was read, why it may be otherwise and where', () => {
    expect(said('[Act.] OR [Wait.]')).toMatchObject({ base: 'Act.', proposals: ['-: Wait.'], doubts: [] });
  });
});
