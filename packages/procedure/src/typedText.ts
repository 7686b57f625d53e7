import { characterFault } from '@chapeau/text';
import { z } from 'zod';

const unseen = 'holds an invisible or control character: remove it';

/** One line that somebody typed: a name, a title. Without space around it, and without characters that make text look unlike its bytes. */
export function lineSchema(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((line) => characterFault(line) === null, unseen);
}

/** Lines that somebody typed: a reason, a statement. As {@link lineSchema}, but with line ends and tabs. */
export function linesSchema(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((lines) => characterFault(lines.replace(/[\r\n\t]/g, ' ')) === null, unseen);
}
