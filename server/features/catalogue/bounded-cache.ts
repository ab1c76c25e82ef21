export interface BoundedCache<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Keeps what was used last, up to a total weight. Only for what never changes: there is no way to take a thing back. */
export function createBoundedCache<V>(most: number, weigh: (value: V) => number): BoundedCache<V> {
  // A Map hands out its keys in the order of their setting, so the first is the one that was least recently used.
  const entries = new Map<string, V>();
  let weight = 0;

  function drop(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(value);
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      const added = weigh(value);
      if (added > most) return;
      entries.set(key, value);
      weight += added;
      for (const oldest of entries.keys()) {
        if (weight <= most) break;
        drop(oldest);
      }
    },
  };
}
