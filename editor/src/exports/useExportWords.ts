import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { exportsEn } from '../i18n/exportsEn.ts';
import { exportsId } from '../i18n/exportsId.ts';

i18next.addResourceBundle('en', 'exports', exportsEn);
i18next.addResourceBundle('id', 'exports', exportsId);

/** The words by which a compilation is saved; those that the whole editor shares as `translation:…`. */
export function useExportWords() {
  return useTranslation(['exports', 'translation']);
}
