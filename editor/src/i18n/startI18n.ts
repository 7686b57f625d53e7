import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import type { editorialEn } from '../editorial/words.en.ts';
import type { compilationEn } from './compilationEn.ts';
import type { exportsEn } from './exportsEn.ts';
import type { secretariatEn } from './secretariatEn.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof en;
      secretariat: typeof secretariatEn;
      compilation: typeof compilationEn;
      editorial: typeof editorialEn;
      exports: typeof exportsEn;
    };
  }
}

export const languages = [
  { code: 'en', name: 'English' },
  { code: 'id', name: 'Bahasa Indonesia' },
] as const;
export type Language = (typeof languages)[number]['code'];

const storageKey = 'chapeau-language';

/** Loads the catalogue of the reader's language; English comes with the page, others when asked for. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await chooseLanguage(preferredLanguage());
}

/** Changes the language of the page and keeps the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language === 'id' && !i18next.hasResourceBundle('id', 'translation')) {
    const { id } = await import('./id.ts');
    i18next.addResourceBundle('id', 'translation', id);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still reads.
  }
}

function preferredLanguage(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(storageKey);
  } catch {
    kept = null;
  }
  const wanted = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const found = wanted.find((code) => languages.some((language) => language.code === code));
  return found === 'id' ? 'id' : 'en';
}
