import type { CheckedLanguage, RuleId } from '@chapeau/text';
import { useSyncExternalStore } from 'react';

/** What a reader wants to see of the editorial checks; kept in this browser. */
export interface EditorialChoice {
  readonly shown: boolean;
  /** What this reader hides, beside what the conference has switched off. */
  readonly off: readonly RuleId[];
  /** The language of the document; null for that of the conference. */
  readonly language: CheckedLanguage | null;
}

// The rules and languages stand beside all that checks them, which the first screen does without; a test holds these equal to them.

export const checkedLanguages = ['en', 'fr', 'es', 'id', 'other'] as const satisfies readonly CheckedLanguage[];

export const rulesByKind = {
  force: ['force-changed'],
  unsettled: ['brackets-left', 'placeholder-left', 'numbering'],
  form: ['opening-preambular', 'opening-operative', 'opening-number', 'opening-italics', 'ending'],
  words: ['state-name', 'doubled-word', 'look-alike', 'double-space', 'space-before-punctuation', 'quotation-marks'],
} as const satisfies Readonly<Record<string, readonly RuleId[]>>;

export const ruleKinds = [
  'force',
  'unsettled',
  'form',
  'words',
] as const satisfies readonly (keyof typeof rulesByKind)[];

const rules: readonly RuleId[] = Object.values(rulesByKind).flat();

/** Without a choice made: all but italics, which this page and every document written from it put where they belong. */
export const firstChoice: EditorialChoice = { shown: true, off: ['opening-italics'], language: null };

/** A choice as it was kept; what is not understood of it is as in the first choice. */
export function readChoice(kept: string | null): EditorialChoice {
  const found = parsed(kept);
  const { shown, off, language } = found;
  return {
    shown: typeof shown === 'boolean' ? shown : firstChoice.shown,
    off: Array.isArray(off) ? rules.filter((rule) => off.includes(rule)) : firstChoice.off,
    language: checkedLanguages.find((one) => one === language) ?? null,
  };
}

function parsed(kept: string | null): { readonly [key in keyof EditorialChoice]?: unknown } {
  try {
    const found: unknown = JSON.parse(kept ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

const storageKey = 'chapeau-editorial';
const listeners = new Set<() => void>();
let current: EditorialChoice | null = null;

export function editorialChoice(): EditorialChoice {
  if (current !== null) return current;
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(storageKey);
  } catch {
    // A browser that keeps nothing checks as at first.
  }
  current = readChoice(kept);
  return current;
}

export function chooseEditorial(change: Partial<EditorialChoice>): void {
  current = { ...editorialChoice(), ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // The choice holds for this page.
  }
  for (const listener of listeners) listener();
}

export function useEditorialChoice(): EditorialChoice {
  return useSyncExternalStore(subscribe, editorialChoice);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
