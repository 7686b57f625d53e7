/** The locale by which dates and hours are written: day before month and the 24-hour clock in English too, as the United Nations writes them. */
export function dateLocale(language: string | undefined): string {
  return language === undefined || language === 'en' ? 'en-GB' : language;
}
