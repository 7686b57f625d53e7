import { characterFault, nodeOfRuns, type ParagraphKind, textSchema } from '@chapeau/text';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { ySyncPluginKey } from 'y-prosemirror';
import { changedChildren, mappingOfChange } from '../../src/rooms/changedChildren.ts';
import { cleanCharacters } from '../../src/rooms/cleanCharacters.ts';
import type { EditingNotice } from '../../src/rooms/editingNotice.ts';
import { selectAllWords, setKind, shiftLevel, splitParagraph } from '../../src/rooms/paragraphCommands.ts';
import { paragraphIdentity } from '../../src/rooms/paragraphIdentity.ts';
import { wordsGuard } from '../../src/rooms/wordsGuard.ts';

/** `p('a', 'Agree')`: a paragraph that stands for `a` of the text. */
function p(id: string | null, words: string, kind: ParagraphKind = 'operative', level = 0): Node {
  return nodeOfRuns({ id, kind, level }, [{ text: words, marks: [] }]);
}

function editor(caret: number, ...paragraphs: readonly Node[]): EditorState {
  const doc = textSchema.node('doc', null, paragraphs);
  const told: EditingNotice[] = [];
  const state = EditorState.create({ doc, plugins: [wordsGuard((notice) => told.push(notice)), paragraphIdentity()] });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, caret)));
}

function run(state: EditorState, command: Command): EditorState {
  let after = state;
  command(state, (transaction) => {
    after = state.apply(transaction);
  });
  return after;
}

/** `a:Agree` for each paragraph, `*:` for a new one. */
function read({ doc }: EditorState): readonly string[] {
  const lines: string[] = [];
  doc.forEach((node) => lines.push(`${node.attrs['id'] ?? '*'}:${node.textContent}`));
  return lines;
}

describe('Enter', () => {
  it('inside a paragraph: what follows is a new one', () => {
    expect(read(run(editor(3, p('a', 'Agree')), splitParagraph))).toEqual(['a:Ag', '*:ree']);
  });

  it('at its start: the words stay who they are, below a new one', () => {
    expect(read(run(editor(1, p('a', 'Agree')), splitParagraph))).toEqual(['*:', 'a:Agree']);
  });

  it('at its end: the new one is of the same kind and level', () => {
    const after = run(editor(6, p('a', 'Agree', 'preambular', 1)), splitParagraph);
    expect(read(after)).toEqual(['a:Agree', '*:']);
    expect(after.doc.child(1).attrs).toMatchObject({ kind: 'preambular', level: 1 });
  });
});

describe('identity', () => {
  it('of a paragraph that is put in twice stays with the first', () => {
    const state = editor(1, p('a', 'Agree'), p('b', 'Act'));
    const after = state.apply(state.tr.insert(state.doc.content.size, p('a', 'Agree')));
    expect(read(after)).toEqual(['a:Agree', 'b:Act', '*:Agree']);
  });

  it('of the first stays when all words are selected and deleted', () => {
    const all = run(editor(1, p('a', 'Agree'), p('b', 'Act')), selectAllWords);
    expect(read(all.apply(all.tr.deleteSelection()))).toEqual(['a:']);
  });
});

describe('kind and level', () => {
  it('go from 0 to 6', () => {
    const deep = run(editor(1, p('a', 'Agree', 'operative', 6)), shiftLevel(1));
    expect(deep.doc.child(0).attrs['level']).toBe(6);
    expect(run(editor(1, p('a', 'Agree')), shiftLevel(1)).doc.child(0).attrs['level']).toBe(1);
  });

  it('are not for titles', () => {
    expect(shiftLevel(1)(editor(1, p('a', 'Agree', 'title')))).toBe(false);
    const title = run(editor(1, p('a', 'Agree', 'operative', 2)), setKind('title'));
    expect(title.doc.child(0).attrs).toMatchObject({ id: 'a', kind: 'title', level: 0 });
  });
});

describe('characters that agreed text may not hold', () => {
  const odd = '\u202e';

  it('are taken out in the same step, whatever way they came', () => {
    const state = editor(1, p('a', 'Agree'));
    expect(read(state.apply(state.tr.insertText(`x${odd}\ty`, 3)))).toEqual(['a:Agx yree']);
  });

  it('leave the formatting around them as it was', () => {
    const state = editor(1, p('a', 'Agree'));
    const bold = state.schema.text(`b${odd}`, [state.schema.mark('bold')]);
    const [first] = state.apply(state.tr.insert(1, bold)).doc.child(0).children;
    expect([first?.text, first?.marks.map(({ type }) => type.name)]).toEqual(['b', ['bold']]);
  });

  it('are not looked for in what the server sent', () => {
    const state = editor(1, p('a', 'Agree'));
    const remote = state.tr.insertText(odd, 1).setMeta(ySyncPluginKey, { isChangeOrigin: true });
    expect(read(state.apply(remote))).toEqual([`a:${odd}Agree`]);
  });

  it('parting ones become spaces, and nothing else is lost', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '😀', '\t', '\n', '\u202e', '\ufeff', '\ud800') });
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: clean, dropped, spaced } = cleanCharacters(text);
        expect(characterFault(clean)).toBe(null);
        const kept = (some: string) => [...some].filter((one) => 'aé😀'.includes(one)).join('');
        expect(kept(clean)).toBe(kept(text));
        expect([...clean].length + dropped).toBe([...text].length);
        expect(spaced).toBe([...text].filter((one) => one === '\t' || one === '\n').length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a paragraph', () => {
  it('does not grow beyond what the server takes', () => {
    const state = editor(1, p('a', 'x'.repeat(49_990)));
    const after = state.applyTransaction(state.tr.insertText('y'.repeat(20), 1));
    expect(after.transactions).toEqual([]);
    expect(after.state.doc.eq(state.doc)).toBe(true);
  });
});

describe('the difference of two versions', () => {
  it('is what changed, however the whole was replaced', () => {
    const before = textSchema.node('doc', null, [p('a', 'one'), p('b', 'two'), p('c', 'three')]);
    const after = textSchema.node('doc', null, [before.child(0), p('b', 'two!'), before.child(2)]);
    const change = changedChildren(before, after);
    expect(change).toEqual({ first: 1, oldEnd: 2, newEnd: 2, from: 5, oldTo: 10, newTo: 11 });
    expect(change === null ? 0 : mappingOfChange(change).map(12)).toBe(13);
    expect(changedChildren(before, before)).toBe(null);
  });
});
