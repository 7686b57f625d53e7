import { readFileSync } from 'node:fs';
import { normaliseRuns, type ParagraphId, type ParagraphKind, type Run } from '../../src/index.ts';
import type { CheckedParagraph } from '../../src/editorial/index.ts';

/** The paragraphs of an adopted resolution in the Akoma Ntoso of the United Nations, with their italics. */
export function resolutionText(file: URL): readonly CheckedParagraph[] {
  const xml = readFileSync(file, 'utf8').replace(/<authorialNote[\s\S]*?<\/authorialNote>/g, '');
  const body = xml.slice(xml.indexOf('<preamble'), xml.indexOf('<conclusions'));
  const found: CheckedParagraph[] = [];
  let [kind, level, label] = ['preambular' as ParagraphKind, 0, ''];
  for (const [, tag = '', inner = ''] of body.matchAll(
    /<(\/?(?:mainBody|point|container|paragraph))\b[^>]*>|<(?:num|p)\b[^>]*>([\s\S]*?)<\/(?:num|p)>/g,
  )) {
    if (tag === 'mainBody') kind = 'operative';
    else if (tag === 'point') level += 1;
    else if (tag === '/point') level -= 1;
    if (tag !== '') continue;
    const runs = runsOf(inner);
    const text = runs.map((run) => run.text).join('');
    if (text === '') continue;
    if (/^\(?\w{1,4}[.)]$/.test(text)) label = text;
    else if (found.length > 0 || /^[^,]{0,60},?$/.test(text) === false || kind === 'operative') {
      found.push({ id: `p${found.length}` as ParagraphId, kind, level, label, runs });
      label = '';
    } else found.push({ id: `p${found.length}` as ParagraphId, kind: 'plain', level: 0, label: '', runs });
  }
  return found;
}

function runsOf(inner: string): readonly Run[] {
  const runs: Run[] = [];
  let italic = false;
  for (const [, tag = '', words = ''] of inner.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (tag.startsWith('<span')) italic = tag.includes('italic');
    else if (tag === '</span>') italic = false;
    else if (words !== '') {
      const text = words.replace(/[\t\n\r ]+/g, ' ').replaceAll('&amp;', '&');
      runs.push({ text, marks: italic ? ['italic'] : [] });
    }
  }
  const joined = normaliseRuns(runs);
  // White space of the markup, not of the text.
  return normaliseRuns(
    joined.map((run, index) => ({
      ...run,
      text: trimmedAt(
        run.text,
        index === 0 || (joined[index - 1]?.text.endsWith(' ') ?? false),
        index === joined.length - 1,
      ),
    })),
  );
}

function trimmedAt(text: string, start: boolean, end: boolean): string {
  const from = start ? text.replace(/^[ \u00a0]+/, '') : text;
  return end ? from.replace(/[ \u00a0]+$/, '') : from;
}
