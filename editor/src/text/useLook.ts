import { useState } from 'react';
import type { Shown } from './shown.ts';
import { type TextView, useWorkspace } from './workspace.ts';

/** How the reader wants the text. */
export interface Look {
  readonly view: TextView;
  readonly shown: Shown;
}

/**
 * How a part of the text is drawn: as the reader wants it, or where nobody is near as it was wanted when somebody last was. Null until
 * then. So that another wish costs what is on the screen, whatever the length of the text.
 */
export function useLook(near: boolean): Look | null {
  const view = useWorkspace((workspace) => workspace.view);
  const shown = useWorkspace((workspace) => workspace.shown);
  const [look, setLook] = useState<Look | null>(null);
  if (!near || (look?.view === view && look.shown === shown)) return look;
  const next = { view, shown };
  setLook(next);
  return next;
}
