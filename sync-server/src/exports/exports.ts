import { assertNever, ok, present } from '@chapeau/base';
import { makeBundle, writeAdoptionLog } from '@chapeau/formats';
import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import { entryOf, type Ledger } from '../conference/ledger.ts';
import type { Environment } from '../environment.ts';
import { notFound, type Outcome } from '../failure.ts';
import type { ExportFile, ExportWish } from './exportFile.ts';
import { Press } from './press.ts';
import { isPrinted } from './printJob.ts';

/** Writes a document of a conference, as its record stands, to a file. What is not adopted says so in the file. */
export class Exports {
  readonly #ledger: Ledger;
  readonly #environment: Environment;
  readonly #press = new Press();

  constructor(ledger: Ledger, environment: Environment) {
    this.#ledger = ledger;
    this.#environment = environment;
  }

  async write(
    conference: ConferenceId,
    id: DocumentId,
    file: ExportFile,
    wish: ExportWish,
  ): Promise<Outcome<string | Uint8Array>> {
    const state = this.#ledger.standing(conference)?.state;
    const document = state?.documents.get(id);
    if (state === undefined || document === undefined) return notFound('document');
    const at = this.#environment.now().toISOString();
    if (isPrinted(file)) return ok(await this.#press.print(state, id, { file, wish, at }));
    switch (file) {
      case 'adoption-log.csv':
        return ok(writeAdoptionLog(state, document, { at, timeOf: (entry) => this.#timeOf(conference, entry) }));
      case 'bundle.json': {
        const entries = [...this.#ledger.entries(conference, 0, state.seq)];
        return ok(JSON.stringify(makeBundle(state, document, entries)));
      }
      default:
        return assertNever(file);
    }
  }

  #timeOf(conference: ConferenceId, seq: number): string {
    const [stored] = this.#ledger.entries(conference, seq - 1, seq);
    return entryOf(present(stored, `entry ${seq} of ${conference}`).json).at;
  }
}
