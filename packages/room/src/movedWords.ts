import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** `length` units of `client`, from `clock` on, that repeat words which `author` typed first: `client` only moved or restored them. */
export interface MovedWords {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly author: number;
}

/** The bytes of several such lists one behind the other are those of the lists together. */
export function encodeMoves(moves: readonly MovedWords[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const { client, clock, length, author } of moves) {
      for (const number of [client, clock, length, author]) encoding.writeVarUint(encoder, number);
    }
  });
}

/** Throws where the bytes end too early. */
export function decodeMoves(bytes: Uint8Array): readonly MovedWords[] {
  const decoder = decoding.createDecoder(bytes);
  const next = () => decoding.readVarUint(decoder);
  const moves: MovedWords[] = [];
  while (decoding.hasContent(decoder)) moves.push({ client: next(), clock: next(), length: next(), author: next() });
  return moves;
}
