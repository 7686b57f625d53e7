/** The words by which a compilation is saved. */
export const exportsEn = {
  title: 'Save the compilation',
  explain:
    'The whole text with every proposal on the table, judging none. The file says that it is a draft, of which revision and time.',
  form: 'How brackets and names are written',
  forms: {
    rio: 'As at Rio+20',
    rioHint: 'Names stand inside the bracket, behind a dash.',
    un: 'As in General Assembly compilations',
    unHint: 'Each wording in brackets of its own, names in parentheses behind it.',
    none: 'Without names',
    noneHint: 'Alternatives side by side; nobody is named anywhere in the file.',
  },
  positions: 'With the positions of others',
  positionsHint: 'who supports, reserves, opposes …',
  preview: 'How paragraph {{label}} will read',
  previewNoLabel: 'How a paragraph will read',
  nothing: 'Nothing is proposed at present: the file holds the text as it stands.',
  docx: 'Save for Word',
  markdown: 'Save as Markdown',
  markdownHint: 'Markdown can be pasted into a conference again and gives the same amendments.',
  making: 'Making the file…',
  saved: 'Saved: {{name}}',
};

/** A catalogue with exactly the keys of the English one. */
export type ExportsMessages = Catalogue<typeof exportsEn>;
type Catalogue<T> = { readonly [K in keyof T]: T[K] extends string ? string : Catalogue<T[K]> };
