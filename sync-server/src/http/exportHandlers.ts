import { ok } from '@chapeau/base';
import { type ConferenceId, documentIdSchema } from '@chapeau/procedure';
import type { ExportFile } from '../exports/exportFile.ts';
import type { Exports } from '../exports/exports.ts';
import { notFound } from '../failure.ts';
import type { Call, Handlers } from './handler.ts';

type Name = 'exportDocx' | 'exportMarkdown' | 'exportAdoptionLog' | 'exportBundle';

/** The text, the log and the bundle of a document, as files. */
export function exportHandlers(exports: Exports): Handlers<Name> {
  async function send(file: ExportFile, { caller, param, query }: Call<Name>) {
    const document = documentIdSchema.safeParse(param('document'));
    const conference: ConferenceId = caller.principal.conference;
    if (!document.success) return notFound('document');
    const bytes = await exports.write(conference, document.data, file, { credits: query('credits') === '1' });
    return bytes.ok ? ok({ name: `${conference}-${file}`, bytes: bytes.value }) : bytes;
  }
  return {
    exportDocx: (call) => send('text.docx', call),
    exportMarkdown: (call) => send('text.md', call),
    exportAdoptionLog: (call) => send('adoption-log.csv', call),
    exportBundle: (call) => send('bundle.json', call),
  };
}
