import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFix, check, type CheckedParagraph, type Finding } from '../../src/editorial/index.ts';
import {
  editorialLanguages,
  normaliseRuns,
  type ParagraphId,
  type ParagraphKind,
  plainText,
  type Run,
} from '../../src/index.ts';
import { states } from '../../src/states.ts';

const pieces = fc.constantFrom(
  ...[
    'Recalling',
    'Decides',
    'Decide',
    'Encouraging',
    'the the',
    'that that',
    'dаta',
    'Vietnam',
    'Laos',
    'the United States',
    'shall',
    'should',
    'not',
  ],
  ...[
    'may',
    'urges',
    'invite',
    'as appropriate',
    '[',
    ']',
    '{TBD}',
    '“',
    '”',
    '"',
    ',',
    ';',
    '.',
    ':',
    ' ;',
    '  ',
    '\u00a0',
    'and',
    '; and',
    'étant',
    'doit',
  ],
  ...[
    'Décide',
    'deberá',
    'Insta',
    'harus',
    'negara negara',
    'Mengingat',
    'paragraph 4',
    'etc.',
    '1.5 °C',
    '👩‍🚒',
    'จะ',
    'ไม่',
    'أ',
    'The The',
  ],
);
const glue = fc.constantFrom('', ' ', ' ', ' ');
const run: fc.Arbitrary<Run> = fc
  .tuple(
    fc.array(fc.tuple(pieces, glue), { minLength: 1, maxLength: 5 }),
    fc.constantFrom([], ['italic' as const], ['bold' as const]),
  )
  .map(([list, marks]) => ({ text: list.flat().join(''), marks }));
const runs = fc.array(run, { maxLength: 3 }).map((list) => normaliseRuns(list));
const kinds: fc.Arbitrary<ParagraphKind> = fc.constantFrom('preambular', 'operative', 'operative', 'plain', 'heading');
const text: fc.Arbitrary<readonly CheckedParagraph[]> = fc
  .array(
    fc.record({
      kind: kinds,
      level: fc.constantFrom(0, 0, 1),
      label: fc.constantFrom('', '1.', '2.', '2. bis', '4.', 'PP1', '(a)', '(c)', 'x'),
      runs,
    }),
    { maxLength: 7 },
  )
  .map((list) => list.map((paragraph, index) => ({ ...paragraph, id: `p${index}` as ParagraphId })));

const language = fc.constantFrom(...editorialLanguages);
const agreed = fc
  .array(runs, { maxLength: 7 })
  .map((list) => new Map(list.map((words, index) => [`p${index}` as ParagraphId, words])));

test('never throws, names places in the text, and is the same twice', () => {
  fc.assert(
    fc.property(text, language, agreed, (paragraphs, spoken, before) => {
      const options = { language: spoken, off: [], states, agreed: before };
      const findings = check(paragraphs, options);
      expect(check(paragraphs, options)).toEqual(findings);
      for (const { paragraph, from, to, fix } of findings) {
        const length = plainText(paragraphs.find(({ id }) => id === paragraph) ?? { runs: [] }).length;
        for (const [start, end] of [[from, to], fix === null ? [0, 0] : [fix.from, fix.to]] as const) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(length);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a fix removes its finding and brings none of the same rule into its paragraph', () => {
  const fixed = new Set<string>();
  fc.assert(
    fc.property(text, language, fc.nat(), (paragraphs, spoken, choice) => {
      const options = { language: spoken, off: [], states };
      const findings = check(paragraphs, options).filter((finding) => finding.fix !== null);
      const finding = findings[choice % Math.max(1, findings.length)];
      if (finding?.fix === undefined || finding.fix === null) return;
      const { rule, paragraph, fix } = finding;
      fixed.add(rule);
      const after = paragraphs.map((one) => (one.id === paragraph ? { ...one, runs: applyFix(one.runs, fix) } : one));
      const ofRule = (one: Finding) => one.rule === rule && one.paragraph === paragraph;
      const before = check(paragraphs, options).filter(ofRule).length;
      expect(check(after, options).filter(ofRule).length).toBeLessThan(before);
    }),
    { numRuns: 1000 },
  );
  expect(fixed.size).toBeGreaterThan(4);
});

test('a fix leaves every word outside it, and the force of the text, as they are', () => {
  fc.assert(
    fc.property(text, language, (paragraphs, spoken) => {
      for (const { paragraph, fix } of check(paragraphs, { language: spoken, off: [], states })) {
        const was = paragraphs.find(({ id }) => id === paragraph);
        if (fix === null || was === undefined) continue;
        const is = { ...was, runs: applyFix(was.runs, fix) };
        const [before, after] = [plainText(was), plainText(is)];
        expect(after.startsWith(before.slice(0, fix.from))).toBe(true);
        expect(after.endsWith(before.slice(fix.to))).toBe(true);
        const words = new Map([[was.id, was.runs]]);
        const found = check([is], { language: spoken, off: [], agreed: words });
        expect(found.filter(({ rule }) => rule === 'force-changed')).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('whoever makes one fix after another comes to an end, where no fix is left', () => {
  fc.assert(
    fc.property(text, language, fc.infiniteStream(fc.nat()), (paragraphs, spoken, choices) => {
      const options = { language: spoken, off: [], states };
      let now = paragraphs;
      const fixes = () => check(now, options).filter((finding) => finding.fix !== null);
      const most = 3 * fixes().length + 10;
      for (let step = 0; fixes().length > 0; step += 1) {
        expect(step).toBeLessThan(most);
        const open = fixes();
        const chosen = open[(choices.next().value ?? 0) % open.length];
        const fix = chosen?.fix;
        if (chosen === undefined || fix === undefined || fix === null) break;
        now = now.map((one) => (one.id === chosen.paragraph ? { ...one, runs: applyFix(one.runs, fix) } : one));
      }
    }),
    { numRuns: 200 },
  );
});
