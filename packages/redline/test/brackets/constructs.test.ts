import { describe, expect, test } from 'vitest';
import { labelName, readNotation } from '../../src/brackets/index.ts';
import { holds } from './rows.ts';
import { said, saidAt } from './said.ts';

describe('names inside brackets', () => {
  holds([
    ['a [firm - US; G77 delete] step', { base: 'a step', proposals: ['US: a firm step'], positions: ['G77 delete'] }],
    ['a [firm – US] step', { base: 'a step', proposals: ['US: a firm step'] }],
    ['a [firm (Mexico)] step', { base: 'a step', proposals: ['Mexico: a firm step'] }],
    [
      'a [quick - EU, G77 retain / slow - US] step',
      { base: 'a quick step', proposals: ['US: a slow step'], positions: ['EU, G77 retain'] },
    ],
    [
      'meet [, online too. -G77; US, Canada, JPN delete.]',
      { base: 'meet', proposals: ['G77: meet, online too.'], positions: ['US, Canada, JPN delete'] },
    ],
    ['a [firm - US delete] step', { base: 'a firm step', proposals: ['US: a step'] }],
    [
      'a [firm - US; EU to consult; JPN scrutiny reservation; NOR could accept] step',
      {
        base: 'a step',
        proposals: ['US: a firm step'],
        positions: ['EU pending', 'JPN reserve', 'NOR flexible'],
      },
    ],
    [
      'a [firm - Chile, supported by Fiji and Peru] step',
      { base: 'a step', proposals: ['Chile: a firm step'], positions: ['Fiji, Peru support'] },
    ],
    ['a [firm - Malaysia on behalf of ASEAN] step', { base: 'a step', proposals: ['ASEAN: a firm step'] }],
    [
      'a [firm - Iran (Islamic Republic of), UK] step',
      { base: 'a step', proposals: ['Iran (Islamic Republic of), UK: a firm step'] },
    ],
    ['a [low - carbon] path', { base: 'a low - carbon path', proposals: ['-: a path'] }],
    ['the [least developed (LDCs)] too', { base: 'the least developed (LDCs) too', proposals: ['-: the too'] }],
  ]);
});

describe('names behind brackets', () => {
  holds([
    [
      'share [and report] (G77) (EU, CANZ, Russia: delete)',
      { base: 'share', proposals: ['G77: share and report'], positions: ['EU, CANZ, Russia delete'] },
    ],
    ['regional[ly agreed](Mexico) aims', { base: 'regional aims', proposals: ['Mexico: regionally agreed aims'] }],
    [
      'regional[ly agreed] aims (Mexico) (G77: retain);',
      {
        base: 'regional aims;',
        proposals: ['Mexico: regionally agreed aims;'],
        positions: ['G77 retain'],
        doubts: ['attribution-apart', 'attribution-apart'],
      },
    ],
    [
      '[Build a desk;] (Peru, supported by Fiji; India: bracket whole para)',
      { proposals: ['Peru: Build a desk;'], positions: ['Fiji support', 'India reserve all'] },
    ],
    ['Build a desk; (EU: delete para)', { base: 'Build a desk;', proposals: ['EU: (gone)'] }],
    ['for small islands (SIDS).', { base: 'for small islands (SIDS).' }],
  ]);
});

describe('names before the words', () => {
  holds([
    ['act [J/EU/US: soon] here', { base: 'act here', proposals: ['J, EU, US: act soon here'] }],
    [
      'rules {EU/CH/J: norms} here',
      { base: 'rules here', proposals: ['EU, CH, J: rules norms here'], doubts: ['extent-unclear'] },
    ],
    [
      '[US propose; CL oppose: 2. Each one acts.]',
      { label: '2', proposals: ['US: Each one acts.'], positions: ['CL oppose'] },
    ],
    ['[NZ/Can/Mex. Noting {open} means,]', { proposals: ['NZ, Can, Mex: Noting {open} means,'] }],
    ['4. [Fiji: 4. Act now;]', { label: '4 / 4', proposals: ['Fiji: Act now;'] }],
    ["[Chair's proposal: Act now;]", { proposals: ["Chair's proposal: Act now;"] }],
    ['[Definitions: as above] apply', { base: 'Definitions: as above apply', proposals: ['-: apply'] }],
  ]);
});

