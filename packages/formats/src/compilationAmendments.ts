import { compareTexts } from '@chapeau/redline';
import { type NamedParty, type NotationReading, type ReadPosition, wordingOf } from '@chapeau/redline/brackets';
import { plainText, type Wording } from '@chapeau/text';
import { type Hand, Hands } from './compilationHands.ts';
import { isKept, keptReading } from './compilationKept.ts';
import { type Rival, type Rivals, rivalsOf } from './compilationRivals.ts';
import { Bonds, type Picks, type Span, spansOf } from './compilationSpans.ts';

/** A paragraph that is proposed; it rewords that paragraph of the reading, or is new (null). */
export interface SaidParagraph {
  readonly rewords: number | null;
  readonly wording: Wording;
}

/** Where a wording comes from: what was picked, by whom, in these paragraphs of the reading. */
export interface Claim {
  readonly parties: readonly NamedParty[];
  readonly picks: Picks;
  readonly written: readonly number[];
  /** The words of a rival as it stands, nobody's pick among them. */
  readonly isPlain: boolean;
}

/** What somebody would have neighbouring paragraphs of the reading say: `says` in place of all of `about`. */
export interface ReadAmendment {
  readonly about: readonly number[];
  readonly says: readonly SaidParagraph[];
  readonly claims: readonly Claim[];
}

/** Who would have nothing at a paragraph that only stands as a proposal: an objection to whatever is proposed there. */
export interface ReadObjection {
  readonly paragraph: number;
  readonly parties: readonly NamedParty[];
  /** Null: to all that is proposed there. */
  readonly picks: Picks | null;
  /** To words at a place, where it is that. */
  readonly place: ReadPosition['place'];
}

/** A paragraph in a comparison, with its index on its side. */
type Numbered = Wording & { readonly id: string | null; readonly at: number };

export interface ReadText {
  readonly rivals: Rivals;
  readonly bonds: Bonds;
  /** What stands in the text, by the paragraph of the reading. */
  readonly standing: ReadonlyMap<number, Wording>;
  readonly amendments: readonly ReadAmendment[];
  readonly objections: readonly ReadObjection[];
  /** Of more proposals at one place than can be read in reasonable time: those behind the others. */
  readonly tooMany: readonly Claim[];
}

/** At most so many proposals are read at one place, and so many UTF-16 units of wordings, but always some. */
const mostProposals = 2000;
const mostUnits = 5_000_000;
const leastProposals = 50;

/** All that a reading proposes, each party's wording in full, with the text that it is proposed for. */
export function readText(reading: NotationReading, isLeftOut: (paragraph: number) => boolean): ReadText {
  return new TextReader(reading, isLeftOut).read();
}

class TextReader {
  private readonly reading: NotationReading;
  private readonly isLeftOut: (paragraph: number) => boolean;
  private readonly spans: readonly Span[];
  private readonly bonds: Bonds;
  private readonly rivals: Rivals;
  private readonly kept: NotationReading;
  private readonly hands: Hands;
  private readonly standing = new Map<number, Wording>();
  private readonly amendments = new Map<
    string,
    { about: readonly number[]; says: readonly SaidParagraph[]; claims: Claim[] }
  >();
  private readonly objections: ReadObjection[] = [];
  private readonly tooMany: Claim[] = [];

  constructor(reading: NotationReading, isLeftOut: (paragraph: number) => boolean) {
    this.reading = reading;
    this.isLeftOut = isLeftOut;
    this.spans = spansOf(reading);
    this.bonds = new Bonds(this.spans);
    this.rivals = rivalsOf(reading);
    this.kept = keptReading(reading, this.rivals.all, this.bonds);
    this.hands = new Hands(reading, this.bonds);
  }

  read(): ReadText {
    const { rivals, bonds, standing, objections, tooMany } = this;
    const own = [...this.reading.paragraphs.keys()].filter((at) => this.enters(at) && !rivals.owning.has(at));
    for (const at of own) {
      const words = this.words(at, new Map());
      if (words !== null) standing.set(at, words);
    }
    for (const field of this.fields(own)) this.readField(field);
    for (const rival of rivals.all) this.readRival(rival);
    return { rivals, bonds, standing, amendments: [...this.amendments.values()], objections, tooMany };
  }

  private enters(at: number): boolean {
    return this.reading.paragraphs[at]?.isAside === false && !this.isLeftOut(at);
  }

  /** What a paragraph says where this is picked; null for nothing. */
  private words(at: number, picks: Picks, reading = this.reading): Wording | null {
    const all = new Map(picks);
    for (const choice of reading.paragraphs[at]?.choices ?? []) {
      const base = this.bonds.base(choice);
      if (!all.has(choice) && base !== choice.base) all.set(choice, base);
    }
    const wording = wordingOf(reading, at, { parties: [], kind: 'replace', picks: all, whole: null });
    return wording === null || plainText(wording).trim() === '' ? null : wording;
  }

  /** Paragraphs that brackets bind together, in the order of the text. */
  private fields(own: readonly number[]): readonly (readonly number[])[] {
    const fields: number[][] = [];
    const bound = new Set<number>();
    for (const { parts } of this.spans) {
      const [first, last] = [parts[0]?.paragraph ?? 0, parts.at(-1)?.paragraph ?? -1];
      for (let at = first + 1; at <= last; at += 1) bound.add(at);
    }
    for (const at of own) {
      const last = fields.at(-1);
      if (last !== undefined && bound.has(at)) last.push(at);
      else fields.push([at]);
    }
    return fields;
  }

