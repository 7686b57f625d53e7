import { SeededRandom } from '../../seededRandom.ts';
import { amended, draftWords } from '../support/draftWords.ts';

/** What became of a paragraph: null before where it is new, null after where it is gone; a moved one is both, at two places. */
export interface ParagraphEdit {
  readonly before: string | null;
  readonly after: string | null;
}

/** Fewer words than this are left as they are: a heading, a number. */
const leastWords = 10;

/** The text as another issue of it might be: a third reworded, and of each hundred two gone, two new, two moved. */
export function editedDraft(texts: readonly string[]): readonly ParagraphEdit[] {
  const random = new SeededRandom(2015);
  const edits: ParagraphEdit[] = [];
  const moved: string[] = [];
  for (const text of texts) {
    const chance = random.next();
    if (chance < 0.02) edits.push({ before: text, after: null });
    else if (chance < 0.04) {
      edits.push({ before: text, after: null });
      moved.push(text);
    } else edits.push({ before: text, after: chance < 0.37 ? reworded(random, text) : text });
    if (random.next() < 0.02) edits.push({ before: null, after: draftWords(random, random.between(20, 80)) });
  }
  for (const text of moved) edits.splice(random.between(0, edits.length), 0, { before: null, after: text });
  return edits;
}

function reworded(random: SeededRandom, text: string): string {
  return text.split(' ').length < leastWords ? text : amended(random, text);
}
