import type { z } from 'zod';

/** What is wrong with a field, as the code that the client has words for; the same from the server and from a form that checks itself. */
export function fieldCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'string' && Number(issue.minimum) === 1 ? 'required' : 'too_small';
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'invalid_type';
  if (issue.code === 'custom') return issue.message === 'control_character' ? 'control_character' : 'invalid_value';
  return issue.code;
}
