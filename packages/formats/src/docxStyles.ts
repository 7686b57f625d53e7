import type { IStylesOptions } from 'docx';

/** Twentieths of a point, the unit of lengths in WordprocessingML: half an inch, by which each level is indented. */
export const indentStep = 720;

/** The style of each thing that a printed text is made of; headings and the title use Word's own. */
export const styleIds = {
  masthead: 'Masthead',
  preambular: 'Preambular',
  operative: 'Operative',
  plain: 'UnnumberedText',
  credits: 'Credits',
  annexItem: 'AnnexItem',
  tableCell: 'TableCell',
  sign: 'NotationSign',
  said: 'NotationSaid',
} as const;

const body = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const;
const afterBody = { spacing: { after: 120 } } as const;

/** The look of a United Nations document: Times, black, generous space, headings bold. `language` is a BCP 47 tag. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: 'Times New Roman',
          size: 22,
          language: { value: language, eastAsia: language, bidirectional: language },
        },
        paragraph: { spacing: { line: 259, lineRule: 'auto' } },
      },
      title: {
        run: { font: 'Times New Roman', size: 32, bold: true },
        paragraph: {
          alignment: 'center',
          spacing: { before: 240, after: 240, line: 259, lineRule: 'auto' },
          keepNext: true,
        },
      },
      ...headings(),
    },
    paragraphStyles: [
      { ...body, id: styleIds.masthead, name: 'Masthead', paragraph: { alignment: 'center', spacing: { after: 60 } } },
      { ...body, id: styleIds.preambular, name: 'Preambular paragraph', paragraph: afterBody },
      { ...body, id: styleIds.operative, name: 'Operative paragraph', paragraph: afterBody },
      { ...body, id: styleIds.plain, name: 'Unnumbered text', paragraph: afterBody },
      {
        ...body,
        id: styleIds.credits,
        name: 'Credits',
        run: { size: 18, italics: true, color: '555555' },
        paragraph: { spacing: { after: 160 } },
      },
      { ...body, id: styleIds.annexItem, name: 'Annex item', paragraph: afterBody },
      { ...body, id: styleIds.tableCell, name: 'Table cell', run: { size: 20 }, paragraph: { spacing: { after: 0 } } },
    ],
    // What parts alternatives is bold and who says what is small and dark blue, so that neither is taken for words of the text.
    characterStyles: [
      { id: styleIds.sign, name: 'Notation sign', quickFormat: true, run: { bold: true } },
      { id: styleIds.said, name: 'Notation names', quickFormat: true, run: { size: 18, color: '1F3864' } },
    ],
  };
}

function headings(): NonNullable<IStylesOptions['default']> {
  const heading = (size: number, italics: boolean) =>
    ({
      run: { font: 'Times New Roman', size, bold: true, italics, color: '000000' },
      paragraph: { spacing: { before: 240, after: 120, line: 259, lineRule: 'auto' }, keepNext: true },
    }) as const;
  return {
    heading1: heading(26, false),
    heading2: heading(24, false),
    heading3: heading(22, false),
    heading4: heading(22, true),
    heading5: heading(22, true),
    heading6: heading(22, true),
  };
}
