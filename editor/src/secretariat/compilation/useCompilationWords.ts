import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { compilationEn } from '../../i18n/compilationEn.ts';
import { compilationId } from '../../i18n/compilationId.ts';

i18next.addResourceBundle('en', 'compilation', compilationEn);
i18next.addResourceBundle('id', 'compilation', compilationId);

/** The words of the desk at which a compilation is entered. */
export function useCompilationWords() {
  return useTranslation(['compilation', 'translation']);
}
