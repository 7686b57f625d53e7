import { present } from '@chapeau/base';
import { checkedLanguageOf, type DocumentId } from '@chapeau/procedure';
import { type CheckedLanguage, type ParagraphId, type RuleId, rulesSwitchedOff } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { DocumentContext, useConference, useDocument, useStore } from '../conference/useConference.ts';
import { inputOf } from './checkedInput.ts';
import { useEditorialChoice } from './editorialChoice.ts';
import { type ForceBase, forceBases } from './forceBase.ts';
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

/** The language in which the document is checked: as chosen here, else as the conference has it. */
export function useCheckedLanguage(): CheckedLanguage {
  const { language } = useEditorialChoice();
  const ofConference = useConference(checkedLanguageOf);
  return language ?? ofConference;
}

/** The rules that the conference has switched off for everybody. The same object while that has not changed. */
export function useOffByConference(): readonly RuleId[] {
  const checks = useConference((state) => state.details?.checks);
  return useMemo(() => rulesSwitchedOff(checks), [checks]);
}

/** The rules that are not looked at here: switched off by the conference, or hidden by the reader. */
export function useRulesOff(): readonly RuleId[] {
  const { off } = useEditorialChoice();
  const byConference = useOffByConference();
  return useMemo(() => [...new Set([...byConference, ...off])], [byConference, off]);
}

/** What the force of a paragraph is compared with; null where it has read as it does since. */
export function useForceBase(paragraph: ParagraphId): ForceBase | null {
  const document = useDocument((one) => one);
  return useMemo(() => forceBases(document).get(paragraph) ?? null, [document, paragraph]);
}

/** Keeps the checks at the text on the table as it changes, while they are shown. */
export function useCheckedText(): void {
  const checks = useChecks();
  const document = useDocument((one) => one);
  const { shown } = useEditorialChoice();
  const off = useRulesOff();
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
