import { assertNever } from '@chapeau/base';
import { type ParagraphKind, plainText } from '@chapeau/text';
import type * as Docx from 'docx';
import { docxStyles, indentStep, styleIds } from './docxStyles.ts';
import type { PrintedAnnex, PrintedParagraph, PrintedRun, PrintedTable, PrintedText } from './printedText.ts';

type Library = typeof Docx;

const headingLevels = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;
const rightToLeft = /^(?:ar|fa|he|ps|sd|ug|ur|yi)\b/;

/**
 * The text as a Word document: real styles, labels as text in front of hanging indents (numbering that Word recomputes would change
 * what was agreed), page numbers, language. Equal texts written `at` the same ISO 8601 instant give equal bytes.
 */
export async function writeDocx(text: PrintedText, written: { readonly at: string }): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded only here, so that a page which never exports does not carry it.
  const [docx, { unzipSync, zipSync }] = await Promise.all([import('docx'), import('fflate')]);
  const language = text.language ?? 'en-GB';
  const file = new docx.Document({
    title: clean(text.title),
    styles: docxStyles(language),
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1418, right: 1418 } },
        },
        footers: { default: new docx.Footer({ children: [pageNumber(docx)] }) },
        children: [...body(docx, text, rightToLeft.test(language))],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(text.title, language, written.at) };
  const packed = await docx.Packer.toArrayBuffer(file, undefined, [core]);
  // The library stamps each part with the time of day: packed again, under one fixed date.
  return zipSync(unzipSync(new Uint8Array(packed)), { mtime: new Date(1980, 0, 1) });
}

function* body(docx: Library, text: PrintedText, bidirectional: boolean): Generator<Docx.Paragraph | Docx.Table> {
  const direction = bidirectional ? { bidirectional } : {};
  const masthead = () =>
    text.masthead.map((line, index) => {
      const spacing = { after: index === text.masthead.length - 1 ? 360 : 60 };
      const children = [new docx.TextRun(clean(line))];
      return new docx.Paragraph({ ...direction, style: styleIds.masthead, spacing, children });
    });
  const hasTitle = text.paragraphs.some((paragraph) => paragraph.kind === 'title');
  if (!hasTitle && text.title !== '') {
    yield new docx.Paragraph({ ...direction, heading: 'Title', children: [new docx.TextRun(clean(text.title))] });
  }
  if (text.paragraphs[0]?.kind !== 'title') yield* masthead();
  for (const [index, paragraph] of text.paragraphs.entries()) {
    const fromRight = bidirectional || readsFromRight(paragraph);
    yield new docx.Paragraph({
      ...(fromRight ? { bidirectional: true } : {}),
      ...layout(paragraph),
      children: words(docx, paragraph, fromRight),
    });
    for (const line of [...(paragraph.notes ?? []), paragraph.credits ?? '']) {
      if (line === '') continue;
      const indent = { left: textIndent(paragraph) };
      yield new docx.Paragraph({
        ...direction,
        style: styleIds.credits,
        indent,
        children: [new docx.TextRun(clean(line))],
      });
    }
    if (index === 0 && paragraph.kind === 'title') yield* masthead();
  }
  for (const annex of text.annexes ?? []) yield* annexParagraphs(docx, annex, direction);
  for (const table of text.tables ?? []) yield* tableParagraphs(docx, table, direction);
}

function* annexParagraphs(
  docx: Library,
  annex: PrintedAnnex,
  direction: { readonly bidirectional?: boolean },
): Generator<Docx.Paragraph> {
  yield new docx.Paragraph({ ...direction, heading: 'Heading1', children: [new docx.TextRun(clean(annex.title))] });
  for (const { label, text } of annex.items) {
    const who = label === '' ? [] : [new docx.TextRun({ text: `${clean(label)}: `, bold: true })];
    const indent = { left: indentStep, hanging: indentStep };
    yield new docx.Paragraph({
      ...direction,
      style: styleIds.annexItem,
      indent,
      children: [...who, new docx.TextRun(clean(text))],
    });
  }
}

