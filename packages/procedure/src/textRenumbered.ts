import { assert, type Sha256 } from '@chapeau/base';
import { wordingHash } from '@chapeau/text';
import type { Event } from './event.ts';
import type { DelegationId } from './ids.ts';
import type { DocumentState, HeldPosition, Table } from './state.ts';
import { changeStanding } from './textSteps.ts';

/**
 * The document with new numbers, and references that follow them. It is the one rewording that reopens nothing: status stays, and the
 * positions that the entry lists hold for the new words. The earlier wording stays in the paragraph's history.
 */
export function applyRenumbering(
  document: DocumentState,
  event: Pick<Extract<Event, { type: 'text-renumbered' }>, 'concordance' | 'rewordings'>,
  seq: number,
): DocumentState {
  const renamed = event.concordance.reduce(
    (text, { paragraph, to }) => changeStanding(text, paragraph, (before) => ({ ...before, label: to })),
    document,
  );
  return event.rewordings.reduce(
    (text, { paragraph, was, wording, credits, positions }) =>
      changeStanding(text, paragraph, (before) => {
        assert(before.hash === was, `paragraph ${paragraph} reads as the renumbering found it`);
        const { kind, level, runs } = before;
        const hash = wordingHash(wording);
        return {
          ...before,
          ...{ kind: wording.kind, level: wording.level, runs: wording.runs, hash, credits },
          positions: carriedPositions(before.positions, positions, was, hash),
          earlier: [...before.earlier, { wording: { kind, level, runs }, hash: was, until: seq }],
        };
      }),
    renamed,
  );
}

/** The positions with those that these delegations hold on `from` holding on `to`; each still says on which words it was taken. */
export function carriedPositions(
  positions: Table<DelegationId, HeldPosition>,
  delegations: readonly DelegationId[],
  from: Sha256,
  to: Sha256,
): Table<DelegationId, HeldPosition> {
  return delegations.reduce((table, delegation) => {
    const held = table.get(delegation);
    assert(held?.hash === from, `${delegation} holds a position on these words`);
    return table.set(delegation, { ...held, hash: to, takenOn: held.takenOn ?? from });
  }, positions);
}