  private readField(field: readonly number[]): void {
    for (const at of field) {
      this.readWhole(at);
      for (const { parties, place } of this.hands.deletionsOfProposed(at))
        this.objections.push({ paragraph: at, parties, picks: null, place });
    }
    for (const { parties, picks } of this.handsIn(field, false)) {
      const touched = field.filter((at) => this.reading.paragraphs[at]?.choices.some((choice) => picks.has(choice)));
      const [first, last] = [touched[0] ?? 0, touched.at(-1) ?? -1];
      const about = field.filter((at) => at >= first && at <= last);
      const says = about.map((at) => ({ at, was: this.standing.get(at) ?? null, is: this.words(at, picks) }));
      while (says.length > 1 && isSame(says.at(-1))) says.pop();
      while (says.length > 1 && isSame(says[0])) says.shift();
      const claim = { parties, picks, written: touched, isPlain: false };
      this.add(
        says.map(({ at }) => at),
        says.flatMap(({ at, is }) => (is === null ? [] : { rewords: this.standing.has(at) ? at : null, wording: is })),
        claim,
      );
    }
  }

  private handsIn(field: readonly number[], isWhole: boolean): readonly Hand[] {
    const hands = this.hands.inField(field, isWhole);
    const units = field.reduce((sum, at) => {
      const { from = 0, to = 0 } = this.reading.paragraphs[at] ?? {};
      return sum + to - from;
    }, 1);
    const most = Math.max(leastProposals, Math.min(mostProposals, Math.floor(mostUnits / units)));
    for (const hand of hands.slice(most)) this.tooMany.push({ ...hand, written: field, isPlain: false });
    return hands.slice(0, most);
  }

  /** Who would delete the paragraph as such. */
  private readWhole(at: number): void {
    for (const { parties, whole } of this.reading.paragraphs[at]?.proposals ?? []) {
      if (whole?.type !== 'delete' || (parties.length === 0 && this.isOptional(at))) continue;
      if (this.standing.has(at)) this.add([at], [], { parties, picks: new Map(), written: [], isPlain: false });
      else if (parties.length > 0) this.objections.push({ paragraph: at, parties, picks: null, place: null });
    }
  }

  /** Whether "No text" is one of its options. */
  private isOptional(at: number): boolean {
    return this.rivals.all.some(({ place, isNothing }) => isNothing && place.includes(at));
  }

  private readRival(rival: Rival): void {
    const own = rival.own.filter((at) => this.enters(at));
    const place = rival.place.filter((at) => this.enters(at));
    const sponsors = own.flatMap((at) =>
      (this.reading.paragraphs[at]?.positions ?? []).flatMap((position) =>
        proposesRival(rival, at, position) ? position.parties : [],
      ),
    );
    const plain = { parties: sponsors, written: own, isPlain: true };
    if (own.length === 0) return;
    if (rival.isNothing) return this.add(place, [], { ...plain, picks: new Map() });
    const reading = own.length > 1 ? this.kept : this.reading;
    const propose = (picks: Picks, claim: Claim) => {
      const words = own.flatMap((at) => this.words(at, picks, reading) ?? []);
      if (words.length > 0) this.add(place, this.inPlaceOf(place, words), claim);
      else if (claim.parties.length > 0)
        for (const paragraph of own) this.objections.push({ paragraph, parties: claim.parties, picks, place: null });
    };
    propose(new Map(), { ...plain, picks: new Map() });
    for (const at of own)
      for (const { parties, whole } of this.reading.paragraphs[at]?.proposals ?? [])
        if (whole?.type === 'delete' && parties.length > 0)
          this.objections.push({ paragraph: at, parties, picks: null, place: null });
    for (const { parties, picks } of this.handsIn(own, own.length > 1)) {
      const [first] = picks.keys();
      if (own.length > 1 && parties.length === 0 && first !== undefined && isKept(first, this.bonds)) continue;
      propose(picks, { parties, picks, written: own, isPlain: false });
    }
  }

  /** Words proposed in place of others: each rewords the one that it is like. What kind of paragraph it is, is said by that. */
  private inPlaceOf(place: readonly number[], words: readonly Wording[]): readonly SaidParagraph[] {
    const before = place.flatMap((at): readonly Numbered[] => {
      const was = this.standing.get(at);
      return was === undefined ? [] : [{ id: `${at}`, at, ...was }];
    });
    const after = words.map((wording, nth): Numbered => ({ id: null, at: nth, ...wording }));
    const [only, ...more] = before;
    const pairs = new Map(
      only !== undefined && more.length === 0 && after.length === 1
        ? [[0, only] as const]
        : compareTexts(before, after).flatMap((change) =>
            change.type === 'kept' || change.type === 'reworded' ? [[change.after.at, change.before] as const] : [],
          ),
    );
    return words.map((wording, nth) => {
      const was = pairs.get(nth);
      const shape = was ?? (nth === 0 && wording.kind === 'plain' ? only : undefined) ?? wording;
      return { rewords: was?.at ?? null, wording: { ...wording, kind: shape.kind, level: shape.level } };
    });
  }

  private add(about: readonly number[], says: readonly SaidParagraph[], claim: Claim): void {
    const key = JSON.stringify([about, says]);
    const known = this.amendments.get(key);
    if (known === undefined) this.amendments.set(key, { about, says, claims: [claim] });
    else known.claims.push(claim);
  }
}

/** Whether a position is a name and nothing more behind the first or last words of a rival: then it proposes the rival. */
export function proposesRival({ own }: Rival, at: number, { stance, words, place }: ReadPosition): boolean {
  return (at === own[0] || at === own.at(-1)) && stance === 'support' && words === '' && place === null;
}

function isSame(said: { readonly was: Wording | null; readonly is: Wording | null } | undefined): boolean {
  return said !== undefined && JSON.stringify(said.was) === JSON.stringify(said.is);
}
