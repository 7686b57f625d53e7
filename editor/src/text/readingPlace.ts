import type { ParagraphId } from '@chapeau/text';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { WorkspaceStore } from './workspace.ts';

/** A paragraph, and how far its head stood below that of the window (px). */
interface ReadingPlace {
  readonly paragraph: ParagraphId;
  readonly top: number;
}

const left = new WeakMap<WorkspaceStore, ReadingPlace>();

/** Where in the window a paragraph that was asked for comes to stand, as a part of its height. */
const upperThird = 0.3;

/**
 * Where one reads: on leaving the text for another view it is noted, and found again on coming back. `wanted` is a paragraph that the
 * address asks for instead. `isDrawn`: whether the place is on the page yet; a long text is drawn in steps.
 */
export function useReadingPlace(
  workspace: WorkspaceStore,
  sheet: RefObject<HTMLElement | null>,
  wanted: ParagraphId | null,
  isDrawn: (paragraph: ParagraphId) => boolean,
): void {
  const found = useRef(false);
  useEffect(() => {
    if (found.current) return;
    const place = wanted === null ? left.get(workspace) : { paragraph: wanted, top: innerHeight * upperThird };
    if (place !== undefined && !isDrawn(place.paragraph)) return;
    found.current = true;
    const element = place === undefined ? null : document.getElementById(`p-${place.paragraph}`);
    if (place !== undefined && element !== null && sheet.current !== null) hold(sheet.current, element, place.top);
  });
  useLayoutEffect(() => {
    const element = sheet.current;
    return () => {
      const place = element === null ? null : placeIn(element);
      if (place === null) left.delete(workspace);
      else left.set(workspace, place);
    };
  }, [workspace, sheet]);
}

/** How long (ms) what stands above a place may still come to its height. */
const settling = 2000;

/** Brings a paragraph to its place in the window and keeps it there while what stands above is laid out, until the reader moves on. */
function hold(sheet: HTMLElement, paragraph: HTMLElement, top: number): void {
  const bring = () => {
    // Another view may have taken its place.
    if (paragraph.isConnected) scrollBy({ top: paragraph.getBoundingClientRect().top - top });
  };
  bring();
  const growing = new ResizeObserver(bring);
  growing.observe(sheet);
  const gestures = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
  const stop = () => {
    growing.disconnect();
    for (const gesture of gestures) removeEventListener(gesture, stop);
  };
  for (const gesture of gestures) addEventListener(gesture, stop, { passive: true });
  setTimeout(stop, settling);
}

/** The paragraph at the upper third of the window; null at the head of the page. */
function placeIn(sheet: HTMLElement): ReadingPlace | null {
  if (scrollY === 0) return null;
  const { left: from, width } = sheet.getBoundingClientRect();
  for (const part of [upperThird, 0.5, 0.7]) {
    const paragraph = document
      .elementFromPoint(from + width / 3, innerHeight * part)
      ?.closest<HTMLElement>('[data-paragraph]');
    if (paragraph === null || paragraph === undefined) continue;
    return {
      paragraph: paragraph.dataset['paragraph'] as ParagraphId,
      top: paragraph.getBoundingClientRect().top,
    };
  }
  return null;
}
