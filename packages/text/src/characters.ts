/** A character that agreed text may not hold, with the UTF-16 offset at which it stands. */
export interface CharacterFault {
  readonly at: number;
  readonly codePoint: number;
}

/**
 * Controls (tab and line ends among them), bidirectional embeddings, overrides and isolates, line and paragraph separators,
 * interlinear and tag characters, the byte-order mark and non-characters: all that can make text look unlike its bytes.
 * Joiners and the directional marks that ordinary Arabic, Khmer or Thai needs are allowed.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ufdd0-\ufdef\u{e0000}-\u{e0fff}]|\p{Surrogate}/u;

/** The first forbidden character of `text`, or null. */
export function characterFault(text: string): CharacterFault | null {
  const at = text.search(forbidden);
  return at < 0 ? null : { at, codePoint: text.codePointAt(at) ?? 0 };
}
