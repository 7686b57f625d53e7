/** Where the secretariat accredits, invites, and enters drafts. */
export function SecretariatDesk() {
  return null;
}
