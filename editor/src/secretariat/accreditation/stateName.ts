import type { State } from '@chapeau/protocol';

const regions = new Map<string, Intl.DisplayNames>();

/** A State's name as a reader of `language` knows it: English as the United Nations has it, else by Unicode CLDR. */
export function stateName({ code, name }: Pick<State, 'code' | 'name'>, language: string): string {
  if (language === 'en') return name;
  const names = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  regions.set(language, names);
  return names.of(code) ?? name;
}
