const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 130 random bits. `crypto.randomUUID` is missing on plain HTTP and in older browsers, `getRandomValues` is not. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  let key = '';
  for (const byte of bytes) key += alphabet.charAt(byte & 31);
  return key;
}
