/**
 * The failing text with as much taken out as can be while it still fails: ever smaller stretches, down to single characters.
 * `fails` is asked at most so many times.
 */
export function smallest(text: string, fails: (text: string) => boolean, patience = 5_000): string {
  let least = text;
  for (let size = Math.ceil(text.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && patience > 0; patience -= 1) {
      const without = least.slice(0, at) + least.slice(at + size);
      if (fails(without)) least = without;
      else at += size;
    }
  }
  return least;
}
