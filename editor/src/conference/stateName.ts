import { indonesianNames } from '@chapeau/text/indonesianStates';

/**
 * A State's name as a reader of `language` knows it: English as the United Nations has it, Indonesian as Indonesian texts have it, the same
 * name that the editorial checks ask for. `id` is ISO 3166 alpha-3 in lower case. Where no name is on record, the English one.
 */
export function stateName({ id, name }: { readonly id: string; readonly name: string }, language: string): string {
  return (language === 'id' ? indonesianNames.get(id.toUpperCase()) : undefined) ?? name;
}
