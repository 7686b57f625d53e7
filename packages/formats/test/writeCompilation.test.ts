import {
  type AmendmentId,
  type AmendmentState,
  type DelegationId,
  type EnteredProposal,
  isLive,
  latest,
} from '@chapeau/procedure';
import { wordingOf } from '@chapeau/redline/brackets';
import { type ParagraphId, plainText, type Wording, wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { family } from '../../redline/test/arbitraries.ts';
import { compilationEntry, delegationNamed, partiesNamed, readCompilation } from '../src/compilation.ts';
import { type WrittenCompilation, writeCompilation } from '../src/writeCompilation.ts';
import { type Delegation, delegations, type Given, Negotiation } from './negotiation.ts';

const at = '2026-01-01T05:00:00.000Z';
const labels = ['PP1', 'PP2', '1.', '2.', '(a)', '(b)', '3.'];

/** What one delegation or several would do at a paragraph. */
interface Wish {
  readonly sponsors: readonly Delegation[];
  readonly act: 'reword' | 'delete' | 'insert';
  /** Which of the wordings made from the paragraph's. */
  readonly variant: number;
}

/** What somebody would do with several paragraphs, or with new ones: other words for them in order, new ones behind, or none. */
interface WideWish {
  readonly sponsors: readonly Delegation[];
  readonly isNew: boolean;
  readonly from: number;
  readonly length: number;
  /** Which of the wordings made from the first paragraph's. */
  readonly says: readonly number[];
}

const wideWish: fc.Arbitrary<WideWish> = fc.record({
  sponsors: fc.subarray([...delegations], { minLength: 1, maxLength: 2 }),
  isNew: fc.boolean(),
  from: fc.nat(3),
  length: fc.integer({ min: 2, max: 3 }),
  says: fc.subarray([0, 1, 2]),
});

const wish: fc.Arbitrary<Wish> = fc.record({
  sponsors: fc.subarray([...delegations], { minLength: 1, maxLength: 3 }),
  act: fc.constantFrom('reword', 'reword', 'reword', 'insert', 'delete'),
  variant: fc.nat(3),
});

const places = fc.array(fc.record({ words: family(3), wishes: fc.array(wish, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 4,
});

/** A document of numbered paragraphs, with amendments to their words by named delegations. */
const negotiation = places.map((given) => printable(negotiated(given)));

/** The same, with amendments about several paragraphs at once; they may overlap. */
const wideNegotiation = fc.tuple(places, fc.array(wideWish, { minLength: 1, maxLength: 2 })).map(([given, wide]) => {
  const made = negotiated(given);
  for (const one of wide) tablesWide(made, one, given[one.from % given.length]?.words.variants ?? []);
  return printable(made);
});

function negotiated(given: typeof places extends fc.Arbitrary<infer T> ? T : never): Negotiation {
  const text = given.map(
    ({ words }, index): Given => ({
      label: labels[index] ?? '',
      words: isBlank(words.base) ? 'Words' : words.base.runs,
      level: labels[index]?.startsWith('(') === true ? 1 : 0,
    }),
  );
  const made = new Negotiation(text);
  given.forEach(({ words, wishes }, index) => {
    const label = labels[index] ?? '';
    for (const { sponsors, act, variant } of wishes) {
      const wording = words.variants[variant % words.variants.length];
      if (act === 'delete') made.rewords(sponsors, label, null);
      else if (wording === undefined || isBlank(wording)) continue;
      else if (act === 'insert') made.inserts(sponsors, label, plainText(wording));
      else made.rewords(sponsors, label, wording.runs);
    }
  });
  return made;
}

function tablesWide(
  made: Negotiation,
  { sponsors, isNew, from, length, says }: WideWish,
  variants: readonly Wording[],
) {
  const { order, paragraphs } = made.document;
  const first = from % order.length;
  const ids = order.slice(first, first + length);
  const { kind = 'operative', level = 0 } = paragraphs.get(ids[0] as never) ?? {};
  const words = says.flatMap((index) => variants[index] ?? []).filter((one) => !isBlank(one));
  const said = (isOwn: boolean) =>
    words.map(({ runs }, nth) => {
      const own = isOwn ? paragraphs.get(ids[nth] as never) : undefined;
      return { id: own?.id ?? null, ...wording(own?.kind ?? kind, own?.level ?? level, runs) };
    });
  if (!isNew && words.length === 0 && ids.length > 1) made.tables(sponsors, { type: 'delete', paragraphs: ids }, []);
  else if (!isNew && words.length > 0) made.tables(sponsors, { type: 'replace', paragraphs: ids }, said(true));
  else if (isNew && words.length > 0) made.tables(sponsors, { type: 'insert', after: ids[0] as never }, said(false));
}

function printable(made: Negotiation): Negotiation {
  return Object.assign(made, {
    [fc.toStringMethod]: () => JSON.stringify([meant(made), meantWide(made), written(made, 'rio').markdown]),
  });
}

function isBlank(wording: Wording): boolean {
  return plainText(wording).trim() === '';
}

function written(made: Negotiation, form: 'rio' | 'un' | 'none', positions = false): WrittenCompilation {
  return writeCompilation(made.state, made.document, { form, positions, at });
}

/** `words: who, who`, `words` trimmed; a proposal that is none in words is not among them. */
type Said = Readonly<Record<string, readonly string[]>>;
interface Place {
  readonly label: string;
  readonly words: string;
  readonly proposals: Said;
  readonly insertions: Said;
}

/** What a document says, by its state, at single paragraphs. */
function meant({ document }: Negotiation): readonly Place[] {
  const live = [...document.amendments.values()]
    .filter((one) => isLive(one) && !isWide(one))
    .map((one) => ({ one, version: latest(one) }));
  return document.order.map((id) => {
    const paragraph = document.paragraphs.get(id);
    const words = plainText(paragraph ?? { runs: [] }).trim();
    const [proposals, insertions] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    for (const { one, version } of live) {
      const { scope, paragraphs } = version;
      const says = paragraphs.map((proposed) => plainText(proposed).trim());
      if (scope.type === 'insert' && scope.after === id) for (const text of says) add(insertions, text, one.sponsors);
      if (scope.type === 'delete' && scope.paragraphs.includes(id)) add(proposals, '', one.sponsors);
      if (scope.type === 'replace' && scope.paragraphs.includes(id)) add(proposals, says[0] ?? '', one.sponsors);
    }
    return {
      label: paragraph?.label ?? '',
      words,
      proposals: sorted(proposals, words),
      insertions: sorted(insertions),
    };
  });
}

function isWide(amendment: AmendmentState): boolean {
  const { scope, paragraphs } = latest(amendment);
  return scope.type === 'insert'
    ? paragraphs.length > 1
    : isSpan(
        scope.paragraphs.length,
        paragraphs.map(({ id }) => id),
      );
}

function isSpan(length: number, rewords: readonly unknown[]): boolean {
  return length + rewords.filter((one) => one === null).length > 1;
}

/** `at the paragraph, so many: words / words`, by whom. */
function meantWide({ document }: Negotiation): Said {
  const wide = new Map<string, Set<string>>();
  for (const one of [...document.amendments.values()].filter((each) => isLive(each) && isWide(each))) {
    const { scope, paragraphs } = latest(one);
    const [first, length] = scope.type === 'insert' ? [scope.after, 0] : [scope.paragraphs[0], scope.paragraphs.length];
    add(wide, wideKey(document.order.indexOf(first as never), length, paragraphs), one.sponsors);
  }
  return sorted(wide);
}

function wideKey(at: number, length: number, says: readonly Pick<Wording, 'runs'>[]): string {
  return `${at}, ${length}: ${says.map((one) => plainText(one).trim()).join(' / ')}`;
}

/** What a written compilation says to whoever reads it, at single paragraphs and of several. */
function readBack(compilation: WrittenCompilation, made: Negotiation): readonly Place[] {
  return readBoth(compilation, made).places;
}

function actOf({ markdown }: WrittenCompilation, made: Negotiation) {
  const reading = readCompilation(markdown, 'markdown');
  const here = [...made.state.participants.values()];
  const parties = new Map(
    partiesNamed(reading).map(
      (party) => [party.key, [delegationNamed(party, here)].flatMap((id) => id ?? [])] as const,
    ),
  );
  return compilationEntry(reading, { document: made.id, revision: 1, parties }).act;
}

/** The positions on what is proposed. */
function positionsBack(compilation: WrittenCompilation, made: Negotiation): readonly string[] {
  const { paragraphs, atHead } = actOf(compilation, made);
  const proposals = [...atHead, ...paragraphs.flatMap((one) => one.proposals)];
  return proposals
    .flatMap(({ positions }) => positions.map(({ delegation, position }) => `${delegation} ${position}`))
    .sort();
}

function readBoth(compilation: WrittenCompilation, made: Negotiation) {
  const act = actOf(compilation, made);
  const wide = new Map<string, Set<string>>();
  const places = act.paragraphs.map((paragraph, index) => {
    const words = plainText(paragraph).trim();
    const [proposals, insertions] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    for (const proposal of paragraph.proposals) {
      const says = proposal.type === 'replacement' || proposal.type === 'insertion' ? proposal.paragraphs : [];
      if (proposal.type === 'replacement' || says.length > 1) {
        add(wide, wideKey(index, proposal.type === 'replacement' ? proposal.span : 0, says), proposal.sponsors);
        continue;
      }
      const to = proposal.type === 'insertion' ? insertions : proposals;
      for (const text of wordsOf(proposal)) add(to, text, proposal.sponsors);
    }
    return { label: paragraph.label, words, proposals: sorted(proposals, words), insertions: sorted(insertions) };
  });
  return { places, wide: sorted(wide) };
}

function wordsOf(proposal: EnteredProposal): readonly string[] {
  if (proposal.type === 'deletion') return [''];
  return (proposal.type === 'rewording' ? [proposal.wording] : proposal.paragraphs).map((one) => plainText(one).trim());
}

function add(to: Map<string, Set<string>>, text: string, who: readonly DelegationId[]): void {
  to.set(text, new Set([...(to.get(text) ?? []), ...who]));
}

function sorted(said: Map<string, Set<string>>, base?: string): Said {
  const others = [...said].filter(([text]) => text !== base).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(others.map(([text, who]) => [text, [...who].sort()]));
}

/** Each run of the tests tries the same cases; `fuzz laws` tries others. */
const seed = 2021;

describe('reading back what was written', () => {
  test.each(['rio', 'un'] as const)('%s: the same paragraphs, the same wordings by the same delegations', (form) => {
    fc.assert(
      fc.property(negotiation, (made) => {
        const compilation = written(made, form);
        expect(compilation.notes).toEqual([]);
        expect(readBack(compilation, made)).toEqual(meant(made));
      }),
      { seed, numRuns: 40, endOnFailure: true },
    );
  });

  test.each(['rio', 'un'] as const)(
    '%s: an amendment about several paragraphs comes back as one, or is noted',
    (form) => {
      fc.assert(
        fc.property(wideNegotiation, (made) => {
          const compilation = written(made, form);
          expect(compilation.notes.filter(({ type }) => type !== 'several')).toEqual([]);
          fc.pre(compilation.notes.length === 0);
          expect(readBoth(compilation, made)).toEqual({ places: meant(made), wide: meantWide(made) });
        }),
        { seed, numRuns: 40, endOnFailure: true },
      );
    },
  );

  const said = [
    ['idn', 'awaiting'],
    ['aus', 'reserve'],
    ['jpn', 'support'],
    ['chl', 'flexible'],
    ['eu', 'object'],
  ] as const;
  test.each(['rio', 'un'] as const)('%s: who says what of an amendment, of one paragraph or several', (form) => {
    const acts: readonly ((made: Negotiation, first: ParagraphId, second: ParagraphId) => AmendmentId)[] = [
      (made) => made.inserts(['fji'], 'PP1', 'New words,'),
      (made) => made.inserts(['fji'], 'PP1', 'New words,', 'More words,'),
      (made) => made.rewords(['fji'], 'PP1', 'Share open data,'),
      (made, first, second) =>
        made.tables(['fji'], { type: 'replace', paragraphs: [first, second] }, [
          { id: first, ...wording('preambular', 0, 'Share data / views often,') },
        ]),
      (made, first) =>
        made.tables(['fji'], { type: 'replace', paragraphs: [first] }, [
          { id: first, ...wording('preambular', 0, 'Share data often,') },
          { id: null, ...wording('preambular', 0, 'And more,') },
        ]),
      (made) => made.rewords(['fji'], 'PP1', null),
      (made, first, second) => made.tables(['fji'], { type: 'delete', paragraphs: [first, second] }, []),
    ];
    for (const act of acts) {
      const made = new Negotiation([
        { label: 'PP1', words: 'Share data,' },
        { label: 'PP2', words: 'Meet often,' },
      ]);
      const [first, second] = made.document.order as [ParagraphId, ParagraphId];
      const amendment = act(made, first, second);
      const { scope } = latest(made.document.amendments.get(amendment) as AmendmentState);
      // Who objects to a deletion would retain the words: that is said of the words, and read as said of them.
      const told = scope.type === 'delete' ? said.slice(0, 4) : said;
      for (const [who, what] of told) made.says(who, what, amendment);
      const compilation = written(made, form, true);
      expect(compilation.notes).toEqual([]);
      expect(positionsBack(compilation, made)).toEqual(told.map(([who, what]) => `${who} ${what}`).sort());
    }
  });

  test('without names: every wording is among the alternatives of its paragraph', () => {
    fc.assert(
      fc.property(negotiation, (made) => {
        const reading = readCompilation(written(made, 'none').markdown, 'markdown');
        const back = reading.paragraphs.filter(({ isAside }) => !isAside);
        const words = (index: number) => {
          const read = back[index];
          const at = reading.paragraphs.indexOf(read as never);
          return [null, ...(read?.proposals ?? [])].map((one) =>
            plainText(wordingOf(reading, at, one) ?? { runs: [] }).trim(),
          );
        };
        const standing = back.flatMap(({ label }, index) => (labels.includes(label?.text ?? '') ? [index] : []));
        meant(made).forEach((place, index) => {
          // One place offers all of its readings; those of several are each decided by themselves.
          const at = standing[index] ?? -1;
          if (Object.keys(place.proposals).length !== 1 || (back[at]?.choices.length ?? 0) > 1) return;
          expect(words(at)).toEqual(expect.arrayContaining([place.words, ...Object.keys(place.proposals)]));
        });
      }),
      { seed, numRuns: 40, endOnFailure: true },
    );
  });

  test('nothing tabled is absent: each character of each wording, and whose it is', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom('rio', 'un', 'none'), (made, form) => {
        const { printed } = written(made, form);
        const text = printed.paragraphs.map(({ runs, notes }) => `${plainText({ runs })} ${notes?.join()}`).join('\n');
        for (const amendment of made.document.amendments.values()) {
          const words = latest(amendment)
            .paragraphs.map((one) => plainText(one))
            .join('');
          for (const character of new Set(words.replace(/\s/g, ''))) expect(text).toContain(character);
          if (form !== 'none' && saysSomething(made, amendment))
            for (const sponsor of amendment.sponsors) expect(text).toContain(sponsor.toUpperCase());
        }
      }),
      { seed, numRuns: 40, endOnFailure: true },
    );
  });
});

