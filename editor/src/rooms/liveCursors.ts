import { delegationIdSchema } from '@chapeau/procedure';
import type { Plugin } from 'prosemirror-state';
import type { DecorationAttrs } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import { yCursorPlugin } from 'y-prosemirror';
import { delegationColour } from './delegationColour.ts';

/** What the server says of a guest. */
interface Guest {
  readonly name?: unknown;
  readonly delegation?: unknown;
}

/** Where the others are, each with the name that the server gave them and the colour of their delegation's words. */
export function liveCursors(awareness: Awareness): Plugin {
  return yCursorPlugin(awareness, { cursorBuilder: cursorOf, selectionBuilder: selectionOf }) as Plugin;
}

function cursorOf(guest: Guest): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'room-cursor';
  cursor.style.setProperty('--guest', colourOf(guest));
  const name = document.createElement('span');
  name.className = 'room-cursor-name';
  name.textContent = typeof guest.name === 'string' ? guest.name : '';
  cursor.append(name);
  return cursor;
}

function selectionOf(guest: Guest): DecorationAttrs {
  return { class: 'room-selection', style: `--guest: ${colourOf(guest)}` };
}

function colourOf({ delegation }: Guest): string {
  return delegationColour(delegationIdSchema.safeParse(delegation).data ?? null);
}