function* tableParagraphs(
  docx: Library,
  { title, header, rows }: PrintedTable,
  direction: { readonly bidirectional?: boolean },
): Generator<Docx.Paragraph | Docx.Table> {
  yield new docx.Paragraph({ ...direction, heading: 'Heading1', children: [new docx.TextRun(clean(title))] });
  const cell = (text: string, bold: boolean) =>
    new docx.TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new docx.Paragraph({
          ...direction,
          style: styleIds.tableCell,
          children: [new docx.TextRun({ text: clean(text), bold })],
        }),
      ],
    });
  const row = (cells: readonly string[], isHeader: boolean) =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader: isHeader,
      children: cells.map((text) => cell(text, isHeader)),
    });
  yield new docx.Table({
    ...(direction.bidirectional === true ? { visuallyRightToLeft: true } : {}),
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

function layout(paragraph: PrintedParagraph): Pick<Docx.IParagraphOptions, 'style' | 'heading' | 'indent'> {
  const { kind, level, label } = paragraph;
  const left = textIndent(paragraph);
  const indent = label === '' ? { left } : { left, hanging: indentStep };
  switch (kind) {
    case 'title':
      return { heading: 'Title' };
    case 'heading':
      return { heading: headingLevels[level] ?? 'Heading6' };
    case 'plain':
    case 'preambular':
    case 'operative':
      return { style: styleIds[kind], indent };
    default:
      return assertNever(kind);
  }
}

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether the first letter of a paragraph is of a script that runs from the right. */
function readsFromRight({ runs }: PrintedParagraph): boolean {
  const [letter = ''] = /\p{L}/u.exec(plainText({ runs })) ?? [];
  return rightToLeftLetter.test(letter);
}

/** Where a paragraph's words begin: behind its label, or in line with the words of the paragraph it belongs to. */
function textIndent({ kind, level, label }: PrintedParagraph): number {
  return isHeading(kind) ? 0 : indentStep * (label === '' ? level : level + 1);
}

function isHeading(kind: ParagraphKind): boolean {
  return kind === 'title' || kind === 'heading';
}

function words(docx: Library, { kind, label, runs }: PrintedParagraph, fromRight: boolean): Docx.TextRun[] {
  // Names in Latin letters keep their own direction, or Word would turn the signs around them.
  const direction = (text: string) => (fromRight && !/\p{Script=Latin}/u.test(text) ? { rightToLeft: true } : {});
  const gap = isHeading(kind) ? [clean(`${label}  `)] : [clean(label), new docx.Tab()];
  const lead = label === '' ? [] : [new docx.TextRun({ ...direction(label), children: gap })];
  return [
    ...lead,
    ...runs.map((run) => new docx.TextRun({ ...direction(run.text), ...formatting(run), text: clean(run.text) })),
  ];
}

function formatting({ marks, part }: PrintedRun): Pick<Docx.IRunOptions, 'style' | 'bold' | 'italics' | 'underline'> {
  return {
    ...(part === undefined ? {} : { style: part === 'sign' ? styleIds.sign : styleIds.said }),
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('underline') ? { underline: {} } : {}),
  };
}

function pageNumber(docx: Library): Docx.Paragraph {
  const children = [
    new docx.TextRun({ children: [docx.PageNumber.CURRENT, '/', docx.PageNumber.TOTAL_PAGES], size: 18 }),
  ];
  return new docx.Paragraph({ alignment: 'center', children });
}

/** The properties of the package (ECMA-376 part 2, section 11), which the library would date by its own clock. */
function coreProperties(title: string, language: string, at: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(clean(title))}</dc:title><dc:language>${escapeXml(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(at)}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${escapeXml(at)}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Without the characters that XML 1.0 cannot hold at all. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
