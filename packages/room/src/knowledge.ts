import * as Y from 'yjs';
import type { UnitId } from './updateFrame.ts';

/** At its clock `clock`, a client is seen to know `unit`. */
interface Lesson {
  readonly clock: number;
  readonly unit: UnitId;
}

/**
 * What each author must have known when it wrote, as far as its operations tell: all that they refer to, all that the
 * authors of that knew by then, and so on; knowing a unit means knowing all that its client wrote before.
 *
 * An item's two neighbours are next to each other in its author's document. So whatever stands between them here, the
 * author cannot have known. Where it must have, the item is one that no replica of Yjs can have made, and replicas
 * that receive it in different orders would disagree for ever on where it stands.
 */
export class Knowledge {
  readonly #lessons = new Map<number, Lesson[]>();
  /** For each author asked about: by client, how many units it knows. Built when first needed. */
  readonly #known = new Map<number, Map<number, number>>();

  /** What the items of a document tell. Costs what the document costs. */
  static of(doc: Y.Doc): Knowledge {
    const knowledge = new Knowledge();
    for (const [client, structs] of doc.store.clients) {
      const told = new Map<number, number>();
      for (const struct of structs) {
        for (const unit of referencesOf(struct)) {
          if (unit.client === client || (told.get(unit.client) ?? 0) > unit.clock) continue;
          told.set(unit.client, unit.clock + 1);
          knowledge.#addLesson(client, struct.id.clock, unit);
        }
      }
    }
    return knowledge;
  }

  /** Takes note that `client`, writing its unit `clock`, refers to `unit`. Clocks of one client come in order. */
  learn(client: number, clock: number, unit: UnitId | null): void {
    if (unit === null || this.knows(client, unit)) return;
    this.#addLesson(client, clock, unit);
    this.#raise(this.#knownBy(client), unit);
  }

  /** Whether `client` must know `unit`. */
  knows(client: number, unit: UnitId): boolean {
    return unit.client === client || (this.#knownBy(client).get(unit.client) ?? 0) > unit.clock;
  }

  #knownBy(client: number): Map<number, number> {
    const ready = this.#known.get(client);
    if (ready !== undefined) return ready;
    const known = new Map<number, number>();
    this.#known.set(client, known);
    for (const { unit } of this.#lessons.get(client) ?? []) this.#raise(known, unit);
    return known;
  }

  /** Adds a unit and all that follows from knowing it; each lesson counts once. */
  #raise(known: Map<number, number>, unit: UnitId): void {
    const open = [unit];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { client, clock } = next;
      const before = known.get(client) ?? 0;
      if (before > clock) continue;
      known.set(client, clock + 1);
      const lessons = this.#lessons.get(client) ?? [];
      for (let index = firstFrom(lessons, before); index < lessons.length; index += 1) {
        const lesson = lessons[index];
        if (lesson === undefined || lesson.clock > clock) break;
        open.push(lesson.unit);
      }
    }
  }

  #addLesson(client: number, clock: number, unit: UnitId): void {
    const lessons = this.#lessons.get(client);
    if (lessons === undefined) this.#lessons.set(client, [{ clock, unit }]);
    else lessons.push({ clock, unit });
  }
}

/** The index of the first lesson at `clock` or later. */
function firstFrom(lessons: readonly Lesson[], clock: number): number {
  let low = 0;
  let high = lessons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const lesson = lessons[middle];
    if (lesson !== undefined && lesson.clock < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function referencesOf(struct: Y.Item | Y.GC): readonly UnitId[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  if (origin === null && rightOrigin === null) {
    const container = parent instanceof Y.AbstractType ? parent._item : null;
    return container === null ? [] : [container.id];
  }
  return [origin, rightOrigin].filter((unit) => unit !== null);
}
