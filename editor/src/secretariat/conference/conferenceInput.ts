import type { ConferenceDetails, Sector } from '@chapeau/procedure';
import type { ConferenceChecks, NumberingRule } from '@chapeau/text';
import { freeId, slug } from './suggestId.ts';

/** A sector as it is typed. `id` is null until the conference knows it; `key` tells rows apart. */
export interface SectorInput {
  readonly key: number;
  readonly id: string | null;
  readonly name: string;
}

/** What a conference is, as it is typed. */
export interface ConferenceInput {
  readonly title: string;
  readonly id: string;
  readonly theme: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly sectors: readonly SectorInput[];
  /** Null: nothing was said of it. */
  readonly numbering: NumberingRule | null;
  /** Null: nothing was said of them. */
  readonly checks: ConferenceChecks | null;
}

export type InputFault =
  | 'title-missing'
  | 'id-missing'
  | 'id-form'
  | 'id-taken'
  | 'date-missing'
  | 'dates-reversed'
  | 'sector-empty'
  | 'sector-twice';

export type Field = 'title' | 'id' | 'startsOn' | 'endsOn' | 'sectors';
export type InputFaults = Partial<Readonly<Record<Field, InputFault>>>;

export function inputOf(id: string, details: ConferenceDetails): ConferenceInput {
  const { sectors, numbering = null, checks = null } = details;
  return { ...details, id, sectors: sectors.map((sector, key) => ({ key, ...sector })), numbering, checks };
}

/** What is wrong with each field; empty when the conference may be sent. */
export function checkInput({ title, id, startsOn, endsOn, sectors }: ConferenceInput): InputFaults {
  const names = sectors.map(({ name }) => name.trim().toLowerCase());
  return {
    ...(title.trim() === '' ? { title: 'title-missing' } : {}),
    ...(id === '' ? { id: 'id-missing' } : /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(id) ? {} : { id: 'id-form' }),
    ...(startsOn === '' ? { startsOn: 'date-missing' } : {}),
    ...(endsOn === ''
      ? { endsOn: 'date-missing' }
      : startsOn !== '' && endsOn < startsOn
        ? { endsOn: 'dates-reversed' }
        : {}),
    ...(names.includes('')
      ? { sectors: 'sector-empty' }
      : new Set(names).size < names.length
        ? { sectors: 'sector-twice' }
        : {}),
  };
}

/** The details as the conference keeps them. Sectors that it knew keep their ids, so that what is tagged with them stays tagged. */
export function detailsOf(input: ConferenceInput): ConferenceDetails {
  const taken = new Set(input.sectors.flatMap(({ id }) => (id === null ? [] : [id])));
  const sectors: Sector[] = [];
  for (const sector of input.sectors) {
    const id = sector.id ?? freeId(slug(sector.name) || 'sector', taken);
    taken.add(id);
    sectors.push({ id, name: sector.name.trim() });
  }
  const { title, theme, place, startsOn, endsOn, timeZone, numbering, checks } = input;
  return {
    ...{ title: title.trim(), theme: theme.trim(), place: place.trim(), startsOn, endsOn, timeZone, sectors },
    ...(numbering === null ? {} : { numbering }),
    ...(checks === null || saysNothing(checks) ? {} : { checks }),
  };
}

function saysNothing({ off, language }: ConferenceChecks): boolean {
  return off.length === 0 && language === undefined;
}