describe('alternatives', () => {
  holds([
    ['[owners]/[users] act', { base: 'owners act', proposals: ['-: users act'] }],
    ['[shall][should][may] act', { base: 'shall act', proposals: ['-: should act', '-: may act'] }],
    ['[shall] [should] act', { base: 'shall act', proposals: ['-: should act'] }],
    [
      '[fast] [fair] trade',
      { base: 'fast fair trade', proposals: ['-: fair trade', '-: fast trade'], doubts: ['neighbours-unclear'] },
    ],
    ['[all][, in time,] act', { base: 'all, in time, act', proposals: ['-: in time, act', '-: all act'] }],
    ['for [a / b - EU, UK / c]', { base: 'for a', proposals: ['EU, UK: for b', '-: for c'] }],
    [
      'to [set up/think of] it',
      { base: 'to set up it', proposals: ['-: to think of it'], doubts: ['slash-alternatives'] },
    ],
    [
      '[and/or] [NDC/NDCs] [A/RES/78/1]',
      {
        base: 'and/or NDC/NDCs A/RES/78/1',
        proposals: ['-: NDC/NDCs A/RES/78/1', '-: and/or A/RES/78/1', '-: and/or NDC/NDCs'],
        doubts: ['neighbours-unclear'],
      },
    ],
    ['[Option 1: act][Option 2: wait]', { base: 'act', proposals: ['-: wait'] }],
    ['2.[Act;] [Wait;]', { label: '2', base: 'Act;', proposals: ['-: Wait;'], doubts: ['neighbours-unclear'] }],
    ['Act [no text - G77 / soon - US]', { base: 'Act', proposals: ['G77: Act', 'US: Act soon'] }],
    [
      'go [by [rail] (EU) (Fiji: delete)] now',
      { base: 'go by now', proposals: ['EU: go by rail now', '-: go now'], positions: ['Fiji delete'] },
    ],
    ['[a [b - EU] c - US]', { proposals: ['US: a c', 'EU: a b c'] }],
    [
      '[Note [wide - G77; US delete] [and deep] gaps,]',
      {
        base: 'Note and deep gaps,',
        proposals: ['G77: Note wide and deep gaps,', '-: (gone)', '-: Note gaps,'],
        positions: ['US delete'],
      },
    ],
  ]);
});

describe('marks, instructions and what stays in the text', () => {
  holds([
    ['Act; [Agreed ad ref]', { base: 'Act;', marks: ['agreed-ad-ref: Agreed ad ref'] }],
    ['Act; (Agreed, placement tbd)', { base: 'Act;', marks: ['agreed: Agreed, placement tbd'] }],
    ['Act; (pending PP4)', { base: 'Act;', marks: ['pending: pending PP4'] }],
    ['the [agreed] text', { base: 'the agreed text', proposals: ['-: the text'] }],
    [
      '[To be deleted - Fiji][Retain - EU, UK] Act;',
      { base: 'Act;', proposals: ['Fiji: (gone)'], positions: ['EU, UK retain all'] },
    ],
    [
      '{Placeholder for dates} and [TBD]',
      { base: '{Placeholder for dates} and [TBD]', marks: ['placeholder: Placeholder for dates', 'placeholder: TBD'] },
    ],
    ['act {moved from 3} now', { base: 'act {moved from 3} now' }],
    ['\\[sic\\] [x \\- US]', { base: '[sic] x - US', proposals: ['-: [sic]'] }],
    ['MOD 5A Act;', { label: '5A', base: 'Act;', marks: ['itu: MOD'] }],
  ]);
});

describe('labels in every order and spacing', () => {
  test.each([
    ['PP2bis Act', 'PP2 bis'],
    ['PP 3 ter. Act', 'PP3 ter'],
    ['PP1 bis alt Act', 'PP1 bis alt'],
    ['alt PP3 Act', 'PP3 alt'],
    ['OP7.bis Act', 'OP7 bis'],
    ['1 bis alt. Act', '1 bis alt'],
    ['1. bis Act', '1 bis'],
    ['1 alt bis Act', '1 alt bis'],
    ['3.3quat Act', '3.3 quater'],
    ['3.3alt: Act', '3.3 alt'],
    ['3.x Act', '3.x'],
    ['(17bis) Act', '17 bis'],
    ['(a) bis Act', 'a bis'],
    ['PP2 quinquies alt 2. Act', 'PP2 quinquies alt 2'],
    ['[PP4 [x] act]', 'PP4'],
    ['6. [(a) act]', '6 / a'],
    ['Article 3ter (means)', 'Article 3 ter'],
    ['12 years of work', ''],
    ['(EU) acts', ''],
    ['1.5 degrees', ''],
  ])('%s', (line, label) => {
    expect(said(line).label).toBe(label);
  });

  test('alt is a rival of the paragraph whose number it has', () => {
    const reading = readNotation('3. Act;\n3 alt. Wait;\n3 bis. Rest;');
    expect(saidAt(reading, 0).proposals).toEqual(['-: Wait;']);
    expect(saidAt(reading, 2).proposals).toEqual([]);
  });

  test('options of one paragraph are rivals, and no text deletes it', () => {
    const reading = readNotation('4. Option 1: Act;\nOption 2: Wait;\nOption 3: No text.\n5. Rest;');
    expect(saidAt(reading, 0)).toMatchObject({ label: '4', base: 'Act;', proposals: ['-: Wait;', '-: (gone)'] });
    expect(reading.options).toEqual([
      [
        { name: '1', paragraphs: [0], isNothing: false },
        { name: '2', paragraphs: [1], isNothing: false },
        { name: '3', paragraphs: [2], isNothing: true },
      ],
    ]);
  });

  test('the end of options belongs to none of them and has no words', () => {
    const reading = readNotation('Option 1:\n4. Act;\nOption 2:\nWait;\n[End of options]\n5. Rest;');
    expect(reading.options.map((group) => group.map(({ paragraphs }) => paragraphs))).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
    ]);
    expect(saidAt(reading, 4)).toMatchObject({ base: '', proposals: [] });
    expect(said('End of options open to all')).toMatchObject({ base: 'End of options open to all' });
  });
});

