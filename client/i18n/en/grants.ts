import type { grants as source } from '../zh/grants.ts';
import type { Translated } from '../shape.ts';

export const grants = {
  title: 'Powers granted',
} as const satisfies Translated<typeof source>;
