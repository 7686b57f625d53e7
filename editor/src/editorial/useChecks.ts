import { present } from '@chapeau/base';
import type { DocumentId } from '@chapeau/procedure';
import type { EditorialLanguage, ParagraphId } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import { useContext, useEffect, useSyncExternalStore } from 'react';
import { DocumentContext, useConference, useDocument, useStore } from '../conference/useConference.ts';
import { inputOf } from './checkedInput.ts';
import { useEditorialChoice } from './editorialChoice.ts';
import { whenIdle } from './idleTime.ts';
import { type TextChecks, textChecks } from './textChecks.ts';

const kept = new WeakMap<object, Map<DocumentId, TextChecks>>();

/** Checks that wait for idle time, and load what they need at the first. */
export function idleChecks(): TextChecks {
  return textChecks({ whenIdle, read: async (input) => (await import('./openText.ts')).openText(input) });
}

/** The checks of the document that is shown; one for the whole page. */
export function useChecks(): TextChecks {
  const store = useStore();
  const document = present(useContext(DocumentContext), 'the document around its checks');
  const ofPage = kept.get(store) ?? new Map<DocumentId, TextChecks>();
  kept.set(store, ofPage);
  const checks = ofPage.get(document) ?? idleChecks();
  ofPage.set(document, checks);
  return checks;
}

/** The language in which the document is checked: as chosen here, else as the conference numbers it. */
export function useCheckedLanguage(): EditorialLanguage {
  const { language } = useEditorialChoice();
  const ofConference = useConference((state) => state.details?.numbering?.language);
  return language ?? ofConference ?? 'en';
}

/** Keeps the checks at the text on the table as it changes, while they are shown. */
export function useCheckedText(): void {
  const checks = useChecks();
  const document = useDocument((one) => one);
  const { shown, off } = useEditorialChoice();
  const language = useCheckedLanguage();
  useEffect(
    () => checks.use(shown ? inputOf(document, { language, off }) : null),
    [checks, document, shown, off, language],
  );
}

/** What is found in a paragraph; checked before others from now on where it is near the screen. */
export function useFindings(paragraph: ParagraphId, near: boolean): readonly Finding[] {
  const checks = useChecks();
  useEffect(() => {
    if (near) checks.want(paragraph);
  }, [checks, near, paragraph]);
  return useSyncExternalStore(checks.subscribe, () => checks.of(paragraph));
}

/** All that is found in the text so far. */
export function useAllFindings(): ReadonlyMap<ParagraphId, readonly Finding[]> {
  const checks = useChecks();
  return useSyncExternalStore(checks.subscribe, checks.all);
}
