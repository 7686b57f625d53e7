import { type RefObject, useEffect, useState } from 'react';

/** How far beyond the screen (CSS px) a paragraph counts as near. */
const margin = 1200;

let observer: IntersectionObserver | null = null;
const waiting = new Map<Element, () => void>();

function observe(element: Element, onNear: () => void): () => void {
  observer ??= new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: `${margin}px 0px` },
  );
  waiting.set(element, onNear);
  observer.observe(element);
  return () => {
    waiting.delete(element);
    observer?.unobserve(element);
  };
}

/** Turns true, and stays so, when the element comes near the screen: what is costly to work out can wait for it. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || element.current === null) return;
    return observe(element.current, () => setNear(true));
  }, [element, near]);
  return near;
}
