import { present } from '@chapeau/base';
import { readDraft } from '@chapeau/formats';
import { compareTexts, type ParagraphChange } from '@chapeau/redline';
import { plainText, type Wording, wording } from '@chapeau/text';
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset';
import { Transform } from 'prosemirror-transform';
import { dmpOnWords, documentOf, jsdiffOnWords } from '../support/differs.ts';
import { negotiatingDraft } from '../support/negotiatingDraft.ts';
import { figureHeads } from '../support/readingFigures.ts';
import { head, processorClock, ratio, row, takeTurns } from '../support/timing.ts';
import { contest } from './contest.ts';
import { editedDraft, type ParagraphEdit } from './editedDraft.ts';

/** A whole draft against an edited copy: paragraph by paragraph, and the text as one. */
export async function compareOnDraft(print: (line: string) => void): Promise<void> {
  const source = negotiatingDraft(print);
  if (source === null) return;
  const texts = readDraft(source, 'markdown')
    .paragraphs.map(plainText)
    .filter((text) => text !== '');
  const edits = editedDraft(texts);
  const pairs = edits.flatMap(({ before, after }) => (before === null || after === null ? [] : [{ before, after }]));
  print(head(`${pairs.length} paragraphs of a real draft`, '', 'µs each', 'ours to it', ...figureHeads));
  const reworded = pairs.filter(({ before, after }) => before !== after);
  for (const line of await contest('all, as they come', pairs, { turns: 11, warmUp: 3 })) print(line);
  for (const line of await contest(`${reworded.length} reworded`, reworded, { turns: 11, warmUp: 3 })) print(line);
  print('');
  await compareWholeText(print, texts, edits);
}

async function compareWholeText(
  print: (line: string) => void,
  texts: readonly string[],
  edits: readonly ParagraphEdit[],
): Promise<void> {
  const after = edits.flatMap((edit) => (edit.after === null ? [] : [edit.after]));
  const [old, fresh] = [texts.map(unidentified), after.map(unidentified)];
  const [oldText, newText] = [texts.join('\n'), after.join('\n')];
  const [words, jsdiff] = [dmpOnWords.prepare(oldText, newText), jsdiffOnWords.prepare(oldText, newText)];
  const doc = documentOf(texts);
  const { doc: newDoc, mapping } = stepsOf(texts, edits);
  const times = await takeTurns(
    {
      ours: () => compareTexts(old, fresh),
      words: words.run,
      jsdiff: jsdiff.run,
      changeset: () => simplifyChanges(ChangeSet.create(doc).addSteps(newDoc, mapping.maps, 0).changes, newDoc),
    },
    { turns: 7, warmUp: 2, clock: processorClock },
  );
  print(head('the whole text against its edited copy', 'ms', 'ours to it'));
  print(row('Chapeau, nothing known of which paragraph is which', times.ours.toFixed(0), ''));
  const line = (what: string, time: number) => print(row(what, time.toFixed(0), ratio(times.ours, time)));
  line('diff-match-patch on words cut beforehand', times.words);
  line('jsdiff, diffWordsWithSpace', times.jsdiff);
  line('prosemirror-changeset, told by steps which paragraph is which', times.changeset);
  print(`\n${told(compareTexts(old, fresh), edits)}`);
}

function unidentified(text: string): { readonly id: null } & Wording {
  return { id: null, ...wording('operative', 0, text) };
}

/** The steps of an editor: each changed paragraph replaced, put in or taken out. */
function stepsOf(texts: readonly string[], edits: readonly ParagraphEdit[]): Transform {
  const transform = new Transform(documentOf(texts));
  let at = 0;
  for (const { before, after } of edits) {
    const end = before === null ? at : at + before.length + 2;
    const fresh = after === null ? [] : [documentOf([after]).child(0)];
    if (before !== null && after !== null && before !== after)
      transform.replaceWith(at + 1, end - 1, present(fresh[0], 'paragraph').content);
    else if (before !== after) transform.replaceWith(at, end, fresh);
    at += after === null ? 0 : after.length + 2;
  }
  return transform;
}

/** How many paragraphs were found to be what was done to them. */
function told(changes: readonly ParagraphChange<Wording>[], edits: readonly ParagraphEdit[]): string {
  const count = (type: ParagraphChange<Wording>['type']) => changes.filter((change) => change.type === type).length;
  const gone = edits.filter(({ after }) => after === null).map(({ before }) => before);
  const moved = edits.filter(({ before, after }) => before === null && gone.includes(after)).length;
  const kept = edits.filter(({ before, after }) => before === after).length;
  const reworded = edits.filter(({ before, after }) => before !== null && after !== null).length - kept;
  const fresh = edits.filter(({ before }) => before === null).length - moved;
  return (
    `Told of paragraphs (done to them): kept ${count('kept')} (${kept}), reworded ${count('reworded')} (${reworded}), ` +
    `moved ${count('moved')} (${moved}), new ${count('inserted')} (${fresh}), gone ${count('deleted')} (${gone.length - moved}).`
  );
}
