import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PrintedText } from '../src/printedText.ts';
import { writeDocx } from '../src/writeDocx.ts';

const text: PrintedText = {
  title: 'Lagoon & Reef',
  masthead: ['Meeting of Islands', 'Adopted 3 May 2030'],
  paragraphs: [
    { label: '', kind: 'heading', level: 1, runs: [{ text: 'Harbours', marks: [] }] },
    {
      label: 'PP1',
      kind: 'preambular',
      level: 0,
      runs: [
        { text: 'Recalling', marks: ['italic'] },
        { text: ' <tides>,', marks: [] },
      ],
    },
    {
      label: '1.',
      kind: 'operative',
      level: 0,
      runs: [{ text: 'Decide  twice;', marks: ['bold', 'underline'] }],
      credits: 'Words of Atlantis',
    },
    { label: '(a)', kind: 'operative', level: 1, runs: [{ text: 'slowly\u0001.', marks: [] }] },
    { label: '', kind: 'plain', level: 1, runs: [{ text: 'No number.', marks: [] }] },
  ],
  annexes: [{ title: 'Reservations', items: [{ label: 'Lemuria', text: 'on paragraph 1' }] }],
};
const at = '2030-05-03T10:00:00Z';

async function partsOf(printed: PrintedText): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await writeDocx(printed, { at }));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Each paragraph of the document: its style, its indents and its words, tabs as an arrow. */
function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? '';
    const left = /<w:ind [^>]*w:left="(\d+)"/.exec(inner)?.[1] ?? '';
    const hanging = /<w:ind [^>]*w:hanging="(\d+)"/.exec(inner)?.[1] ?? '';
    const words = [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:tab\/>/g)].map((found) => found[1] ?? '→').join('');
    return `${style} ${left}/${hanging} ${words}`;
  });
}

describe('writing a Word document', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives every paragraph a real style, its label as text, and hanging indents', async () => {
    const parts = await partsOf(text);
    expect(paragraphsOf(parts['word/document.xml'] ?? '')).toEqual([
      'Title / Lagoon &amp; Reef',
      'Masthead / Meeting of Islands',
      'Masthead / Adopted 3 May 2030',
      'Heading2 / Harbours',
      'Preambular 720/720 PP1→Recalling &lt;tides&gt;,',
      'Operative 720/720 1.→Decide  twice;',
      'Credits 720/ Words of Atlantis',
      'Operative 1440/720 (a)→slowly.',
      'UnnumberedText 720/ No number.',
      'Heading1 / Reservations',
      'AnnexItem 720/720 Lemuria: on paragraph 1',
    ]);
    expect(parts['word/document.xml']).not.toContain('<w:numPr>');
    for (const style of [
      'Masthead',
      'Preambular',
      'Operative',
      'UnnumberedText',
      'Credits',
      'AnnexItem',
      'Title',
      'Heading2',
    ]) {
      expect(parts['word/styles.xml']).toContain(`w:styleId="${style}"`);
    }
  });

  it('keeps marks, numbers its pages, and states language, title and time', async () => {
    const parts = await partsOf({ ...text, language: 'fr' });
    expect(parts['word/document.xml']).toMatch(/<w:i\/>.{0,40}<w:t[^>]*>Recalling</);
    expect(parts['word/document.xml']).toMatch(
      /<w:b\/>.{0,80}<w:u w:val="single"\/>.{0,40}<w:t[^>]*>Decide {2}twice;</,
    );
    expect(Object.entries(parts).find(([path]) => path.startsWith('word/footer'))?.[1]).toContain('NUMPAGES');
    expect(parts['word/styles.xml']).toContain('w:val="fr"');
    expect(parts['docProps/core.xml']).toContain('<dc:title>Lagoon &amp; Reef</dc:title>');
    expect(parts['docProps/core.xml']?.split(at)).toHaveLength(3);
  });

  it('lets a paragraph run as its own script does, and names in it as theirs', async () => {
    const runs = [
      { text: 'يشجع', marks: [] },
      { text: 'IDN', marks: [], part: 'said' as const },
    ];
    const parts = await partsOf({
      ...text,
      paragraphs: [...text.paragraphs, { label: '2.', kind: 'operative', level: 0, runs }],
    });
    const paragraphs = parts['word/document.xml']?.split('</w:p>') ?? [];
    const arabic = paragraphs.find((xml) => xml.includes('يشجع')) ?? '';
    expect(arabic).toContain('<w:bidi/>');
    expect(arabic.match(/<w:r>.*?<\/w:r>/gs)?.map((run) => run.includes('<w:rtl/>'))).toEqual([true, true, false]);
    expect(paragraphs.filter((xml) => xml.includes('<w:bidi/>'))).toEqual([arabic]);
  });

  it('prints a title paragraph once, and lets Arabic run from right to left', async () => {
    const title = { label: '', kind: 'title', level: 0, runs: [{ text: 'Declaration', marks: [] }] } as const;
    const parts = await partsOf({ ...text, title: 'Declaration', paragraphs: [title], annexes: [], language: 'ar' });
    const found = paragraphsOf(parts['word/document.xml'] ?? '');
    expect(found).toEqual(['Title / Declaration', 'Masthead / Meeting of Islands', 'Masthead / Adopted 3 May 2030']);
    expect(parts['word/document.xml']).toContain('<w:bidi/>');
  });

  it('tells signs and names of a compilation from its words, and has its tables as tables', async () => {
    const bracketed = {
      label: '1.',
      kind: 'operative',
      level: 0,
      runs: [
        { text: '[', marks: [], part: 'sign' },
        { text: 'Sail', marks: [] },
        { text: ' - Fiji', marks: [], part: 'said' },
        { text: ']', marks: [], part: 'sign' },
      ],
      notes: ['To be moved after 2.'],
    } as const;
    const tables = [{ title: 'Amendments', header: ['No.', 'Paragraph'], rows: [['1', '1. & 2.']] }];
    const parts = await partsOf({ title: '', masthead: [], paragraphs: [bracketed], tables });
    const xml = parts['word/document.xml'] ?? '';
    const styled = [...xml.matchAll(/<w:rStyle w:val="(\w+)"\/>.{0,40}?<w:t[^>]*>([^<]*)</g)].map(([, ...own]) => own);
    expect(styled).toEqual([
      ['NotationSign', '['],
      ['NotationSaid', ' - Fiji'],
      ['NotationSign', ']'],
    ]);
    for (const [style] of styled) expect(parts['word/styles.xml']).toContain(`w:styleId="${style}"`);
    expect(paragraphsOf(xml).slice(1)).toEqual([
      'Credits 720/ To be moved after 2.',
      'Heading1 / Amendments',
      ...['No.', 'Paragraph', '1', '1. &amp; 2.'].map((cell) => `TableCell / ${cell}`),
    ]);
    expect(xml).toContain('<w:tblHeader/>');
  });

  it('gives equal bytes for equal texts, whenever it runs', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 4, 3) });
    const first = await writeDocx(text, { at });
    vi.setSystemTime(Date.UTC(2041, 0, 1));
    expect(await writeDocx(text, { at })).toEqual(first);
  });
});
