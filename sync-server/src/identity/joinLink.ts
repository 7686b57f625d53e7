/** A sign-in link. The token stands behind `#`, which browsers never send: it is in no log and no proxy. */
export function joinLink(address: string, token: string): string {
  return `${address}/join#${token}`;
}
