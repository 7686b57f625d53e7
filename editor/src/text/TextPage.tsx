/** The text of the document. */
export function TextPage() {
  return null;
}
