import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { plainText, type Wording, wording } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { after, before, bracketedText, compare, compareTexts, compile, readCompilation, rebase } from '../src/index.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const negotiatingText = new URL('data/negotiating-texts/unfccc-2015-10-23.md', shared);
const resolutions = new URL('data/un-resolutions/', shared);

const words = (text: string): Wording => wording('operative', 0, text);
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A bracketed paragraph as those read it who want all its brackets, and as those who want none of the innermost. */
function readings(line: string): readonly [all: Wording, none: Wording] {
  return [
    words(spaced(line.replace(/[[\]]/g, ''))),
    words(spaced(line.replace(/\[[^[\]]*\]/g, '').replace(/[[\]]/g, ''))),
  ];
}

describe.skipIf(!existsSync(negotiatingText))('on the paragraphs of a whole negotiating text', () => {
  const lines = existsSync(negotiatingText)
    ? readFileSync(negotiatingText, 'utf8')
        .split('\n')
        .filter((line) => /\[[^[\]]{3,}\]/.test(line))
    : [];

  test('redlines give back both sides, and taking brackets out shows deletions more than rewriting', () => {
    expect(lines.length).toBeGreaterThan(100);
    let [inserted, deleted] = [0, 0];
    for (const [all, none] of lines.map(readings)) {
      const redline = compare(all, none);
      expect(before(redline)).toEqual(all.runs);
      expect(after(redline)).toEqual(none.runs);
      for (const segment of redline) {
        if (segment.type === 'inserted') inserted += plainText(segment).length;
        if (segment.type === 'deleted') deleted += plainText(segment).length;
      }
    }
    expect(inserted).toBeLessThan(deleted / 10);
  });

  test('compilations read back for everybody', () => {
    for (const line of lines) {
      const [all, none] = readings(line);
      const compilation = compile(all, [
        { id: 'a', names: ['A'], wording: none },
        { id: 'b', names: ['B'], wording: words(`${plainText(all)} Agreed.`) },
        { id: 'c', names: ['C'], wording: null },
      ]);
      expect(readCompilation(compilation, null)).toEqual(all.runs);
      expect(readCompilation(compilation, 'a')).toEqual(none.runs);
      expect(plainText({ runs: readCompilation(compilation, 'b') })).toBe(`${plainText(all)} Agreed.`);
      expect(readCompilation(compilation, 'c')).toEqual([]);
      expect(bracketedText(compilation)).toContain('C delete');
    }
  });

  test('an addition at the end is carried over wherever the brackets left the end alone', () => {
    for (const [all, none] of lines.map(readings)) {
      if (plainText(all).slice(-30) !== plainText(none).slice(-30)) continue;
      const result = rebase(all, none, words(`${plainText(all)} Agreed.`));
      expect(result).toEqual({ type: 'clean', wording: words(`${plainText(none)} Agreed.`) });
    }
  });
});

describe.skipIf(!existsSync(resolutions))('on resolutions in six languages', () => {
  const files = existsSync(resolutions) ? readdirSync(resolutions).filter((name) => name.endsWith('.xml')) : [];

  test.each(files)(
    '%s: neighbouring paragraphs compare and come back, and the text without its first half is told as deletions',
    (name) => {
      const xml = readFileSync(new URL(name, resolutions), 'utf8');
      const paragraphs = [...xml.matchAll(/<p[ >][\s\S]*?<\/p>/g)]
        .map(([paragraph]) => spaced(paragraph.replace(/<[^>]*>/g, '')))
        .filter((text) => text !== '')
        .map((text) => ({ id: null, ...words(text) }));
      expect(paragraphs.length).toBeGreaterThan(10);
      paragraphs.slice(1).forEach((paragraph, index) => {
        const previous = paragraphs[index] ?? paragraph;
        const redline = compare(previous, paragraph);
        expect(before(redline)).toEqual(previous.runs);
        expect(after(redline)).toEqual(paragraph.runs);
      });
      const half = Math.floor(paragraphs.length / 2);
      const types = compareTexts(paragraphs, paragraphs.slice(half)).map(({ type }) => type);
      expect(types.filter((type) => type === 'deleted')).toHaveLength(half);
      expect(types.filter((type) => type === 'kept').length).toBeGreaterThan((paragraphs.length - half) * 0.8);
    },
  );
});
