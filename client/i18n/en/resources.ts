import type { resources as source } from '../zh/resources.ts';
import type { Translated } from '../shape.ts';

export const resources = {
  title: 'Resources',
} as const satisfies Translated<typeof source>;
