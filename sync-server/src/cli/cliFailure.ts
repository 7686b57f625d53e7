/** Something that the person at the command line can put right; its message is all that they are shown. */
export class CliFailure extends Error {}

/** Throws a {@link CliFailure} with this sentence. */
export function fail(sentence: string): never {
  throw new CliFailure(sentence);
}
