/** The zones of one region, e.g. `Asia`, with the names that IANA gives them. */
export interface TimeZoneRegion {
  readonly region: string;
  readonly zones: readonly string[];
}

/** Every zone that this browser knows, by region, and `current` in any case. */
export function timeZoneRegions(current: string): readonly TimeZoneRegion[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(current === '' ? [] : [current])]);
  const regions = Map.groupBy([...names].sort(), (zone) =>
    zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '',
  );
  return [...regions].map(([region, zones]) => ({ region, zones })).sort((a, b) => a.region.localeCompare(b.region));
}

/** The zone of this computer, or UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
