import type { StartedServer } from '../startServer.ts';

/** What a start prints: where it is, where it keeps everything, and a link for every seat. */
export function describeStart(
  { address, links, others }: Pick<StartedServer, 'address' | 'links' | 'others'>,
  dataFolder: string,
): string {
  const lines = ['', `Chapeau is at     ${address}`, `The data is in    ${dataFolder}`, 'Stop with         Ctrl-C', ''];
  const width = Math.max(0, ...links.flatMap((conference) => conference.links.map(({ seat }) => seat.length)));
  for (const { conference, title, links: seats } of links) {
    lines.push(conference === null ? title : `${title} (${conference})`);
    for (const { seat, link } of seats) lines.push(`  ${seat.padEnd(width)}  ${link}`);
    lines.push('');
  }
  if (others.length > 0)
    lines.push(`Also here: ${others.join(', ')}. For a link: chapeau invite ${others[0]} --role secretariat`, '');
  if (links.length > 0) lines.push('Each link signs one person in, once. The next start prints fresh ones.', '');
  return `${lines.join('\n')}\n`;
}
