import type { Wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { after, before, compareTexts, type ParagraphChange } from '../src/index.ts';
import { paragraph } from './arbitraries.ts';
import { line, p, shown } from './notation.ts';

interface Paragraph extends Wording {
  readonly id: string | null;
}

/** Paragraphs from lines `id: words`; without an id, `: words`. */
function text(...lines: readonly string[]): readonly Paragraph[] {
  return lines.map((entry) => {
    const [id = '', words = ''] = entry.split(': ');
    return { id: id === '' ? null : id, ...p(words) };
  });
}

function told(change: ParagraphChange<Paragraph>): string {
  switch (change.type) {
    case 'kept':
      return `kept ${shown(change.after.runs)}`;
    case 'inserted':
      return `inserted ${shown(change.after.runs)}${change.splitFrom === undefined ? '' : ` ← ${shown(change.splitFrom.runs)}`}`;
    case 'deleted':
      return `deleted ${shown(change.before.runs)}${change.joinedTo === undefined ? '' : ` → ${shown(change.joinedTo.runs)}`}`;
    default:
      return `${change.type} ${line(change.redline)}`;
  }
}

const first = 'Recalling the Message of the conference;';
const second = 'Decides to share data among participants;';
const both = 'Decides to share data among participants, and requests every host to keep a register of contacts;';
const three =
  'Decides to share data among participants, requests every host to keep a register of all contacts abroad, and invites all others to join in the coming years;';
const third = 'Invites all states to report every year.';

describe('compareTexts', () => {
  it.each([
    ['keeps what is equal', text(`a: ${first}`), text(`a: ${first}`), [`kept ${first}`]],
    [
      'rewords by id, however different the words',
      text('a: Data'),
      text('a: Knowledge'),
      ['reworded [-Data-]{+Knowledge+}'],
    ],
    [
      'inserts and deletes in place',
      text(`a: ${first}`, `b: ${second}`),
      text(`a: ${first}`, `c: ${third}`),
      [`kept ${first}`, `deleted ${second}`, `inserted ${third}`],
    ],
    [
      'deletes at the head',
      text(`a: ${first}`, `b: ${second}`),
      text(`b: ${second}`),
      [`deleted ${first}`, `kept ${second}`],
    ],
    [
      'moves as few as it can',
      text(`a: ${first}`, `b: ${second}`, `c: ${third}`),
      text(`c: ${third}`, `a: ${first}`, `b: ${second}`),
      [`moved ${third}`, `kept ${first}`, `kept ${second}`],
    ],
    [
      'moves and rewords at once',
      text(`a: ${first}`, `b: ${second}`, `c: ${third}`),
      text(`c: ${third.replace('year', 'month')}`, `a: ${first}`, `b: ${second}`),
      ['moved Invites all states to report every [-year-]{+month+}.', `kept ${first}`, `kept ${second}`],
    ],
    [
      'without ids pairs equal words, then similar ones',
      text(`: ${first}`, `: ${second}`),
      text(`: ${second.replace('data', 'open data')}`, `: ${first}`),
      ['moved Decides to share {+open +}data among participants;', `kept ${first}`],
    ],
    [
      'takes of several equal paragraphs those that stand in the same order',
      text(': Option 2.', `: ${first}`, ': Option 2.', `: ${second}`),
      text(`: ${first}`, ': Option 2.', `: ${second}`),
      ['deleted Option 2.', `kept ${first}`, 'kept Option 2.', `kept ${second}`],
    ],
    [
      'takes of several that are much alike the one between the same neighbours',
      text(': Each host may report every year.', `: ${first}`, ': Each host may report every week.', `: ${second}`),
      text(`: ${first}`, ': Each host may report every month.', `: ${second}`),
      [
        'deleted Each host may report every year.',
        `kept ${first}`,
        'reworded Each host may report every [-week-]{+month+}.',
        `kept ${second}`,
      ],
    ],
    ['pairs a paragraph that came back under a new id', text(`a: ${first}`), text(`z: ${first}`), [`kept ${first}`]],
    [
      'does not pair what has little in common',
      text(`: ${first}`),
      text(`: ${third}`),
      [`deleted ${first}`, `inserted ${third}`],
    ],
    [
      'takes one of two with the same id for the old one',
      text(`a: ${first}`),
      text(`a: ${first}`, `a: ${third}`),
      [`kept ${first}`, `inserted ${third}`],
    ],
    [
      'tells a new paragraph that was split off another',
      text(`a: ${both}`, `b: ${third}`),
      text(
        'a: Decides to share data among participants;',
        ': Requests every host to keep a register of contacts;',
        `b: ${third}`,
      ),
      [
        'reworded Decides to share data among participants[-, and requests every host to keep a register of contacts-];',
        `inserted Requests every host to keep a register of contacts; ← ${both}`,
        `kept ${third}`,
      ],
    ],
    [
      'tells a split into several without ids by the part that has most of it',
      text(`: ${three}`),
      text(
        ': Decides to share data among participants;',
        ': Requests every host to keep a register of all contacts abroad;',
        ': Invites all others to join in the coming years;',
      ),
      [
        `inserted Decides to share data among participants; ← ${three}`,
        'reworded [-Decides to share data among participants, requests-]{+Requests+} every host to keep a register of all contacts abroad[-, and invites all others to join in the coming years-];',
        `inserted Invites all others to join in the coming years; ← ${three}`,
      ],
    ],
    [
      'tells a paragraph that was joined to another',
      text(
        'a: Decides to share data among participants;',
        'b: Requests every host to keep a register of contacts;',
        `c: ${third}`,
      ),
      text(`a: ${both}`, `c: ${third}`),
      [
        'reworded Decides to share data among participants{+, and requests every host to keep a register of contacts+};',
        `deleted Requests every host to keep a register of contacts; → ${both}`,
        `kept ${third}`,
      ],
    ],
    [
      'takes a paragraph that only quotes another for a new one',
      text(`a: ${both}`),
      text(
        `a: ${both}`,
        ': Requests every host to keep a register of contacts, of treaties, of archives and of everything else that ministries hold;',
      ),
      [
        `kept ${both}`,
        'inserted Requests every host to keep a register of contacts, of treaties, of archives and of everything else that ministries hold;',
      ],
    ],
    ['has nothing to tell of nothing', [], [], []],
  ])('%s', (_, old, fresh, changes) => {
    expect(compareTexts(old, fresh).map(told)).toEqual(changes);
  });

  it('tells a change of kind or level as a rewording with equal words', () => {
    const old: Paragraph = { id: 'a', ...p('Data') };
    const [change] = compareTexts([old], [{ ...old, level: 1 }]);
    expect(change?.type).toBe('reworded');
  });

  const texts = fc
    .array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', null), words: paragraph }), { maxLength: 8 })
    .map((paragraphs) => {
      const seen = new Set<string>();
      return paragraphs.map(({ id, words }): Paragraph => {
        const own = id !== null && !seen.has(id) ? id : null;
        if (own !== null) seen.add(own);
        return { id: own, ...words };
      });
    });

  test('law: every paragraph of either text occurs exactly once, those of the new one in their order', () => {
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const changes = compareTexts(old, fresh);
        expect(changes.flatMap((change) => ('after' in change ? [change.after] : []))).toEqual(fresh);
        const olds = changes.flatMap((change) => ('before' in change ? [change.before] : []));
        expect(olds).toHaveLength(old.length);
        expect(new Set(olds)).toEqual(new Set(old));
      }),
    );
  });

  test('law: what was not moved stands in its old order', () => {
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const places = compareTexts(old, fresh).flatMap((change) =>
          change.type === 'kept' || change.type === 'reworded' ? [old.indexOf(change.before)] : [],
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  test('law: what was split off came of a paragraph before, what was joined went to one after', () => {
    const sentences = [first, second, third, both, three].flatMap((text) => text.split(/(?<=,) |(?<=;)/));
    // The same sentences, cut into paragraphs in two ways.
    const cut = (parts: readonly string[], mask: number) => {
      const paragraphs: string[][] = [[]];
      parts.forEach((part, index) => {
        paragraphs.at(-1)?.push(part);
        if ((mask >> index) & 1) paragraphs.push([]);
      });
      return text(...paragraphs.map((paragraph) => `: ${paragraph.join(' ')}`));
    };
    const made = fc.tuple(fc.shuffledSubarray(sentences), fc.nat(255), fc.nat(255));
    let found = 0;
    fc.assert(
      fc.property(made, ([parts, one, other]) => {
        const [old, fresh] = [cut(parts, one), cut(parts, other)];
        const changes = compareTexts(old, fresh);
        for (const change of changes) {
          if (change.type === 'inserted' && change.splitFrom !== undefined) expect(old).toContain(change.splitFrom);
          if (change.type === 'deleted' && change.joinedTo !== undefined) expect(fresh).toContain(change.joinedTo);
          if ('splitFrom' in change || 'joinedTo' in change) found += 1;
        }
        expect(changes.flatMap((change) => ('after' in change ? [change.after] : []))).toEqual(fresh);
        expect(changes.filter((change) => 'before' in change)).toHaveLength(old.length);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test('law: equal ids are one paragraph, and its redline leads from the one to the other', () => {
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        for (const change of compareTexts(old, fresh)) {
          if (change.type === 'deleted')
            expect(fresh.some(({ id }) => id !== null && id === change.before.id)).toBe(false);
          if (change.type !== 'reworded' && change.type !== 'moved') continue;
          expect(before(change.redline)).toEqual(change.before.runs);
          expect(after(change.redline)).toEqual(change.after.runs);
        }
      }),
    );
  });
});
