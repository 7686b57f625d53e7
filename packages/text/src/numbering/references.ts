import { assertNever } from '@chapeau/base';
import { ordinalSuffixes } from '../label.ts';
import type { ParagraphId } from '../paragraph.ts';
import { type NumberIndex, type NumberPlace, pathKey } from './numberIndex.ts';
import type { EditorialLanguage } from './numberingRule.ts';
import { readSuffixes } from './parsedLabel.ts';
import { type ReferenceType, type ReferenceWords, referenceWords } from './referenceWords.ts';

/**
 * What a number refers to: a paragraph of this text; a number that this text does not have or has twice; something of another text
 * ("paragraph 4 of resolution 70/1"); or, `unclear`, one or the other.
 */
export type Resolution =
  | { readonly type: 'paragraph'; readonly paragraph: ParagraphId }
  | { readonly type: 'none' | 'ambiguous' | 'elsewhere' | 'unclear' };

/** One number in a reference: `4`, `12 bis`, or `(b)` of `3 (b)`. Offsets are UTF-16 in the text it was found in. */
export interface ReferenceNumber {
  readonly from: number;
  readonly to: number;
  readonly resolution: Resolution;
}

/** A word for a part of a text with the numbers that go with it: "paragraphs 4 to 7", "PP3", "Article 6". */
export interface Reference {
  readonly from: number;
  readonly to: number;
  readonly type: ReferenceType;
  readonly numbers: readonly ReferenceNumber[];
}

/**
 * The references to numbered paragraphs in `text`, in order. `within` is the paragraph that holds the text: "subparagraph (b)" is one of
 * its own or of those it is part of. Errs on the side of `elsewhere` and `unclear`: nothing is resolved that may be another text's.
 */
export function findReferences(
  text: string,
  index: NumberIndex,
  language: EditorialLanguage,
  within: ParagraphId | null = null,
): readonly Reference[] {
  const grammar = grammars[language];
  const clusters = grammar.clusters(text);
  const holder = within === null ? null : (index.byId.get(within) ?? null);
  const found: Reference[] = [];
  for (const chain of grammar.chains(text, clusters)) {
    const scope = grammar.scopeOf(text, chain);
    const paths = new Resolver(index, holder, chain);
    for (const [at, { from, to, type, items }] of chain.clusters.entries()) {
      const numbers = items.flatMap((item) =>
        item.map((part, depth) => ({
          from: part.from,
          to: part.to,
          resolution: scope === 'here' ? paths.resolve(at, item.slice(0, depth + 1)) : { type: scope },
        })),
      );
      found.push({ from, to, type, numbers });
    }
  }
  return found;
}

/** `4`, `12 bis` or `(b)` as written, and as a step of a path. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** Whether it is a number in digits and not the letter of a sub-paragraph. */
  readonly digits: boolean;
}

interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly type: ReferenceType;
  readonly items: readonly (readonly Part[])[];
}

/** How a cluster hangs together with the one before it. */
type Link = 'inner' | 'of' | 'beside';

interface Chain {
  readonly clusters: readonly Cluster[];
  /** Between the cluster of the same index and the next. */
  readonly links: readonly Link[];
}

const width: Readonly<Record<ReferenceType, number>> = {
  article: 3,
  paragraph: 2,
  preambular: 2,
  operative: 2,
  sub: 1,
};

const suffixes = `(?:\\s?(?:${ordinalSuffixes.join('|')})(?!\\p{L})|\\s\\(\\d{2}\\)|\\salt(?!\\p{L})(?:\\s\\d(?!\\d))?)*`;
const number = `\\d{1,4}(?![\\d/])(?!\\.\\d)(?:[A-Z](?!\\p{L}))?${suffixes}`;
const sub = `(?:\\([a-z]{1,5}\\)|(?:[a-z]|[ivx]{2,5})\\))(?:[A-Z](?!\\p{L}))?${suffixes}`;
const bareLetter = '(?<![\\p{L}\\p{N}])[a-z](?![\\p{L}\\p{N}.)])';

/** The regular expressions of one language, made once. */
class Grammar {
  private readonly words: ReferenceWords;
  private readonly cluster: RegExp;
  private readonly item: RegExp;
  private readonly part: RegExp;
  private readonly gaps: Readonly<Record<Link, RegExp>>;
  private readonly here: RegExp;
  private readonly elsewhere: RegExp;
  private readonly before: RegExp;

