/** Of one list after another, what is new: a number stands for the item that had this place in the list before. */
export function sinceLast<T>(): (items: readonly T[]) => readonly (T | number)[] {
  let before = new Map<string, number>();
  return (items) => {
    const keys = items.map((item) => JSON.stringify(item));
    const answer = items.map((item, index) => before.get(keys[index] ?? '') ?? item);
    before = new Map(keys.map((key, index) => [key, index]));
    return answer;
  };
}

/** The list that {@link sinceLast} told of, with the very items of the list before where they are the same. */
export function restored<T extends object>(told: readonly (T | number)[], before: readonly T[]): readonly T[] {
  return told.map((one) => {
    if (typeof one !== 'number') return one;
    const item = before[one];
    if (item === undefined) throw new Error(`assertion failed: no item ${one} in the list before`);
    return item;
  });
}
