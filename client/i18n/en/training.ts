import type { training as source } from '../zh/training.ts';
import type { Translated } from '../shape.ts';

export const training = {
  title: 'People and training',
} as const satisfies Translated<typeof source>;
