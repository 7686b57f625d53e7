/** Events that have no place in the record; see `wire` in docs for who gets which. */
export type Notice = 'draft' | 'people' | 'revoked';

/** An entry as a server-sent event. Canonical JSON has no line ends, so that one `data` line holds it. */
export function entryMessage(seq: number, hash: string, json: string): Buffer {
  return Buffer.from(`id: ${seq}\nevent: entry\ndata: {"hash":"${hash}","entry":${json}}\n\n`);
}

/** An event without an id: a reader that comes back is not sent it again. */
export function noticeMessage(notice: Notice, value: unknown): string {
  return `event: ${notice}\ndata: ${JSON.stringify(value)}\n\n`;
}

/** A comment that keeps the line open and shows where it broke. */
export const ping = ': ping\n\n';