/** Whether an amendment would change a word. */
function saysSomething({ document }: Negotiation, amendment: AmendmentState): boolean {
  const { scope, paragraphs } = latest(amendment);
  if (scope.type !== 'replace') return true;
  const before = document.paragraphs.get(scope.paragraphs[0] as never);
  return JSON.stringify(before?.runs) !== JSON.stringify(paragraphs[0]?.runs);
}

/** The paragraphs of a compilation as people read them, and in front of what stands beneath one: `  | `. */
function shown({ printed }: WrittenCompilation): readonly string[] {
  return printed.paragraphs.flatMap(({ label, runs, notes = [] }) => [
    `${label} ${plainText({ runs })}`.trim(),
    ...notes.map((note) => `  | ${note}`),
  ]);
}

function conference(): Negotiation {
  const made = new Negotiation([
    {
      label: 'PP1',
      words: [
        { text: 'Recalling', marks: ['italic'] },
        { text: ' the message of 2019,', marks: [] },
      ],
    },
    { label: 'PP2', words: 'Mindful of national circumstances,' },
    { label: '', words: 'Data', kind: 'heading' },
    { label: '1.', words: 'Encourage voluntary exchange of best practices;' },
    { label: '(a)', words: 'every two years;', level: 1 },
    { label: '2.', words: 'Promote open data.' },
  ]);
  const needs = made.rewords(['fji', 'chl'], 'PP2', 'Mindful of national circumstances and needs,');
  made.says('jpn', 'flexible', needs);
  made.says('aus', 'object', needs);
  made.rewords(['idn'], '1.', 'Encourage binding exchange of best practices;');
  made.rewords(['jpn'], '2.', null);
  made.inserts(['g77'], 'PP2', 'Noting the digital divide,');
  made.inserts(['eu'], 'PP2', 'Noting the digital divide,');
  return made;
}

