import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { editorialEn } from './words.en.ts';
import { editorialId } from './words.id.ts';

// They come with the checks, after the first screen.
i18next.addResourceBundle('en', 'editorial', editorialEn);
i18next.addResourceBundle('id', 'editorial', editorialId);

/** The words of the editorial checks; those that the whole editor shares as `translation:…`. */
export function useEditorialWords() {
  return useTranslation(['editorial', 'translation']);
}
