import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

// Crockford's alphabet: no I, L, O or U, so that an id survives being read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;

function encodeTime(at: number): string {
  let text = '';
  for (let rest = at, place = 0; place < timeLength; place += 1, rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text;
  return text;
}

/** Counts up by one, as on a mileage counter; 80 random bits do not run out within a millisecond. */
function increment(digits: Uint8Array): void {
  for (let place = digits.length - 1; place >= 0; place -= 1) {
    const digit = digits[place] ?? 0;
    digits[place] = (digit + 1) % 32;
    if (digit !== 31) return;
  }
}

/**
 * Ids of 26 characters that sort in the order of their making: new rows go to the end of an index, and a page by id is a
 * page by age. Within a process they only ever rise, even when the clock jumps back.
 */
export function createNewId(clock: Clock): () => string {
  const pool = new Uint8Array(randomLength * 64);
  let used = pool.length;
  const digits = new Uint8Array(randomLength);
  let latest = -1;
  let time = '';

  function draw(): void {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    for (let place = 0; place < randomLength; place += 1) digits[place] = (pool[used + place] ?? 0) & 31;
    used += randomLength;
  }

  return () => {
    const now = clock.now();
    if (now > latest) {
      latest = now;
      time = encodeTime(now);
      draw();
    } else {
      increment(digits);
    }
    let text = time;
    for (const digit of digits) text += alphabet.charAt(digit);
    return text;
  };
}