  constructor(words: ReferenceWords) {
    this.words = words;
    const lone = words.bareLetters ? `|${bareLetter}` : '';
    const join = `,?\\s(?:${spaced(words.join)})`;
    const item = `(?:${number}(?:\\s?${sub})*|${sub}(?:\\s?${sub})*${lone})`;
    const items = `${item}(?:(?:,\\s${item})*(?:${join}\\s|[–-])${item})*`;
    const called = words.called.map(([, source]) => `(${spaced(source)})`).join('|');
    this.cluster = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${called})\\s?(${items})(?![\\p{L}\\p{N}])`, 'giu');
    this.item = new RegExp(item, 'giu');
    this.part = new RegExp(`${number}|${sub}${lone}`, 'giu');
    this.gaps = {
      inner: /^,?\s$/u,
      of: new RegExp(`^\\s(?:${words.of})\\s?$`, 'iu'),
      beside: new RegExp(`^(?:,\\s|${join}\\s(?:\\p{L}{1,4}\\s)?)$`, 'iu'),
    };
    const instruments = `(?:${words.instruments})(?![\\p{L}])`;
    this.here = new RegExp(`^,?\\s\\(?(?:${words.here})(?!\\p{L})`, 'iu');
    this.elsewhere = new RegExp(
      `^,?\\s\\(?(?:${words.elsewhere.replaceAll('(?:INSTRUMENTS)', instruments)})(?![\\p{L}])`,
      'iu',
    );
    this.before = new RegExp(
      `(?:(?<own>${words.self})\\s(?:\\p{L}+\\s)?)?(?<![\\p{L}/])${instruments}(?:(?<between>[^;:]{0,80}?)[,(]\\s?(?:(?:${words.notably}),?\\s)?(?:(?!(?:${spaced(words.join)})\\s)\\p{L}{1,4}\\s)?|(?:\\s[\\d/]+)?\\s)$|(?<theirs>(?<!\\p{L})(?:${words.theirs})\\s)$`,
      'iu',
    );
  }

  clusters(text: string): readonly Cluster[] {
    return [...text.matchAll(this.cluster)].map((match) => {
      const type = this.words.called.find((_, index) => match[index + 1] !== undefined)?.[0] ?? 'paragraph';
      const listed = match[this.words.called.length + 1] ?? '';
      const to = match.index + match[0].length;
      return { from: match.index, to, type, items: this.items(listed, to - listed.length) };
    });
  }

  private items(listed: string, offset: number): Cluster['items'] {
    return [...listed.matchAll(this.item)].map((item) =>
      [...item[0].matchAll(this.part)].map((part): Part => {
        const from = offset + item.index + part.index;
        const [, digits, letters, letter = '', tail = ''] =
          /^(?:(\d+)|\(?([a-z]+)\)?)([A-Z])?(.*)$/u.exec(part[0]) ?? [];
        const lettered = letter === '' ? [] : [{ type: 'letter', value: letter.charCodeAt(0) - 64 } as const];
        const body = digits === undefined ? (letters ?? part[0]) : String(Number(digits));
        return {
          from,
          to: from + part[0].length,
          key: pathKey(body, [...lettered, ...readSuffixes(tail)]),
          digits: digits !== undefined,
        };
      }),
    );
  }

  /** Clusters that belong together: "subparagraph (b) of paragraph 3", "Article 6, paragraph 2", "paragraph 4 and paragraph 5". */
  chains(text: string, clusters: readonly Cluster[]): readonly Chain[] {
    const chains: { clusters: Cluster[]; links: Link[] }[] = [];
    for (const cluster of clusters) {
      const chain = chains.at(-1);
      const before = chain?.clusters.at(-1);
      const link = before === undefined ? null : this.link(text.slice(before.to, cluster.from), before, cluster);
      if (chain === undefined || link === null) chains.push({ clusters: [cluster], links: [] });
      else {
        chain.clusters.push(cluster);
        chain.links.push(link);
      }
    }
    return chains;
  }

  private link(gap: string, before: Cluster, cluster: Cluster): Link | null {
    if (width[before.type] > width[cluster.type] && this.gaps.inner.test(gap)) return 'inner';
    if (width[before.type] < width[cluster.type] && this.gaps.of.test(gap)) return 'of';
    return this.gaps.beside.test(gap) ? 'beside' : null;
  }

  scopeOf(text: string, { clusters }: Chain): 'here' | 'elsewhere' | 'unclear' {
    const behind = text.slice(clusters.at(-1)?.to ?? 0, (clusters.at(-1)?.to ?? 0) + 80);
    if (this.here.test(behind)) return 'here';
    if (this.elsewhere.test(behind)) return 'elsewhere';
    const first = clusters[0]?.from ?? 0;
    const groups = this.before.exec(text.slice(Math.max(0, first - 160), first))?.groups;
    if (groups === undefined) return 'here';
    if (groups['theirs'] !== undefined) return 'elsewhere';
    if (groups['own'] !== undefined) return 'here';
    return (groups['between'] ?? '').length > 40 ? 'unclear' : 'elsewhere';
  }
}

/** A no-break space is a space. */
function spaced(source: string): string {
  return source.replaceAll(' ', '\\s');
}

const grammars: Readonly<Record<EditorialLanguage, Grammar>> = {
  en: new Grammar(referenceWords.en),
  fr: new Grammar(referenceWords.fr),
  es: new Grammar(referenceWords.es),
  id: new Grammar(referenceWords.id),
};

/** Finds the paragraphs that the numbers of one chain name. */
class Resolver {
  private readonly index: NumberIndex;
  private readonly holder: NumberPlace | null;
  private readonly chain: Chain;

  constructor(index: NumberIndex, holder: NumberPlace | null, chain: Chain) {
    this.index = index;
    this.holder = holder;
    this.chain = chain;
  }

  resolve(at: number, parts: readonly Part[]): Resolution {
    // A part of what is there twice is as uncertain as that.
    const uncertain = parts.some((_, depth) => this.placesOf(at, parts.slice(0, depth + 1)).length > 1);
    const [first] = this.placesOf(at, parts);
    if (uncertain) return { type: 'ambiguous' };
    return first === undefined ? { type: 'none' } : { type: 'paragraph', paragraph: first.id };
  }

  private placesOf(at: number, parts: readonly Part[]): readonly NumberPlace[] {
    const cluster = this.chain.clusters[at];
    const [head] = parts;
    if (cluster === undefined || head === undefined) return [];
    const keys = parts.map(({ key }) => key);
    const wider = this.wider(at);
    if (wider !== null) return wider.flatMap((place) => this.below(place, keys));
    if (!head.digits) return this.inHolder(keys);
    const outermost = (kindOfRow: string) => this.index.byPath.get(kindOfRow + keys.join('/')) ?? [];
    switch (cluster.type) {
      case 'article':
        return outermost('A');
      case 'preambular': {
        const own = outermost('P');
        return own.length > 0 ? own : outermost('O').filter(({ kind }) => kind === 'preambular');
      }
      case 'operative':
        return outermost('O').filter(({ kind }) => kind === 'operative');
      case 'paragraph':
      case 'sub': {
        const article = this.article();
        const inArticle = article === null ? [] : this.below(article, keys);
        return inArticle.length > 0 ? inArticle : outermost('O');
      }
      default:
        return assertNever(cluster.type);
    }
  }

  /** The parts of one paragraph that these steps lead to. */
  private below(place: NumberPlace, keys: readonly string[]): readonly NumberPlace[] {
    return keys.reduce<readonly NumberPlace[]>(
      (places, key) =>
        places.flatMap((above) =>
          (this.index.byPath.get(`${above.path}/${key}`) ?? []).filter(({ parent }) => parent?.id === above.id),
        ),
      [place],
    );
  }

  /** The article that speaks. */
  private article(): NumberPlace | null {
    let place = this.holder;
    while (place !== null && place.parent !== null) place = place.parent;
    return place?.path.startsWith('A') === true ? place : null;
  }

  /** What the cluster's numbers are parts of, by the words around it; null where nothing is said. */
  private wider(at: number): readonly NumberPlace[] | null {
    const other = this.chain.links[at - 1] === 'inner' ? at - 1 : this.chain.links[at] === 'of' ? at + 1 : null;
    const item = other === null ? undefined : this.chain.clusters[other]?.items.at(-1);
    return other === null || item === undefined ? null : this.placesOf(other, item);
  }

  /** A sub-paragraph of the paragraph that speaks, or else of the nearest one around it that has such a part. */
  private inHolder(keys: readonly string[]): readonly NumberPlace[] {
    for (let place = this.holder; place !== null; place = place.parent) {
      const found = this.below(place, keys);
      if (found.length > 0) return found;
    }
    return [];
  }
}
