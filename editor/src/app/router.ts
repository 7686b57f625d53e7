import type { ConferenceId } from '@chapeau/procedure';
import { type AnchorHTMLAttributes, createElement, type MouseEvent, useSyncExternalStore } from 'react';

/** The views of a conference's page. */
export const views = ['text', 'overview', 'adoption', 'secretariat'] as const;
export type View = (typeof views)[number];

export type Route =
  | { readonly type: 'seats' }
  | { readonly type: 'join' }
  | { readonly type: 'new'; readonly as: string | null }
  | {
      readonly type: 'conference';
      readonly conference: ConferenceId;
      readonly as: string | null;
      readonly document: string | null;
      readonly view: View;
    }
  | { readonly type: 'unknown' };

export type ConferenceRoute = Extract<Route, { type: 'conference' }>;

/** What an address of this application shows. */
export function readRoute(path: string, search: string): Route {
  const query = new URLSearchParams(search);
  if (path === '/') return { type: 'seats' };
  if (path === '/join') return { type: 'join' };
  if (path === '/new') return { type: 'new', as: query.get('as') };
  const conference = /^\/c\/([a-z0-9-]{1,40})\/?$/.exec(path)?.[1];
  if (conference === undefined) return { type: 'unknown' };
  return {
    type: 'conference',
    conference: conference as ConferenceId,
    as: query.get('as'),
    document: query.get('doc'),
    view: views.find((view) => view === query.get('view')) ?? 'text',
  };
}

export interface ConferencePlace {
  readonly conference: string;
  readonly as: string;
  readonly document?: string | null;
  readonly view?: View;
}

/** The address of a conference's page. */
export function conferencePath({ conference, as, document = null, view = 'text' }: ConferencePlace): string {
  const query = new URLSearchParams({ as });
  if (document !== null) query.set('doc', document);
  if (view !== 'text') query.set('view', view);
  return `/c/${conference}?${query}`;
}

const changed = 'chapeau:navigated';

export function navigate(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  globalThis.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  globalThis.addEventListener('popstate', listener);
  globalThis.addEventListener(changed, listener);
  return () => {
    globalThis.removeEventListener('popstate', listener);
    globalThis.removeEventListener(changed, listener);
  };
}

/** The address as path, query and fragment; re-renders on navigation. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => location.pathname + location.search + location.hash);
}

/** A link within the application: an ordinary one, except that a plain click does not load the page anew. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return createElement('a', { ...rest, href, onClick: follow });
}
