import type { RoomParagraph } from '@chapeau/room';

/** A paragraph for each writer, long enough to be one. */
export function benchParagraphs(count: number): readonly RoomParagraph[] {
  const text =
    'Encourage all participants to share experience, knowledge and good practice, each within its means and mandate, ';
  return Array.from({ length: count }, () => ({
    id: null,
    kind: 'operative',
    level: 0,
    runs: [{ text, marks: [] }],
  }));
}
