/** Adoption. */
export function AdoptionPage() {
  return null;
}
