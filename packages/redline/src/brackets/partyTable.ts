import { states } from '@chapeau/text/states';
import { abbreviations, groups, roles } from './knownParties.ts';

/**
 * Somebody whose name stands in a text. `id` is ISO 3166-1 alpha-3 of a State in lower case, or the group's own. `members` are those of
 * a group where they are a published fact, with `source` and the day from which it holds; null where they vary or are not recorded.
 */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly type: 'state' | 'group' | 'role';
  readonly members: readonly string[] | null;
  readonly source: string | null;
}

/** What a name may mean: nobody, one, or several, of whom a person must choose. */
export type Resolution = readonly Party[];

/** Names and whom they mean. Several parties under one name are an ambiguity, kept as such. */
export class PartyTable {
  readonly #exact = new Map<string, readonly Party[]>();
  readonly #loose = new Map<string, readonly Party[]>();
  readonly #noNames = new Set<string>();

  /** Adds a name. Acronyms and names of up to four letters count in exactly this spelling, others in any. Returns the table. */
  add(name: string, party: Party): this {
    const { table, key } = this.#placeOf(name);
    const known = table.get(key) ?? nobody;
    if (!known.some(({ id }) => id === party.id)) table.set(key, [...known, party]);
    return this;
  }

  /** Gives a name to this party alone, whoever had it before: a person's decision. Returns the table. */
  set(name: string, party: Party): this {
    const { table, key } = this.#placeOf(name);
    table.set(key, [party]);
    return this;
  }

  /** A copy in which each of these names is somebody: those unknown here stand for themselves. */
  knowing(names: readonly string[]): PartyTable {
    const copy = this.#copy();
    for (const name of names) {
      const party: Party = { id: `name:${name}`, name, type: 'role', members: null, source: null };
      if (copy.resolve(name).length === 0) copy.add(name, party);
    }
    return copy;
  }

  /** A copy in which each of these is nobody, nor a name that is not known, but words of the text: a person's decision. */
  without(words: readonly string[]): PartyTable {
    const copy = this.#copy();
    for (const one of words) copy.#noNames.add(keyOf(one));
    return copy;
  }

  /** Whether a person said that this is no name. */
  isNoName(words: string): boolean {
    return this.#noNames.has(keyOf(words));
  }

  resolve(name: string): Resolution {
    const key = keyOf(name);
    if (this.#noNames.has(key)) return nobody;
    return this.#exact.get(key) ?? this.#loose.get(key.toLowerCase()) ?? nobody;
  }

  #copy(): PartyTable {
    const copy = new PartyTable();
    for (const [key, parties] of this.#exact) copy.#exact.set(key, parties);
    for (const [key, parties] of this.#loose) copy.#loose.set(key, parties);
    for (const key of this.#noNames) copy.#noNames.add(key);
    return copy;
  }

  #placeOf(name: string): { readonly table: Map<string, readonly Party[]>; readonly key: string } {
    const key = keyOf(name);
    const isExact = key.length <= 4 || !/\p{Ll}/u.test(key);
    return isExact ? { table: this.#exact, key } : { table: this.#loose, key: key.toLowerCase() };
  }
}

const nobody: Resolution = [];

/** Apostrophes and spaces in one form, without an article or the dot of an abbreviation. */
function keyOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[Tt]he /, '')
    .replace(/(?<=\p{L})\.$/u, '');
}

/** A fresh table of the States in their languages, ISO codes, usual short forms, and the groups that speak in conferences. */
export function defaultPartyTable(): PartyTable {
  const table = new PartyTable();
  const byCode = new Map<string, Party>();
  for (const { alpha2, alpha3, english, official, french, spanish } of states) {
    const party: Party = { id: alpha3.toLowerCase(), name: english, type: 'state', members: null, source: null };
    byCode.set(alpha3, party);
    const short = english.replace(/ \(.*\)$/, '');
    for (const name of [alpha2, alpha3, english, official, french, spanish, short]) table.add(name, party);
  }
  for (const [code, names] of Object.entries(abbreviations)) {
    const party = byCode.get(code);
    if (party !== undefined) for (const name of names) table.add(name, party);
  }
  for (const { id, name, names, members, source } of groups) {
    const party: Party = { id, name, type: 'group', members, source };
    for (const one of [name, ...names]) table.add(one, party);
  }
  for (const [name, names] of Object.entries(roles)) {
    const party: Party = {
      id: name.toLowerCase().replace(/\W+/g, '-'),
      name,
      type: 'role',
      members: null,
      source: null,
    };
    for (const one of [name, ...names]) table.add(one, party);
  }
  return table;
}
