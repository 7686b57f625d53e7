/** What the chair may do with the whole document at its stage. */
export function StageActs() {
  return null;
}
