/** Where in formatted words, in UTF-16 units, a point of the screen lies; their end where it cannot be told. See `Runs`. */
export function caretAt(words: HTMLElement, x: number, y: number): number {
  const all = words.textContent.length;
  // Safari before 26 cannot tell.
  const place = document.caretPositionFromPoint?.(x, y) ?? null;
  if (place === null || !words.contains(place.offsetNode)) return all;
  const node = place.offsetNode;
  const span = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
  const at = Number(span?.dataset['at']);
  return node instanceof Text && Number.isFinite(at) ? Math.min(all, at + place.offset) : all;
}
