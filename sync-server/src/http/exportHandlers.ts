import { ok } from '@chapeau/base';
import { type ConferenceId, documentIdSchema } from '@chapeau/procedure';
import { type ExportFile, fileName, wishOf } from '../exports/exportFile.ts';
import type { Exports } from '../exports/exports.ts';
import { notFound } from '../failure.ts';
import type { Call, Handlers } from './handler.ts';

type Name =
  | 'exportDocx'
  | 'exportMarkdown'
  | 'exportCompilationDocx'
  | 'exportCompilationMarkdown'
  | 'exportAdoptionLog'
  | 'exportBundle';

/** The text, the compilation, the log and the bundle of a document, as files. */
export function exportHandlers(exports: Exports): Handlers<Name> {
  async function send(file: ExportFile, { caller, param, query }: Call<Name>) {
    const document = documentIdSchema.safeParse(param('document'));
    const conference: ConferenceId = caller.principal.conference;
    if (!document.success) return notFound('document');
    const wish = wishOf(query);
    if (!wish.ok) return wish;
    const bytes = await exports.write(conference, document.data, file, wish.value);
    return bytes.ok ? ok({ name: `${conference}-${fileName(file, wish.value)}`, bytes: bytes.value }) : bytes;
  }
  return {
    exportDocx: (call) => send('text.docx', call),
    exportMarkdown: (call) => send('text.md', call),
    exportCompilationDocx: (call) => send('compilation.docx', call),
    exportCompilationMarkdown: (call) => send('compilation.md', call),
    exportAdoptionLog: (call) => send('adoption-log.csv', call),
    exportBundle: (call) => send('bundle.json', call),
  };
}
