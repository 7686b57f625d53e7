import type { ParagraphId } from '@chapeau/text';

const prefix = '#p-';

/** The paragraph that the address points at, if it is in the text. */
export function placeInAddress(order: readonly ParagraphId[]): ParagraphId | null {
  const { hash } = location;
  return hash.startsWith(prefix) ? (order.find((id) => id === hash.slice(prefix.length)) ?? null) : null;
}

/** Points the address at a paragraph, so that it can be passed on; no new step in the history. */
export function putPlaceInAddress(id: ParagraphId | null): void {
  history.replaceState(history.state, '', location.pathname + location.search + (id === null ? '' : prefix + id));
}
