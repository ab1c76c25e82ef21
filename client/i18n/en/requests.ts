import type { requests as source } from '../zh/requests.ts';
import type { Translated } from '../shape.ts';

export const requests = {
  title: 'Requests',
} as const satisfies Translated<typeof source>;
