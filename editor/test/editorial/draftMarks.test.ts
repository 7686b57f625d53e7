import { nodeOfRuns, type ParagraphKind, plainText, type Run, runsOfNode, textSchema } from '@chapeau/text';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { type DraftReading, draftFindings } from '../../src/editorial/draftFindings.ts';
import { corrected } from '../../src/editorial/placedFinding.ts';

function p(words: string, id: string | null = 'a', kind: ParagraphKind = 'operative'): Node {
  return nodeOfRuns({ id, kind, level: 0 }, [{ text: words, marks: [] }]);
}

const reading: DraftReading = { language: 'en', off: [], replaced: () => null };

function rules(node: Node, change: Partial<DraftReading> = {}): readonly string[] {
  return draftFindings(node, { ...reading, ...change }).map(({ rule }) => rule);
}

describe('words that are being written', () => {
  test('are looked at for slips, not for what no unfinished sentence has', () => {
    expect(rules(p('Share the the data  with Vietnam , “now'))).toEqual([
      'doubled-word',
      'double-space',
      'state-name',
      'space-before-punctuation',
      'quotation-marks',
    ]);
    expect(rules(p('The data [of all] {follow-up}'))).toEqual([]);
    expect(rules(p(''))).toEqual([]);
  });

  test('are looked at for their force where they replace others', () => {
    const before: readonly Run[] = [{ text: 'States shall share', marks: [] }];
    const replaced = (id: string | null) => (id === 'a' ? before : null);
    expect(rules(p('States may share'), { replaced })).toEqual(['force-changed']);
    expect(rules(p('States may share', 'b'), { replaced })).toEqual([]);
    expect(rules(p('States may share', null), { replaced })).toEqual([]);
  });

  test('are read in the language of the text, without what is switched off', () => {
    expect(rules(p('Oui; non'), { language: 'fr' })).toEqual(['space-before-punctuation']);
    expect(rules(p('die die'), { language: 'other' })).toEqual([]);
    expect(rules(p('the the'), { off: ['doubled-word'] })).toEqual([]);
  });
});

test.each([
  ['Share the the data', 'Share the data'],
  ['Thank Vietnam;', 'Thank Viet Nam;'],
  ['Share , now', 'Share, now'],
])('a correction of “%s” is an edit of its paragraph alone', (words, after) => {
  const [before, slip] = [p('Decide;', 'x'), p(words)];
  const state = EditorState.create({ doc: textSchema.node('doc', null, [before, slip]) });
  const [finding] = draftFindings(slip, reading);
  if (finding === undefined) throw new Error('nothing found');
  const next = corrected(state, { finding, start: before.nodeSize + 1 })?.doc;
  expect(next?.child(0)).toBe(before);
  expect(plainText({ runs: next === undefined ? [] : runsOfNode(next.child(1)) })).toBe(after);
});

test('a finding without a safe correction corrects nothing', () => {
  const slip = p('Say “this');
  const state = EditorState.create({ doc: textSchema.node('doc', null, [slip]) });
  const [finding] = draftFindings(slip, reading);
  if (finding === undefined) throw new Error('nothing found');
  expect(corrected(state, { finding, start: 1 })).toBeNull();
});
