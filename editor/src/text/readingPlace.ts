import type { ParagraphId } from '@chapeau/text';
import { type RefObject, useEffect, useRef } from 'react';
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
    if (place !== undefined && element !== null) hold(element, place.top);
  });
  useEffect(() => {
    // Noted before the page begins to change: once the other view is on its way, nothing stands where it stood.
    const note = () => {
      const place = sheet.current === null ? null : placeIn(sheet.current);
      if (place === null) left.delete(workspace);
      else left.set(workspace, place);
    };
    for (const leaving of ['click', 'popstate'] as const) addEventListener(leaving, note, { capture: true });
    return () => {
      for (const leaving of ['click', 'popstate'] as const) removeEventListener(leaving, note, { capture: true });
    };
  }, [workspace, sheet]);
}

/** How long (ms) what stands above a place may still come to its height. */
const settling = 2000;

/** Brings a paragraph to its place in the window and keeps it there while the page around it is laid out, until the reader moves on. */
function hold(paragraph: HTMLElement, top: number): void {
  const until = performance.now() + settling;
  let isHeld = true;
  // What moves a paragraph need not change the size of anything that could be watched: it is looked at in each frame.
  const bring = () => {
    // Another view may have taken its place.
    if (!isHeld || !paragraph.isConnected) return;
    const away = paragraph.getBoundingClientRect().top - top;
    if (Math.abs(away) >= 1) scrollBy({ top: away });
    if (performance.now() < until) requestAnimationFrame(bring);
    else stop();
  };
  const gestures = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
  const stop = () => {
    isHeld = false;
    for (const gesture of gestures) removeEventListener(gesture, stop);
  };
  for (const gesture of gestures) addEventListener(gesture, stop, { passive: true });
  bring();
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
