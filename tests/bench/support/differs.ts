import { compare, tokenise } from '@chapeau/redline';
import { textSchema, wording } from '@chapeau/text';
import { diffArrays, diffWordsWithSpace } from 'diff';
import diffMatchPatch from 'diff-match-patch';
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';

/** A stretch of a two-way diff of plain text. */
export interface DiffPart {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** One pair of texts, ready to be compared: `run` is what takes time, `parts` reads its answer. */
export interface Comparison<Answer = unknown> {
  readonly run: () => Answer;
  readonly parts: () => readonly DiffPart[];
}

/** A way to compare two texts. What is made ready beforehand is not measured. */
export interface Differ {
  readonly name: string;
  readonly prepare: (before: string, after: string) => Comparison;
}

/** Ours: from runs to a redline, words found, moves and all. */
export const chapeau: Differ = {
  name: 'Chapeau',
  prepare(before, after) {
    const [old, fresh] = [wording('operative', 0, before), wording('operative', 0, after)];
    return comparison(
      () => compare(old, fresh),
      (redline) =>
        redline.map(({ type, runs }) => ({
          type: type === 'reformatted' ? 'same' : type,
          text: runs.map(({ text }) => text).join(''),
        })),
    );
  },
};

const dmp = new diffMatchPatch.diff_match_patch();
// It gives up after a second and calls what is left one change; here it may take as long as it needs.
dmp.Diff_Timeout = 0;

/** One character for each word, as its authors advise; the words are cut beforehand, by our rule. */
export const dmpOnWords: Differ = {
  name: 'diff-match-patch on words',
  prepare(before, after) {
    const [old, fresh] = [tokenise(before), tokenise(after)];
    return comparison(
      () => {
        const { one, other, words } = asCharacters(old, fresh);
        const diff = dmp.diff_main(one, other);
        dmp.diff_cleanupSemantic(diff);
        return { diff, words };
      },
      ({ diff, words }) =>
        diff.map(([type, codes]) => ({
          type: dmpType(type),
          text: Array.from(codes, (code) => words[code.charCodeAt(0) - firstCode] ?? '').join(''),
        })),
    );
  },
};

/** Characters, made readable by its own rule. */
export const dmpOnCharacters: Differ = {
  name: 'diff-match-patch on characters',
  prepare: (before, after) =>
    comparison(
      () => {
        const diff = dmp.diff_main(before, after);
        dmp.diff_cleanupSemantic(diff);
        return diff;
      },
      (diff) => diff.map(([type, text]) => ({ type: dmpType(type), text })),
    ),
};

/** Words found by its own rule. */
export const jsdiffOnWords: Differ = {
  name: 'jsdiff, diffWordsWithSpace',
  prepare: (before, after) =>
    comparison(
      () => diffWordsWithSpace(before, after),
      (changes) => changes.map(({ added, removed, value }) => ({ type: typeOf(added, removed), text: value })),
    ),
};

/** Words cut beforehand, by our rule. */
export const jsdiffOnTokens: Differ = {
  name: 'jsdiff, diffArrays on our words',
  prepare(before, after) {
    const [old, fresh] = [[...tokenise(before)], [...tokenise(after)]];
    return comparison(
      () => diffArrays(old, fresh),
      (changes) => changes.map(({ added, removed, value }) => ({ type: typeOf(added, removed), text: value.join('') })),
    );
  },
};

/** A document of one paragraph and the step that replaced its words, made beforehand, as an editor has them. */
export const changeset: Differ = {
  name: 'prosemirror-changeset',
  prepare(before, after) {
    const doc = documentOf([before]);
    const { doc: newDoc, mapping } = new Transform(doc).replaceWith(
      1,
      1 + before.length,
      after === '' ? [] : textSchema.text(after),
    );
    return comparison(
      () => simplifyChanges(ChangeSet.create(doc).addSteps(newDoc, mapping.maps, 0).changes, newDoc),
      (changes) => {
        const parts: DiffPart[] = [];
        let at = 0;
        for (const { fromA, toA, fromB, toB } of changes) {
          parts.push({ type: 'same', text: before.slice(at, fromA - 1) });
          parts.push({ type: 'deleted', text: before.slice(fromA - 1, toA - 1) });
          parts.push({ type: 'inserted', text: after.slice(fromB - 1, toB - 1) });
          at = toA - 1;
        }
        return [...parts, { type: 'same' as const, text: before.slice(at) }].filter(({ text }) => text !== '');
      },
    );
  },
};

export const peers: readonly Differ[] = [dmpOnWords, dmpOnCharacters, jsdiffOnWords, jsdiffOnTokens, changeset];

/** A document of these paragraphs. */
export function documentOf(texts: readonly string[]): Node {
  const paragraphs = texts.map((text) => textSchema.node('paragraph', null, text === '' ? [] : textSchema.text(text)));
  return textSchema.node('doc', null, paragraphs);
}

/** Throws where the parts of a comparison are not a way from the one text to the other. */
export function checkParts(name: string, parts: readonly DiffPart[], before: string, after: string): void {
  const joined = (type: DiffPart['type']) =>
    parts
      .filter((part) => part.type === 'same' || part.type === type)
      .map(({ text }) => text)
      .join('');
  if (joined('deleted') !== before || joined('inserted') !== after) throw new Error(`${name} does not give both back`);
}

function comparison<Answer>(run: () => Answer, read: (answer: Answer) => readonly DiffPart[]): Comparison<Answer> {
  return { run, parts: () => read(run()) };
}

function dmpType(operation: number): DiffPart['type'] {
  if (operation === diffMatchPatch.DIFF_EQUAL) return 'same';
  return operation === diffMatchPatch.DIFF_INSERT ? 'inserted' : 'deleted';
}

function typeOf(added: boolean, removed: boolean): DiffPart['type'] {
  if (added) return 'inserted';
  return removed ? 'deleted' : 'same';
}

const firstCode = 0x100;

function asCharacters(before: readonly string[], after: readonly string[]) {
  const codes = new Map<string, string>();
  const coded = (tokens: readonly string[]) =>
    tokens
      .map((token) => {
        const code = codes.get(token) ?? String.fromCharCode(firstCode + codes.size);
        codes.set(token, code);
        return code;
      })
      .join('');
  const [one, other] = [coded(before), coded(after)];
  return { one, other, words: [...codes.keys()] };
}
