import { createHash } from 'node:crypto';
import type { Ready } from '#server/platform/binding.ts';

/** Serialises once what will be sent many times, as the bytes that are sent: beside them the text would only take memory. */
export const readyAnswer = (value: unknown): Ready => readyBytes(Buffer.from(JSON.stringify(value)));

/** The tag is that of the bytes, so it survives a restart. */
export const readyBytes = (body: Buffer): Ready => ({
  kind: 'ready',
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});
