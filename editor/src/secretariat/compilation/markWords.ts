const name = 'compilation-place';

/** Marks the first of these words within an element, as far as the browser can; none for no words. Answers where they are. */
export function markWords(element: HTMLElement, words: string): Range | null {
  if (!('highlights' in CSS)) return null;
  CSS.highlights.delete(name);
  const range = words === '' ? null : rangeOf(element, words);
  if (range !== null) CSS.highlights.set(name, new Highlight(range));
  return range;
}

export function unmarkWords(): void {
  if ('highlights' in CSS) CSS.highlights.delete(name);
}

function rangeOf(element: HTMLElement, words: string): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Node; readonly from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node, from: text.length });
    text += node.textContent ?? '';
  }
  const from = text.indexOf(words);
  if (from < 0) return null;
  const range = new Range();
  const place = (offset: number) => {
    const own = nodes.findLast((one) => one.from <= offset) ?? nodes[0];
    return own === undefined ? null : { node: own.node, offset: offset - own.from };
  };
  const [start, end] = [place(from), place(from + words.length - 1)];
  if (start === null || end === null) return null;
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}
