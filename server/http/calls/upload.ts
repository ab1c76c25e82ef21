import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OperationShape, Upload } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Answer, Binding, CallOf } from '#server/platform/binding.ts';

/** Hands a file over with its call; the hash of what a repeated key stands for is of both. */
export async function withUpload(
  message: IncomingMessage,
  call: CallOf<OperationShape>,
  maxBytes: number,
  handle: Binding['handle'],
): Promise<Answer<unknown>> {
  const upload = await readUpload(message, maxBytes);
  if ('code' in upload) return { kind: 'refused', refusal: upload };
  const { idempotency } = call;
  const bodyHash = idempotency ? createHash('sha256').update(idempotency.bodyHash).update(upload.hash).digest('base64url') : '';
  return handle({ ...call, body: upload, idempotency: idempotency ? { ...idempotency, bodyHash } : null });
}

/** Reads a file from the body, hashed as it comes and never beyond its bound; what is too long is not read on. */
async function readUpload(message: IncomingMessage, maxBytes: number): Promise<Upload | Refusal> {
  const tooLarge: Refusal = { code: 'body_too_large', params: { megabytes: Math.floor(maxBytes / 1_000_000) } };
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // The connection outlives the loop: the refusal goes over it.
    for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return tooLarge;
      hash.update(chunk);
      chunks.push(chunk);
    }
  } catch {
    // The sender has gone, and with it the connection for an answer.
    return { code: 'malformed_json' };
  }
  return { bytes: Buffer.concat(chunks, length), hash: hash.digest('base64url') };
}
