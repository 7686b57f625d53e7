import { type DelegationId, type EnteredPosition, longestStatement, type Position } from '@chapeau/procedure';
import { type Choice, isChoice, type Piece, partyKey, type ReadPosition } from '@chapeau/redline/brackets';
import { characterFault } from '@chapeau/text';
import type { Claim } from './compilationAmendments.ts';
import { type Leaving, type LeftCode, longestExcerpt } from './compilationLeft.ts';
import { type PartyDelegations, spokenFor } from './compilationParties.ts';
import type { Bonds } from './compilationSpans.ts';

/** A wording that positions are taken on: of a proposal, by the claims to it, or of a paragraph of the text, with its index in the reading. */
export interface Target {
  readonly claims: readonly Claim[];
  readonly standing: number | null;
  readonly sponsors: readonly DelegationId[];
  readonly positions: EnteredPosition[];
}

const positionOf: Readonly<Record<Exclude<ReadPosition['stance'], 'other'>, Position>> = {
  retain: 'support',
  support: 'support',
  delete: 'object',
  oppose: 'object',
  reserve: 'reserve',
  flexible: 'flexible',
  pending: 'awaiting',
};

/** Words that say the position itself, and nothing beside it. */
const saysNoMore = /^(?:(?:is )?flexible|opposes?|reserves?|supports?)$/i;

/** Takes positions on the wordings that they are about, and lists what is not taken, or not as it was said. */
export class Positions {
  private readonly standing: ReadonlyMap<number | null, Target>;
  private readonly written: ReadonlyMap<number, ReadonlySet<Target>>;
  private readonly picked: ReadonlyMap<Choice, ReadonlySet<Target>>;
  private readonly bonds: Bonds;
  private readonly parties: PartyDelegations;
  private readonly leaving: Leaving;

  constructor(targets: readonly Target[], bonds: Bonds, parties: PartyDelegations, leaving: Leaving) {
    this.standing = new Map(targets.map((target) => [target.standing, target]));
    const claims = targets.flatMap((target) => target.claims.map((claim) => ({ target, claim })));
    this.written = gathered(claims.flatMap(({ target, claim }) => claim.written.map((at) => [at, target] as const)));
    this.picked = gathered(
      claims.flatMap(({ target, claim }) => [...claim.picks.keys()].map((choice) => [choice, target] as const)),
    );
    this.bonds = bonds;
    this.parties = parties;
    this.leaving = leaving;
  }

  /** The wordings proposed in a paragraph of the reading. */
  writtenAt(at: number): readonly Target[] {
    return [...(this.written.get(at) ?? [])];
  }

  /** What is said in a paragraph of the reading. */
  add(position: ReadPosition, at: number): void {
    const { stance, parties, place } = position;
    // What nobody is named for is nobody's position.
    if (stance === 'other' || parties.length === 0) return this.list('words', position);
    const own = this.targetsOf(position, at);
    if (own.targets.length === 0) return this.list('unclear', position);
    if (own.isWider) this.list('wider', position);
    const quoted =
      own.isWider && place !== null ? textOf(place.choice.alternatives[place.alternative]?.content ?? []) : '';
    for (const target of own.targets) this.take(position, positionOf[stance], target, quoted);
  }

  /** An objection to what is proposed. */
  object(target: Target, parties: ReadPosition['parties']): void {
    const position: ReadPosition = { stance: 'delete', parties, words: '', from: parties[0]?.from ?? 0, place: null };
    this.take(position, 'object', target, '');
  }

  private list(code: LeftCode, { parties, words, from }: ReadPosition): void {
    if (parties.length === 0) this.leaving.add(code, from, words);
    for (const party of parties) this.leaving.add(code, party.from, `${party.written} ${words}`);
  }

