import type { RoomParagraph } from '@chapeau/room';
import * as Y from 'yjs';
import type { CopyKey, LocalCopies, LocalCopy } from '../../src/rooms/localCopy.ts';

/** Copies that outlive a page as the browser's do, in memory. */
export class MemoryCopies implements LocalCopies {
  readonly #kept = new Map<string, { readonly updates: Uint8Array[]; unconfirmed: number }>();
  /** When the device has written what it was given. */
  storing: Promise<void> = Promise.resolve();
  /** What the next room finds of other histories. */
  stranded: readonly (readonly RoomParagraph[])[] = [];

  get names(): readonly string[] {
    return [...this.#kept.keys()];
  }

  open({ principal, room, epoch }: CopyKey, doc: Y.Doc): LocalCopy {
    const name = `${principal}/${room}/${epoch}`;
    const kept = this.#kept.get(name) ?? { updates: [], unconfirmed: 0 };
    this.#kept.set(name, kept);
    const keep = (update: Uint8Array, origin: unknown) => {
      if (origin !== this) kept.updates.push(update);
    };
    doc.on('update', keep);
    const loaded = Promise.resolve().then(() => {
      Y.transact(doc, () => kept.updates.forEach((update) => Y.applyUpdate(doc, update)), this, false);
      return kept.unconfirmed;
    });
    return {
      loaded,
      stored: () => this.storing,
      noteUnconfirmed: (changes) => {
        kept.unconfirmed = changes;
      },
      close: () => doc.off('update', keep),
      erase: () => {
        doc.off('update', keep);
        this.#kept.delete(name);
      },
    };
  }

  takeStranded(): Promise<readonly (readonly RoomParagraph[])[]> {
    const { stranded } = this;
    this.stranded = [];
    return Promise.resolve(stranded);
  }
}
