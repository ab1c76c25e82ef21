import type { z } from 'zod';
import { fieldCode } from '#contract/field-code.ts';

export interface InputError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}
export type Parsed =
  { readonly kind: 'parsed'; readonly value: unknown } | { readonly kind: 'invalid'; readonly errors: readonly InputError[] };

const absent: Parsed = { kind: 'parsed', value: undefined };

/** Validates one part of a request; errors name the place as a JSON pointer and a code that the client has words for. */
export function parsePart(schema: z.ZodType | undefined, part: 'params' | 'query' | 'body', value: unknown): Parsed {
  if (!schema) return absent;
  const result = schema.safeParse(value);
  if (result.success) return { kind: 'parsed', value: result.data };
  return {
    kind: 'invalid',
    errors: result.error.issues
      .flatMap(placesOf)
      .map((issue) => inputError(part, issue))
      .slice(0, 100),
  };
}

/** What a case does not have is pointed at field by field: a body that contradicts itself says which of its fields does. */
function placesOf(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] })) : [issue];
}

function inputError(part: 'params' | 'query' | 'body', issue: z.core.$ZodIssue): InputError {
  const pointer = [part === 'body' ? '' : part, ...issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join(
    '/',
  );
  return {
    pointer: pointer.startsWith('/') || part !== 'body' ? pointer : `/${pointer}`,
    code: fieldCode(issue),
    detail: issue.message.slice(0, 200),
  };
}