  private targetsOf(
    { stance, place, words }: ReadPosition,
    at: number,
  ): { readonly targets: readonly Target[]; readonly isWider: boolean } {
    const exactly = (targets: readonly Target[]) => ({ targets, isWider: false });
    const written = this.writtenAt(at);
    const plain = written.filter(({ claims }) => claims.some((claim) => claim.isPlain && claim.written.includes(at)));
    const text = [this.standing.get(at)].flatMap((one) => one ?? []);
    const table = text.length > 0 ? text : plain;
    // Who is against a paragraph is against each wording of it; who is for it is so of words that must be certain.
    const consents = stance === 'retain' || stance === 'support' || stance === 'flexible';
    const isOneOfSeveral = plain.some(({ claims }) =>
      claims.some((claim) => claim.isPlain && claim.written.length > 1),
    );
    if (place === null && text.length === 0 && isOneOfSeveral) return { targets: plain, isWider: true };
    if (place === null) return exactly(table.length > 0 ? table : written.length === 1 || !consents ? written : []);
    const { choice, alternative } = place;
    if (this.bonds.base(choice) === alternative) {
      const deleting = /\bdeletion$/.test(words) ? this.deletionsAt(choice) : [];
      if (deleting.length > 0) return exactly(deleting);
      const parts = this.bonds.spansAt(choice).flatMap(({ parts: all }) => all.map(({ paragraph }) => paragraph));
      const spanned = [...new Set(parts)].flatMap((paragraph) => this.standing.get(paragraph) ?? []);
      return { targets: spanned.length > 0 ? spanned : table, isWider: true };
    }
    const picking = ({ picks }: Claim) => picks.get(choice) === alternative;
    const found = [...(this.picked.get(choice) ?? [])].filter(({ claims }) => claims.some(picking));
    const exact = found.filter(({ claims }) => claims.some((claim) => picking(claim) && this.isAbout(claim, place)));
    if (exact.length > 0) return exactly(exact.slice(0, 1));
    return { targets: found.length === 1 || !consents ? found : [], isWider: true };
  }

  /** The proposals that nothing be at a place, and nothing else: "FJI delete; EU support deletion". */
  private deletionsAt(choice: Choice): readonly Target[] {
    const place = { choice, alternative: 0 };
    return [...(this.picked.get(choice) ?? [])].filter(({ claims }) =>
      claims.some((claim) => claim.picks.get(choice) === null && this.isAbout(claim, place)),
    );
  }

  /** Whether a claim says nothing of its own but what is said at this place, or at those that it is bound to. */
  private isAbout({ picks, parties }: Claim, { choice }: NonNullable<ReadPosition['place']>): boolean {
    const keys = new Set(parties.map(partyKey));
    const bound = new Set(this.bonds.spansAt(choice).flatMap(({ parts }) => parts.map((part) => part.choice)));
    return [...picks.keys()].every((other) => {
      if (other === choice || bound.has(other)) return true;
      if (keys.size === 0) return false;
      return !other.alternatives.some(({ clauses }) =>
        clauses.some((clause) => clause.parties.some((party) => keys.has(partyKey(party)))),
      );
    });
  }

  private take(said: ReadPosition, position: Position, { sponsors, positions }: Target, quoted: string): void {
    for (const party of said.parties) {
      const told = `${party.written} ${said.words}`;
      const statement = this.statement(quoted, said.words, party.from);
      for (const delegation of spokenFor(party, this.parties)) {
        const nth = positions.findIndex((held) => held.delegation === delegation);
        const before = positions[nth];
        if (sponsors.includes(delegation)) this.leaving.add('own', party.from, told);
        else if (before === undefined) positions.push({ delegation, position, statement });
        else if (before.position !== position) this.leaving.add('repeated', party.from, told);
        else positions[nth] = { ...before, statement: this.joined(before.statement, statement, party.from) };
      }
    }
  }

  private joined(before: string, more: string, from: number): string {
    if (more === '' || before.split('; ').includes(more)) return before;
    return before === '' ? more : this.fitting(`${before}; ${more}`, from, before);
  }

  private statement(quoted: string, words: string, from: number): string {
    const all = words.replace(/\s+/g, ' ').trim();
    const said = saysNoMore.test(all) ? '' : all;
    const told = quoted === '' ? said : said === '' ? `“${quoted}”` : `“${quoted}”: ${said}`;
    return this.fitting(told, from, '');
  }

  private fitting(statement: string, from: number, otherwise: string): string {
    if (statement.length <= longestStatement && characterFault(statement) === null) return statement;
    this.leaving.add('statement', from, statement);
    return otherwise;
  }
}

function gathered<K>(pairs: readonly (readonly [K, Target])[]): ReadonlyMap<K, ReadonlySet<Target>> {
  const found = new Map<K, Set<Target>>();
  for (const [key, target] of pairs) {
    const known = found.get(key);
    if (known === undefined) found.set(key, new Set([target]));
    else known.add(target);
  }
  return found;
}

/** The first words at a place, as they stand on the table. */
function textOf(content: readonly Piece[]): string {
  let text = '';
  const open: { readonly pieces: readonly Piece[]; at: number }[] = [{ pieces: content, at: 0 }];
  for (let level = open.at(-1); level !== undefined && text.length < longestExcerpt; level = open.at(-1)) {
    const piece = level.pieces[level.at];
    level.at += 1;
    if (piece === undefined) open.pop();
    else if (!isChoice(piece)) text += piece.role === 'words' ? piece.shown : '';
    else open.push({ pieces: piece.alternatives[piece.base ?? -1]?.content ?? [], at: 0 });
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, longestExcerpt);
}
