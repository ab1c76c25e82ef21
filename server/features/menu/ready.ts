import { createHash } from 'node:crypto';
import type { Ready } from '#server/platform/binding.ts';

/** Serialises once what will be sent many times; the tag is that of the bytes, so it survives a restart. */
export function readyAnswer(value: unknown): Ready {
  const body = JSON.stringify(value);
  return { kind: 'ready', body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
