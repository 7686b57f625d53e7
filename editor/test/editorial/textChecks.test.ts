import { type ParagraphId, wording } from '@chapeau/text';
import { openCheck } from '@chapeau/text/editorial';
import { describe, expect, test } from 'vitest';
import type { CheckedInput } from '../../src/editorial/checkedInput.ts';
import { textChecks } from '../../src/editorial/textChecks.ts';

const how = { language: 'en', off: ['opening-italics'] } as const;

function textOf(...words: readonly string[]): CheckedInput {
  const paragraphs = words.map((text, at) => ({
    id: `p${at}` as ParagraphId,
    label: '',
    ...wording('plain', 0, text),
  }));
  return { ...how, paragraphs, agreed: new Map() };
}

/** Checks whose idle time is given by the test; each time has room for one paragraph. */
function rehearsed() {
  const idle: ((hasTime: () => boolean) => void)[] = [];
  const looked: string[] = [];
  const checks = textChecks({
    whenIdle: (work) => idle.push(work),
    read: (input) => {
      const check = openCheck(input.paragraphs, input);
      return Promise.resolve((id) => {
        looked.push(id);
        return check(id);
      });
    },
  });
  const rest = async (times = 1) => {
    for (let time = 0; time < times; time += 1) {
      idle.shift()?.(() => false);
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  const id = (at: number) => `p${at}` as ParagraphId;
  return { checks, rest, looked, idle, id };
}

describe('the checks of a text', () => {
  test('look at one paragraph after another in idle time, wanted ones first', async () => {
    const { checks, rest, looked, idle, id } = rehearsed();
    checks.want(id(2));
    checks.use(textOf('the the', 'fine', 'to to'));
    expect(checks.of(id(2))).toEqual([]);
    await rest(2);
    expect(looked).toEqual(['p2']);
    expect(checks.of(id(2)).map(({ rule }) => rule)).toEqual(['doubled-word']);
    expect(checks.of(id(0))).toEqual([]);
    await rest(2);
    expect(looked).toEqual(['p2', 'p0', 'p1']);
    expect([...checks.all().keys()]).toEqual(['p0', 'p2']);
    expect(idle).toEqual([]);
  });

  test('leave what they found in place while nothing that is checked changes', async () => {
    const { checks, rest, id, idle } = rehearsed();
    const text = textOf('the the', 'fine');
    checks.use(text);
    await rest(4);
    const found = checks.of(id(0));
    expect(found).toHaveLength(1);
    checks.use({ ...text });
    expect(idle).toEqual([]);
    const next = textOf('the the', 'fine fine');
    checks.use({ ...next, paragraphs: [text.paragraphs[0], next.paragraphs[1]].flatMap((one) => one ?? []) });
    await rest(4);
    expect(checks.of(id(0))).toBe(found);
    expect(checks.of(id(1))).toHaveLength(1);
  });

  test('say of which words they found it', async () => {
    const { checks, rest, id } = rehearsed();
    const text = textOf('the the');
    expect(checks.checkedRuns(id(0))).toBeNull();
    checks.use(text);
    await rest(3);
    expect(checks.checkedRuns(id(0))).toBe(text.paragraphs[0]?.runs);
  });

  test('find nothing any more when they are put away', async () => {
    const { checks, rest, id } = rehearsed();
    let told = 0;
    checks.subscribe(() => (told += 1));
    checks.use(textOf('the the'));
    await rest(3);
    expect(told).toBe(1);
    checks.use(null);
    expect(told).toBe(2);
    expect(checks.of(id(0))).toEqual([]);
  });

  test('forget a text that was exchanged before they came to it', async () => {
    const { checks, rest, looked, id } = rehearsed();
    checks.use(textOf('the the', 'to to'));
    await rest(2);
    checks.use(textOf('fine'));
    await rest(6);
    expect(looked).toEqual(['p0', 'p0']);
    expect([...checks.all()]).toEqual([]);
    expect(checks.of(id(1))).toEqual([]);
  });
});
