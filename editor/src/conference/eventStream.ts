/** One message of an event stream. `id` is empty where the message has none. */
export interface StreamMessage {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/**
 * Reads `text/event-stream` as it arrives in pieces (HTML Living Standard, 9.2.6). `read` answers the messages that the piece
 * completed. Comments complete nothing, but they are signs of life, which is why this is not the browser's EventSource.
 */
export function eventStreamReader(): { read(piece: string): readonly StreamMessage[] } {
  let rest = '';
  let event = '';
  let id = '';
  let lines: string[] = [];
  const readLine = (line: string): StreamMessage | null => {
    if (line === '') {
      const message = lines.length === 0 ? null : { event: event || 'message', id, data: lines.join('\n') };
      event = '';
      id = '';
      lines = [];
      return message;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') event = value;
    else if (field === 'id') id = value;
    else if (field === 'data') lines.push(value);
    return null;
  };
  const read = (piece: string): readonly StreamMessage[] => {
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    return parts.map(readLine).filter((message) => message !== null);
  };
  return { read };
}
