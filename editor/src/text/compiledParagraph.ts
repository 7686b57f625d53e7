import { latest, positionsOn } from '@chapeau/procedure';
import { type Arrangement, type Compiler, compiler, type Proposal } from '@chapeau/redline';
import type { Run } from '@chapeau/text';
import { proposalId } from './proposalId.ts';
import type { Touch } from './touches.ts';

/** What is kept for the words of a paragraph as long as they stand: who comes next is compared, the others are not compared again. */
interface Kept {
  readonly compiler: Compiler;
  readonly touches: readonly Touch[];
  readonly arrangement: Arrangement;
}
const kept = new WeakMap<readonly Run[], Kept>();

/**
 * The words of a paragraph with the amendments to them, readable: in brackets, and whole beside it what would tear it to pieces. The
 * same words and the same list of touches give the same arrangement; another list costs what is new in it.
 * Amendments in conflict are left out: they were made on other words, and would read as taking back what was accepted.
 */
export function compiledParagraph(runs: readonly Run[], touches: readonly Touch[]): Arrangement {
  const known = kept.get(runs);
  if (known?.touches === touches) return known.arrangement;
  const proposals = touches.flatMap(proposalOf);
  if (proposals.length === 0) return undisputed(runs);
  const own = known?.compiler ?? compiler({ runs });
  const arrangement = own.arrange(proposals);
  kept.set(runs, { compiler: own, touches, arrangement });
  return arrangement;
}

/** The wording is the amendment's own object, by which a compiler knows it again. */
function proposalOf(touch: Touch): readonly Proposal[] {
  if (touch.type !== 'words' || touch.amendment.status !== 'tabled') return [];
  const { sponsors, positions } = touch.amendment;
  return [
    {
      id: proposalId(touch.amendment),
      names: sponsors.map((sponsor) => sponsor.toUpperCase()),
      wording: touch.wording,
      positions: positionsOn(positions, latest(touch.amendment).hash).map(([name, { position }]) => ({
        name: name.toUpperCase(),
        position,
      })),
    },
  ];
}

const undisputedTexts = new WeakMap<readonly Run[], Arrangement>();

function undisputed(runs: readonly Run[]): Arrangement {
  const known = undisputedTexts.get(runs);
  if (known !== undefined) return known;
  const arrangement: Arrangement = {
    inline: runs.length === 0 ? [] : [{ type: 'text', runs }],
    alternatives: [],
    readability: { contested: 0, contestedLength: 0, choices: 0, rivals: 0, nesting: 0 },
  };
  undisputedTexts.set(runs, arrangement);
  return arrangement;
}
