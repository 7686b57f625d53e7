import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far beyond the screen (CSS px) a paragraph counts as near. */
const margin = 600;

interface Watched {
  readonly tell: (near: boolean) => void;
  near: boolean;
}

let observer: IntersectionObserver | null = null;
const watched = new Map<Element, Watched>();

function observe(element: Element, tell: Watched['tell']): () => void {
  observer ??= startObserving();
  watched.set(element, { tell, near: false });
  observer.observe(element);
  return () => {
    watched.delete(element);
    observer?.unobserve(element);
  };
}

function startObserving(): IntersectionObserver {
  // On paper there is no screen: everything is near before it is printed.
  addEventListener('beforeprint', () => flushSync(() => watched.forEach(({ tell }) => tell(true))));
  addEventListener('afterprint', () => watched.forEach(({ tell, near }) => tell(near)));
  return new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        const one = watched.get(target);
        if (one === undefined) continue;
        one.near = isIntersecting;
        one.tell(isIntersecting);
      }
    },
    { rootMargin: `${margin}px 0px` },
  );
}

/** Whether the element is near the screen, or about to be printed: what is costly to work out waits for it. `initially` until that is known. */
export function useNear(element: RefObject<Element | null>, initially: boolean): boolean {
  const [near, setNear] = useState(initially);
  useEffect(() => (element.current === null ? undefined : observe(element.current, setNear)), [element]);
  return near;
}