describe('damage', () => {
  const places = (source: string) =>
    readNotation(source).repairs.map(({ line, column, kind }) => `${line}:${column} ${kind}`);

  test('a closing sign too many is set aside where it stands', () => {
    expect(said('[All [agree]] now]')).toMatchObject({ base: 'All agree now', doubts: ['unopened'] });
    expect(places('a\nb]')).toEqual(['2:2 unopened']);
  });

  test('an opening sign too many ends with its paragraph and moves no other bracket', () => {
    const reading = readNotation('Act [now;\nRest [a while;]');
    expect(reading.repairs).toMatchObject([{ line: 1, column: 5, kind: 'unclosed' }]);
    expect(saidAt(reading, 1)).toMatchObject({ base: 'Rest a while;', proposals: ['-: Rest'] });
  });

  test('a bracket may span paragraphs, and both say so', () => {
    const source = '6. [(a) act;\n(b) rest;] (Fiji)';
    expect(places(source)).toEqual(['1:4 across-paragraphs']);
    const reading = readNotation(source);
    expect([saidAt(reading, 0).base, saidAt(reading, 1)]).toMatchObject(['act;', { proposals: ['Fiji: rest;'] }]);
  });

  test('a bracket does not close behind a heading or in another option', () => {
    expect(places('Option 1: [Act;\nOption 2: Wait;]')).toEqual(['1:11 unclosed', '2:16 unopened']);
  });

  test('signs of two shapes that cross are both named', () => {
    expect(places('[a {b] c}')).toEqual(['1:4 unclosed', '1:9 unopened']);
  });

  test('names that are not known, or known for two, are kept as written', () => {
    const reading = readNotation('a [firm - Zembla, Korea] step');
    expect(reading.repairs.map(({ kind }) => kind)).toEqual(['unknown-party', 'ambiguous-party']);
    const [proposal] = reading.paragraphs[0]?.proposals ?? [];
    expect(proposal?.parties.map(({ written, parties }) => [written, parties.map(({ id }) => id)])).toEqual([
      ['Zembla', []],
      ['Korea', ['kor', 'prk']],
    ]);
  });

  test('page numbers and running heads of a PDF are set aside, and its broken lines joined', () => {
    const page = (number: number, words: string) => `${words}\n\n${number}\n\nSecond reading, draft of noon\n\n`;
    const source = `${page(11, 'PP1 Recalling that [all] delegations')}${page(12, 'came to the island [and stayed')}${page(13, 'a while],')}PP2 Noting it,`;
    const reading = readNotation(source);
    expect(reading.repairs.filter(({ kind }) => kind === 'page-furniture')).toHaveLength(6);
    expect(saidAt(reading, 0)).toMatchObject({
      label: 'PP1',
      base: 'Recalling that all delegations came to the island and stayed a while,',
    });
    expect(reading.tokens.map(({ text }) => text).join('')).toBe(source);
  });

  test('a number on a line by itself that counts on from nothing is words', () => {
    expect(readNotation('Act\n\n2030\n\nnow').repairs).toEqual([]);
  });

  test('brackets nest to any depth', () => {
    const depth = 50_000;
    const { counts, repairs } = readNotation('['.repeat(depth) + ']'.repeat(depth));
    expect([counts.nesting, counts.brackets, repairs.length]).toEqual([depth, depth, 0]);
  });
});

describe('Markdown', () => {
  const read = (source: string) => readNotation(source, { format: 'markdown' });

  test('emphasis may begin inside a bracket and end outside it', () => {
    const [paragraph] = read('*[Taking* note of] **all**[^1]').paragraphs;
    expect(paragraph?.base).toEqual([
      { text: 'Taking', marks: ['italic'] },
      { text: ' note of ', marks: [] },
      { text: 'all', marks: ['bold'] },
    ]);
  });

  test('footnote marks and links are no brackets', () => {
    expect(read('See [the rules](https://example.org/a) here[^2].').counts.brackets).toBe(0);
  });

  test('labels and options stand behind signs of the format', () => {
    const reading = read('## [Article 3bis] *(forests)*\n**Option 2:** [act]');
    expect(reading.paragraphs.map(({ label, option }) => [label === null ? null : labelName(label), option])).toEqual([
      ['Article 3 bis', null],
      [null, '2'],
    ]);
  });
});
