import { ok } from '@chapeau/base';
import { type NotationForm, notationForms } from '@chapeau/redline/brackets';
import { type Outcome, refuse } from '../failure.ts';

/** What a document can be written as. */
export const exportFiles = [
  'text.docx',
  'text.md',
  'compilation.docx',
  'compilation.md',
  'adoption-log.csv',
  'bundle.json',
] as const;
export type ExportFile = (typeof exportFiles)[number];

/** How a file is to be written; what a file does not have takes no part. */
export interface ExportWish {
  /** A text says which delegations its words came from. */
  readonly credits: boolean;
  /** The notation of a compilation. */
  readonly form: NotationForm;
  /** A compilation tells who supports and who opposes what. */
  readonly positions: boolean;
}

/** The wish that a query states; refused where it asks for a form that there is not. */
export function wishOf(query: (name: string) => string | undefined): Outcome<ExportWish> {
  const form = notationForms.find((known) => known === (query('form') ?? 'rio'));
  if (form === undefined)
    return refuse(400, 'bad-input', `There is no such form. Ask for ${notationForms.join(', ')}.`);
  return ok({ credits: query('credits') === '1', form, positions: query('positions') === '1' });
}

/** A wish as {@link wishOf} reads it. */
export function queryOf({ credits, form, positions }: ExportWish): string {
  return new URLSearchParams({ form, credits: credits ? '1' : '0', positions: positions ? '1' : '0' }).toString();
}

/** What the file is called behind the conference: `compilation-un.md` tells its form, so that several can lie side by side. */
export function fileName(file: ExportFile, { form }: ExportWish): string {
  return file.replace(/^compilation\./, `compilation-${form}.`);
}
