/** `16 November 2021` at a place; `zone` is an IANA name, UTC where the runtime does not know it. */
export function localDate(at: string, zone: string): string {
  return format(at, zone, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `16 November 2021, 17:40 GMT+8` at a place. */
export function localTime(at: string, zone: string): string {
  return format(at, zone, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).replace(' at ', ', ');
}

function format(at: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: known(zone) }).format(new Date(at));
}

function known(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
