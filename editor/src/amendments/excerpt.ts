import { plainText, type Wording } from '@chapeau/text';

const longest = 60;

/** The first words of a paragraph, to know it by. */
export function excerpt(words: Pick<Wording, 'runs'> | undefined): string {
  const text = words === undefined ? '' : plainText(words).trim();
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > 20 ? cut : longest)}…`;
}
