/** Where a paragraph stands on the screen, in pixels below the top of `within`. */
export interface VisibleParagraph {
  /** From 0, in the text. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** Paragraphs so many pixels above and below the window are counted as visible, so that scrolling finds them ready. */
const ahead = 400;

/** The paragraphs of a text that are on the screen, found by halving: the cost follows the screen, not the length of the text. */
export function visibleParagraphs(text: HTMLElement, within: HTMLElement): readonly VisibleParagraph[] {
  const { children } = text;
  const origin = within.getBoundingClientRect().top;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) < -ahead) low = middle + 1;
    else high = middle;
  }
  const visible: VisibleParagraph[] = [];
  for (let index = low; index < children.length; index += 1) {
    const box = children[index]?.getBoundingClientRect();
    if (box === undefined || box.top > innerHeight + ahead) break;
    visible.push({ index, top: Math.round(box.top - origin), height: Math.round(box.height) });
  }
  return visible;
}
