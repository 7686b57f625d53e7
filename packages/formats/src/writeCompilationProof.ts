import type { EnteredProposal } from '@chapeau/procedure';
import type { PartyTable } from '@chapeau/redline/brackets';
import type { ParagraphId } from '@chapeau/text';
import type { Layout } from './writeCompilationLayout.ts';
import { compiledPlaces } from './writeCompilationLines.ts';
import { compilationMarkdown } from './writeCompilationMarkdown.ts';
import { type CompiledPlace, type LinesOf, linesOf } from './writeCompilationPlaces.ts';
import { proposalLike, readAgain, type SaidAt, saidAt, saidBack, saysTheSame } from './writeCompilationReturn.ts';
import { spansOf, type WrittenSpan } from './writeCompilationSpans.ts';

/** What was written: all places, those that are read otherwise than they are meant, and what is written as one for several. */
export interface Written {
  readonly places: readonly CompiledPlace[];
  readonly unlike: ReadonlySet<number>;
  readonly spans: readonly WrittenSpan[];
}

/** Without names nothing says who proposes what, nor which words stand: there is nothing to compare. */
export function unproved(given: LinesOf): Written {
  const spans = spansOf(given.document);
  return { places: compiledPlaces(given, () => 'arranged', spans), unlike: new Set(), spans };
}

/** After so many readings no amendment is written as one for several paragraphs any more. */
const mostReadings = 4;

/**
 * Writes, and reads what was written. An amendment for several paragraphs that does not come back as one is written at each of them; a
 * paragraph that comes back otherwise, in the first layout in which it comes back by itself.
 */
export function proved(given: LinesOf, table: PartyTable): Written {
  const layouts = new Map<ParagraphId, Layout>();
  const tried = new Set<number>();
  let spans = spansOf(given.document);
  for (let reading = 1; ; reading += 1) {
    const places = compiledPlaces(given, (id) => layouts.get(id) ?? 'arranged', spans);
    const unlike = unlikeIn(given, places, spans, table);
    const fresh = [...unlike.places].filter((index) => !tried.has(index));
    const lost = new Set([...unlike.spans, ...troublesome(given, fresh, spans, { layouts, table })]);
    const others = fresh.filter((index) => ![...lost].some((span) => reaches(span, index)));
    for (const index of others) tried.add(index);
    const isRelaid = relay(given, others, layouts, table);
    if (lost.size === 0 && !isRelaid) return { places, unlike: unlike.places, spans };
    spans = reading < mostReadings ? spans.filter((span) => !lost.has(span)) : [];
  }
}

/** Whether a place is within a span, or right before it. */
function reaches({ from, to }: WrittenSpan, index: number): boolean {
  return from - 1 <= index && index <= to;
}

/** The spans at places that come back by themselves, and not where these are written as one. */
function troublesome(
  given: LinesOf,
  unlike: readonly number[],
  spans: readonly WrittenSpan[],
  { layouts, table }: { readonly layouts: ReadonlyMap<ParagraphId, Layout>; readonly table: PartyTable },
): readonly WrittenSpan[] {
  const within = unlike.filter((index) => spans.some((span) => reaches(span, index)));
  if (within.length === 0) return [];
  const alone = compiledPlaces(given, (id) => layouts.get(id) ?? 'arranged', []);
  const innocent = within.filter((index) => isLikeAlone(given, alone[index], table));
  return spans.filter((span) => innocent.some((index) => reaches(span, index)));
}

/** Finds other layouts for places; whether any was found. */
function relay(
  given: LinesOf,
  indices: readonly number[],
  layouts: Map<ParagraphId, Layout>,
  table: PartyTable,
): boolean {
  let open = indices;
  for (const layout of ['apart', 'beside'] as const) {
    if (open.length === 0) break;
    const ids = new Set(open.map((index) => given.document.order[index - 1]));
    const places = compiledPlaces(given, (id) => (ids.has(id) ? layout : 'arranged'), []);
    open = open.filter((index) => {
      const place = places[index];
      const id = place?.paragraph?.id;
      const isNew = place?.paragraph?.label === '' || (place?.beside.length ?? 0) > 0;
      if (id === undefined || !isNew || !isLikeAlone(given, place, table)) return true;
      layouts.set(id, layout);
      return false;
    });
  }
  return open.length < indices.length;
}

function isLikeAlone(given: LinesOf, place: CompiledPlace | undefined, table: PartyTable): boolean {
  return place !== undefined && unlikeIn(given, [place], [], table).places.size === 0;
}

/** What is read otherwise than it is meant. */
interface Unlike {
  readonly places: ReadonlySet<number>;
  readonly spans: ReadonlySet<WrittenSpan>;
}

function unlikeIn(
  given: LinesOf,
  places: readonly CompiledPlace[],
  spans: readonly WrittenSpan[],
  table: PartyTable,
): Unlike {
  const act = readAgain(compilationMarkdown(linesOf(places)), given, table);
  const { at, strayed } = alignment(places, saidBack(act, new Set()));
  const found = new Set<EnteredProposal>();
  const lost = new Set<WrittenSpan>();
  for (const span of spans) {
    const [first, last] = [at[span.from], at[span.to]];
    const isWhole = first !== undefined && last !== undefined && last - first === span.to - span.from;
    const proposal = isWhole ? proposalLike(span, act, first) : undefined;
    if (proposal === undefined) lost.add(span);
    else found.add(proposal);
  }
  const back = saidBack(act, found);
  const unlike = new Set(strayed);
  places.forEach(({ paragraph, touches }, index) => {
    const read = back[at[index] ?? -1];
    if (!isLike(saidAt(paragraph, touches), read)) unlike.add(index);
  });
  return { places: unlike, spans: lost };
}

/**
 * Where each place is read, if anywhere: 0 is the head of the text. `strayed` are those behind which something is read that nobody meant:
 * a paragraph of the text that is new, or something taken for what it is not.
 */
function alignment(places: readonly CompiledPlace[], back: readonly SaidAt[]) {
  const at: (number | undefined)[] = [];
  const strayed: number[] = [];
  let next = 1;
  places.forEach(({ paragraph }, index) => {
    if (paragraph === null) {
      at.push(0);
      return;
    }
    const meant = saidAt(paragraph, []);
    const found = back.findIndex(
      ({ label, words }, nth) => nth >= next && label === meant.label.trim() && words === meant.words,
    );
    if (found > next) strayed.push(index - 1);
    at.push(found < 0 ? undefined : found);
    if (found >= 0) next = found + 1;
  });
  return { at, strayed };
}

function isLike(meant: SaidAt, read: SaidAt | undefined): boolean {
  return (
    read !== undefined && saysTheSame(meant.proposals, read.proposals) && saysTheSame(meant.insertions, read.insertions)
  );
}
