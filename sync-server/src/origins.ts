/** Where a browser on this machine finds the server. The first is the one that is printed. */
const onThisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** Every origin from which a browser may send what changes something, exactly as it names it. */
export function originsOf(port: number, configured: readonly string[]): readonly string[] {
  return [...onThisMachine.map((host) => `http://${host}:${port}`), ...configured];
}

/** What is wrong with an origin as somebody configured it, in a sentence; null where nothing is. */
export function originFault(origin: string): string | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.origin !== origin)
    return `${origin} is not an origin. Give it as a browser names it: scheme, host and port, without a path, e.g. https://chapeau.example.org`;
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return null;
  return `${origin} is not safe: sign-ins would travel in the clear. Use https; plain http is for this machine only.`;
}

/** Whether a host name or address means this machine and cannot be reached from another. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