describe('people see', () => {
  test.each([
    [
      'rio',
      [
        'PP1 Recalling the message of 2019,',
        'PP2 Mindful of national circumstances [and needs - FJI, CHL; JPN flexible; AUS oppose],',
        'PP2bis [Noting the digital divide, - G77, EU]',
        'Data',
        '1. Encourage [voluntary / binding - IDN] exchange of best practices;',
        '(a) every two years;',
        '2. [Promote open data. - JPN delete]',
      ],
    ],
    [
      'un',
      [
        'PP1 Recalling the message of 2019,',
        'PP2 Mindful of national circumstances [and needs] (FJI, CHL) (JPN: flexible) (AUS: oppose),',
        'PP2bis [Noting the digital divide,] (G77, EU)',
        'Data',
        '1. Encourage [voluntary]/[binding] (IDN) exchange of best practices;',
        '(a) every two years;',
        '2. [Promote open data.] (JPN: delete)',
      ],
    ],
    [
      'none',
      [
        'PP1 Recalling the message of 2019,',
        'PP2 Mindful of national circumstances [and needs],',
        'PP2bis [Noting the digital divide,]',
        'Data',
        '1. Encourage [voluntary][binding] exchange of best practices;',
        '(a) every two years;',
        '2. [Promote open data.]',
      ],
    ],
  ] as const)('%s', (form, lines) => {
    expect(shown(written(conference(), form, true))).toEqual(lines);
  });

  test('formatting in Markdown, and brackets of the words escaped where they are not of the notation', () => {
    const made = conference();
    made.rewords(['fji'], '2.', 'Promote [open] data.');
    const { markdown } = written(made, 'rio');
    expect(markdown).toContain('PP1 *Recalling* the message of 2019,');
    expect(markdown).toContain('2. [Promote [open / \\[open\\] - FJI] data. - JPN delete]');
  });

  test('two proposals of one delegation for one paragraph apart: brackets would join them', () => {
    const made = new Negotiation([{ label: '1.', words: 'Share open data each year;' }]);
    made.rewords(['fji'], '1.', 'Share all open data each year;');
    made.rewords(['fji'], '1.', 'Share open data twice each year;');
    expect(shown(written(made, 'rio'))).toEqual([
      '1. Share [all - FJI] open data each year;',
      '1. alt [Share open data twice each year; - FJI]',
    ]);
    expect(shown(written(made, 'none'))).toEqual(['1. Share [all] open data [twice] each year;']);
  });

  test('a whole wording behind what is below its paragraph, which is not its own', () => {
    const made = new Negotiation([
      { label: '1.', words: 'Share data:' },
      { label: '(a)', words: 'each year;', level: 1 },
      { label: '2.', words: 'Meet.' },
    ]);
    made.rewords(['fji'], '1.', 'Share all data:');
    made.rewords(['fji'], '1.', 'Share data and views:');
    expect(shown(written(made, 'rio'))).toEqual([
      '1. Share [all - FJI] data:',
      '(a) each year;',
      '1. alt [Share data and views: - FJI]',
      '  | In place of the words of 1. alone.',
      '2. Meet.',
    ]);
  });

  test('nobody named has plain brackets; beside what they would add it is said that nothing stands there', () => {
    const made = new Negotiation([
      { label: '1.', words: 'Share open data;' },
      { label: '2.', words: 'See {Placeholder}.' },
      { label: '3.', words: '{Placeholder for review}' },
      { label: '', words: '{Placeholder for an annex}' },
    ]);
    made.rewords([], '1.', 'Share data;');
    made.inserts([], '1.', 'Meet often;');
    made.rewords(['fji'], '2.', 'See {Placeholder} again.');
    for (const form of ['rio', 'un'] as const) {
      const compilation = written(made, form);
      const added = form === 'un' ? '1. bis [No text]/[Meet often;]' : '1. bis [No text / Meet often;]';
      expect(shown(compilation).slice(0, 2)).toEqual(['1. Share [open] data;', added]);
      expect(compilation.markdown).toContain('See {Placeholder}[ again');
      expect(compilation.markdown).toContain('3. {Placeholder for review}\n\n{Placeholder for an annex}\n');
      expect(compilation.notes).toEqual([]);
    }
  });

  test('an amendment for several paragraphs as one: a bracket, an option, new ones in one bracket', () => {
    const made = new Negotiation([
      { label: '1.', words: 'Share data;' },
      { label: '2.', words: 'Meet often;' },
      { label: '3.', words: 'Act soon.' },
    ]);
    const [first, second, third] = made.document.order as [ParagraphId, ParagraphId, ParagraphId];
    made.tables(['jpn'], { type: 'delete', paragraphs: [second, third] }, []);
    made.rewords(['eu'], '2.', 'Meet;');
    made.tables(['fji', 'chl'], { type: 'replace', paragraphs: [second, third] }, [
      { id: second, ...wording('operative', 0, 'Meet often and act soon.') },
    ]);
    made.inserts(['g77'], '1.', 'Share views;', 'Share plans;');
    const rio = written(made, 'rio');
    expect(rio.notes).toEqual([]);
    expect(shown(rio)).toEqual([
      '1. Share data;',
      '1. bis [Share views;',
      '1. ter Share plans; - G77]',
      'Option 1:',
      '2. [Meet [often - EU delete];',
      '3. Act soon. - JPN delete]',
      'Option 2:',
      '2. alt [Meet often and act soon. - FJI, CHL]',
      '[End of options]',
    ]);
    expect(shown(written(made, 'un')).slice(4, 8)).toEqual([
      '2. [Meet [often] (EU: delete);',
      '3. Act soon.] (JPN: delete)',
      'Option 2:',
      '2. alt [Meet often and act soon.] (FJI, CHL)',
    ]);
    made.tables(['aus'], { type: 'delete', paragraphs: [first, second] }, []);
    expect(written(made, 'rio').notes).toEqual([{ type: 'several', amendment: 5 }]);
    expect(shown(written(made, 'rio'))[0]).toBe('1. [Share data; - AUS delete]');
  });

  test('what nobody is named for at several places is whole: brackets would part it', () => {
    const made = new Negotiation([
      { label: '1.', words: 'Share open data each year;' },
      { label: '', words: 'Meet as often as they like' },
    ]);
    made.rewords([], '1.', 'Share all open data twice each year;');
    const unnumbered = made.document.order[1] as ParagraphId;
    made.tables([], { type: 'replace', paragraphs: [unnumbered] }, [
      { id: unnumbered, ...wording('plain', 0, 'Meet and speak as often as all like') },
    ]);
    const compilation = written(made, 'rio');
    expect(compilation.notes).toEqual([]);
    expect(shown(compilation)).toEqual([
      '1. Share open data each year;',
      '1. alt [Share all open data twice each year;]',
      '[Meet as often as they like / Meet and speak as often as all like]',
    ]);
  });

  test('what nobody is named for would add to a word beside the whole word', () => {
    const made = new Negotiation([
      {
        label: '1.',
        words: [
          { text: 'Recall', marks: ['italic'] },
          { text: ' international goals;', marks: [] },
        ],
      },
    ]);
    made.rewords([], '1.', [
      { text: 'Recall', marks: ['italic'] },
      { text: ' internationally agreed goals;', marks: [] },
    ]);
    const line = (form: 'rio' | 'un' | 'none') => written(made, form).printed.paragraphs[0];
    expect(shown(written(made, 'rio'))).toEqual(['1. Recall [international / internationally agreed] goals;']);
    expect(shown(written(made, 'un'))).toEqual(['1. Recall [international]/[internationally agreed] goals;']);
    expect(shown(written(made, 'none'))).toEqual(['1. Recall international[ly agreed] goals;']);
    expect(line('rio')?.runs.filter(({ marks }) => marks.length > 0)).toEqual([{ text: 'Recall', marks: ['italic'] }]);
    const [place] = readBack(written(made, 'rio'), made);
    expect(place?.words).toBe('Recall international goals;');
    expect(Object.keys(place?.proposals ?? {})).toEqual(['Recall internationally agreed goals;']);
  });

  test('new paragraphs by the numbering of the conference', () => {
    const rule = { scheme: 'separate', bis: 'alternative', language: 'en' } as const;
    const made = new Negotiation([{ label: '1.', words: 'Share data;' }], rule);
    made.inserts(['fji'], '1.', 'Meet often;');
    expect(shown(written(made, 'rio'))[1]).toBe('1A. [Meet often; - FJI]');
  });

  test('a sentence for what brackets cannot say, and a note that it does not come back', () => {
    const made = conference();
    const [first, second] = [made.labelled('1.'), made.labelled('2.')];
    made.tables(['aus'], { type: 'move', paragraphs: [first], after: second }, []);
    made.tables(['aus'], { type: 'replace', paragraphs: [second] }, [
      { id: second, ...wording('plain', 0, 'Promote open data.') },
    ]);
    made.inserts(['chl'], null, 'Affirming,', 'Seeing,');
    const compilation = written(made, 'rio');
    expect(compilation.notes).toEqual([
      { type: 'move', amendment: 6 },
      { type: 'shape', amendment: 7 },
    ]);
    const lines = shown(compilation);
    expect(lines).toContain('  | To be moved after 2. – amendment 6, AUS.');
    expect(lines).toContain('  | To stand as a paragraph without a number – amendment 7, AUS.');
    expect(lines.slice(0, 2)).toEqual(['PP0 [Affirming,', 'PP0bis Seeing, - CHL]']);
    expect(compilation.markdown).toContain('{: Amendment 6 moves a paragraph');
  });

  test('what was made on other words is quoted, for brackets would show it as taking them back', () => {
    const made = conference();
    const amendment = made.rewords(['eu'], '1.', 'Encourage voluntary exchange of good practices;');
    const [base, theirs, ours] = [
      wording('operative', 0, 'A'),
      wording('operative', 0, 'B'),
      wording('operative', 0, 'C'),
    ];
    const conflicts = [{ paragraph: made.labelled('1.'), base, theirs, ours }];
    made.happens({ type: 'amendment-conflicted', document: made.id, amendment, conflicts });
    const compilation = written(made, 'un');
    expect(shown(compilation)).toContain(
      '  | Made on other words, to be settled – amendment 6, EU: “Encourage voluntary exchange of good practices;”',
    );
    expect(compilation.notes).toEqual([{ type: 'conflict', amendment: 6 }]);
  });

  test('no name anywhere in a compilation without names', () => {
    const { printed, markdown } = written(conference(), 'none', true);
    expect(printed.tables?.map(({ title, header }) => [title, header])).toEqual([
      ['Amendments', ['No.', 'Paragraph', 'Where it stands']],
    ]);
    expect(markdown).not.toMatch(/FJI|Indonesia|G77|IDN/);
  });

  test('at the head what it is, and behind the text what became of every amendment', () => {
    const made = conference();
    const { printed } = written(made, 'rio', true);
    expect(printed.masthead.slice(-2)).toEqual([
      'Compilation of proposals as of 1 January 2026, 05:00 UTC (13:00 GMT+8), in the form of the Rio+20 negotiations, with names and positions',
      '5 amendments on the table',
    ]);
    expect(printed.tables?.[0]?.rows[0]).toEqual(['1', 'PP2', 'FJI, CHL', 'on the table']);
    expect(printed.tables?.[1]?.rows).toContainEqual(['Indonesia', 'IDN', '2', '', '']);
  });
});
