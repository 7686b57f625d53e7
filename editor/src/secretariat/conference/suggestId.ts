const longest = 40;
const small = new Set([
  'the',
  'of',
  'on',
  'and',
  'for',
  'in',
  'a',
  'an',
  'to',
  'at',
  'dan',
  'di',
  'untuk',
  'tentang',
  'yang',
  'pada',
]);

/**
 * An id for a conference from its title: its acronym and year where the title has one (`icdd-2021`), else its telling words.
 * Empty where the title has no letter or digit that an id may hold.
 */
export function suggestId(title: string, startsOn: string): string {
  const year = /\b(?:19|20)\d\d\b/.exec(title)?.[0] ?? startsOn.slice(0, 4);
  const acronym = /\b[A-Z][A-Z0-9]{1,7}\b/.exec(title)?.[0];
  if (acronym !== undefined && title !== title.toUpperCase()) return slug(`${acronym} ${year}`);
  return slug(title);
}

/** Lower-case letters, digits and hyphens, at most 40, cut between words; empty where nothing is left. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !small.has(word));
  let found = '';
  for (const word of telling.length === 0 ? words : telling) {
    const longer = found === '' ? word.slice(0, longest) : `${found}-${word}`;
    if (longer.length > longest) break;
    found = longer;
  }
  return found;
}

/** `wanted`, or with the first free number behind it, among ids that are taken. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const candidate = `${wanted.slice(0, longest - end.length)}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
}
