import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { refuse, type Refused } from '#server/platform/binding.ts';

// Argon2id, 19 MiB, 2 passes, 1 lane (OWASP); runs on the thread pool, never inside a transaction.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At most so many hashes at once: each holds 19 MiB. */
const concurrent = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= concurrent) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => limited(() => hash(password.normalize('NFC'), cost));

let decoy: Promise<string> | null = null;

/** Verifies against the account's hash, or against a decoy of the same cost when there is no account, so that time tells nothing. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const target = passwordHash ?? (await decoy);
  const matches = await limited(() => verify(target, password.normalize('NFC')));
  return matches && passwordHash !== null;
}

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
const common = ['password', 'qwerty', '123456', 'abc123', 'admin', 'letmein', '111111', '888888', 'woaini', 'iloveyou', '666666', '123123'];

/**
 * 等保 2.0 (GB/T 22239-2019, 8.1.4.1): length 10, three classes of characters; nothing from the block list, nothing that
 * holds the username.
 */
export function checkPassword(password: string, username: string): Refused | null {
  const lower = password.toLowerCase();
  const kinds = classes.filter((pattern) => pattern.test(password)).length;
  if (password.length < 10) return refuse('weak_password', { reason: 'length' }, ['/next']);
  if (kinds < 3) return refuse('weak_password', { reason: 'classes' }, ['/next']);
  if (lower.includes(username.toLowerCase())) return refuse('weak_password', { reason: 'username' }, ['/next']);
  // What is left without a common word must still be worth something.
  const rest = common.reduce((text, word) => text.replaceAll(word, ''), lower);
  if (rest.length < 6) return refuse('weak_password', { reason: 'common' }, ['/next']);
  return null;
}

// No characters that look alike: the secret is read from paper once.
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A secret for the first sign-in: 16 characters, about 92 bits. */
export function newSecret(): string {
  const letters = Array.from({ length: 16 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12), letters.slice(12)].join('-');
}
