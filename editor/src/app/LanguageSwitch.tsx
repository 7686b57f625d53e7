import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../i18n/startI18n.ts';

/** English or Bahasa Indonesia, each named in itself. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <select
      className="language"
      aria-label={t('app.language')}
      value={i18n.resolvedLanguage}
      onChange={(event) => {
        const chosen = languages.find(({ code }) => code === event.target.value);
        if (chosen !== undefined) void chooseLanguage(chosen.code);
      }}
    >
      {languages.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
