/** The label of a whole wording beside a paragraph: `5. alt`, then `5. alt 2`. `index` counts from 0. */
export function alternativeLabel(label: string, index: number): string {
  return `${label} alt${index === 0 ? '' : ` ${index + 1}`}`.trim();
}
