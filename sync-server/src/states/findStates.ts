import { type StateNames, states } from '@chapeau/text/states';

/** How many matches are worth showing. */
const most = 50;

/**
 * States of which some name has a word that begins with each word of `search`, or whose ISO code it is: the code first, then
 * names that begin with it, then the rest, alphabetically. Case, accents and punctuation do not matter. Everything where the search is empty.
 */
export function findStates(search: string): readonly StateNames[] {
  const wanted = folded(search);
  if (wanted === '') return states;
  const words = wanted.split(' ');
  const ranked = indexed().flatMap(({ state, codes, names }) => {
    if (codes.includes(wanted)) return [{ state, rank: 0 }];
    const matching = names.filter((name) => words.every((word) => ` ${name}`.includes(` ${word}`)));
    if (matching.length === 0) return [];
    return [{ state, rank: matching.some((name) => name.startsWith(wanted)) ? 1 : 2 }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ state }) => state);
}

interface Indexed {
  readonly state: StateNames;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

let index: readonly Indexed[] | null = null;

/** Made when first asked for: names in use beside the official ones, and Indonesian ones, come with the runtime. */
function indexed(): readonly Indexed[] {
  index ??= states.map((state) => {
    const inUse = ['en', 'id', 'fr', 'es'].map((language) =>
      new Intl.DisplayNames([language], { type: 'region' }).of(state.alpha2),
    );
    const names = [state.english, state.official, state.french, state.spanish, ...inUse].map((name) =>
      folded(name ?? ''),
    );
    return { state, codes: [state.alpha2, state.alpha3].map(folded), names: [...new Set(names)] };
  });
  return index;
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
