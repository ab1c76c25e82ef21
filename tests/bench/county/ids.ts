const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function inBase32(value: number, length: number): string {
  let text = '';
  for (let rest = value, place = 0; place < length; place += 1, rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text;
  return text;
}

/**
 * Ids that sort by their instant, as the product's own do, for things that happened long ago and in any order. They are the same
 * in every run, so that both sides of the comparison and a kept folder agree.
 */
export function createIdAt(): (at: number) => string {
  let made = 0;
  return (at) => {
    made += 1;
    return inBase32(at, 10) + inBase32(made, 16);
  };
}

/** A number below `bound` that looks random and is the same in every run. */
export function scattered(seed: number, bound: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % bound;
}
