import type { Run } from '@chapeau/text';

/** What the first and last words of a paragraph say about its kind. */
export interface Opening {
  /** It opens as a preambular paragraph does: "Recalling", "Deeply concerned". */
  readonly participle: boolean;
  /** It opens with one to four words in italics and goes on upright. */
  readonly italic: boolean;
  /** It opens as an operative paragraph does: "Decides", "Encourage". */
  readonly verb: boolean;
  /** One of several rival wordings: "Option 1:". */
  readonly option: boolean;
  /** The last mark that is not a closing bracket, quote or footnote: one of `.,;:!?`, or empty. */
  readonly end: string;
}

const reach = 200;
const openers = /^[\s[({"'“‘«*]*/;
const optionWords = /^(?:Option|Alternative|Alt\.?) (?:\d+|[A-Z]|\([a-z]\))(?: ?(?:bis|ter|alt))?[:.)]?\s*/i;
const participles =
  /^(?:\p{L}+ly |also |further |again |once again )*(?:(?!(?:during|nothing|everything|anything|something|pending|meeting|following|according)\b)\p{L}{2,}ing|concerned|alarmed|aware|mindful|conscious|convinced|determined|guided|inspired|committed|cognizant|encouraged|desirous|disturbed|appalled|dismayed|resolved|troubled|grateful|persuaded|anxious|eager)\b/iu;
const verbs =
  /^(?:(?:also|further|strongly) )?(?:accept|acknowledge|adopt|affirm|agree|appeal|appreciate|approve|ask|authorize|call|commend|commit|condemn|confirm|congratulate|consider|decide|declare|demand|designate|emphasize|encourage|endorse|enhance|establish|express|facilitate|instruct|invite|note|promote|propose|reaffirm|recall|recogni[sz]e|recommend|reiterate|remain|request|resolve|stand|strengthen|stress|support|take|underline|underscore|urge|welcome)s?\b/i;

/** Reads the opening and the end of a paragraph's words. Looks at a bounded stretch of either. */
export function openingOf(runs: readonly Run[]): Opening {
  const text = runs.map((run) => run.text).join('');
  const start = text.slice(0, reach).replace(openers, '');
  const rest = start.replace(optionWords, '').replace(openers, '');
  return {
    participle: participles.test(rest),
    italic: opensInItalics(runs),
    verb: verbs.test(rest),
    option: optionWords.test(start),
    end: endOf(text),
  };
}

/** The last sentence mark of `text` behind which only closing brackets, quotes and footnote marks follow. */
export function endOf(text: string): string {
  const closed = text.slice(-reach).replace(/(?:\[\^\w{1,9}\]|[\s\])}"'”’»*_])+$/u, '');
  const last = closed.at(-1) ?? '';
  return '.,;:!?'.includes(last) ? last : '';
}

/** Whether a line may be the last of its paragraph: it ends with a sentence mark, or with the "and" of a list. */
export function endsSentence(line: string): boolean {
  return endOf(line) !== '' || /\b(?:and|or)\s*$/.test(line.slice(-20));
}

function opensInItalics(runs: readonly Run[]): boolean {
  let before = '';
  for (const [index, run] of runs.entries()) {
    if (run.marks.includes('italic')) {
      const after = runs
        .slice(index + 1, index + 3)
        .map((next) => next.text)
        .join('');
      const isLead = before.replace(openers, '').replace(optionWords, '').replace(openers, '').length <= 1;
      return isLead && run.text.trim().split(/\s+/, 6).length <= 4 && after.trim().split(/\s+/, 2).length === 2;
    }
    before += run.text;
    if (before.length > reach) return false;
  }
  return false;
}
