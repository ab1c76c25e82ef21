import { createHash } from 'node:crypto';
import type { Ready } from '#server/platform/binding.ts';

/** Serialises once what will be sent many times, as the bytes that are sent: beside them the text would only take memory; the tag is that of the bytes, so it survives a restart. */
export function readyAnswer(value: unknown): Ready {
  const body = Buffer.from(JSON.stringify(value));
  return { kind: 'ready', body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
