import type { Compilation } from '../compilation.ts';
import type { NotationForm, WrittenNotation } from './notationDraft.ts';
import { defaultPartyTable, type PartyTable } from './partyTable.ts';
import type { NotationReading } from './readNotation.ts';
import { writeCompilation } from './writeCompilation.ts';
import { writeReading } from './writeReading.ts';

/**
 * Writes what was read, or what {@link compile} made of a paragraph, in one form. Reading it back gives the same base, proposals and
 * positions: each paragraph is read again before it is handed out, first without and then with escapes. Without names (`none`) only the
 * alternatives come back. Names count as known when a compilation is written. Formatting of a compilation is not written.
 */
export function writeNotation(
  text: NotationReading | Compilation,
  form: NotationForm,
  parties: PartyTable = defaultPartyTable(),
): WrittenNotation {
  return 'paragraphs' in text
    ? writeReading(text, form, parties)
    : { text: writeCompilation(text, form, parties), kept: [] };
}
