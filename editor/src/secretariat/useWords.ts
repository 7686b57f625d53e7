import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { secretariatEn } from '../i18n/secretariatEn.ts';
import { secretariatId } from '../i18n/secretariatId.ts';

// They come with the desk, which few ever open, and not with the first screen.
i18next.addResourceBundle('en', 'secretariat', secretariatEn);
i18next.addResourceBundle('id', 'secretariat', secretariatId);

/** The words of the desk; those that the whole editor shares as `translation:…`. */
export function useWords() {
  return useTranslation(['secretariat', 'translation']);
}

export type Words = ReturnType<typeof useWords>['t'];
