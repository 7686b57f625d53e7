import {
  type AmendmentState,
  type ConferenceState,
  type DocumentState,
  liveAmendments,
  type ParagraphOutlook,
} from '@chapeau/procedure';
import { progressOf } from '../app/progress.ts';
import { knownOutlook } from '../chair/knownOutlook.ts';

/** What stands between a text and its adoption, in the order of the text where it has one. */
export interface Unsettled {
  readonly amendments: readonly AmendmentState[];
  /** Those of them that wait for a new version by their sponsors. */
  readonly conflicts: readonly AmendmentState[];
  readonly objected: readonly ParagraphOutlook[];
  readonly bracketed: readonly ParagraphOutlook[];
  /** How many paragraphs the chair could declare agreed now. */
  readonly ready: number;
  /** Nothing stands against opening adoption. */
  readonly settled: boolean;
}

export function unsettled(state: ConferenceState, document: DocumentState): Unsettled {
  const { lines } = knownOutlook(state, document);
  const amendments = liveAmendments(document);
  const { agreed, total } = progressOf(document);
  return {
    amendments,
    conflicts: amendments.filter(({ status }) => status === 'conflict'),
    objected: lines.filter(({ objecting }) => objecting.length > 0),
    bracketed: lines.filter((line) => line.bracketed),
    ready: lines.filter((line) => line.ready).length,
    settled: amendments.length === 0 && total > 0 && agreed === total,
  };
}
