import type { Power } from '#contract/powers.ts';
import type { PowerRow } from './queries.ts';
import type { z } from 'zod';

export function presentPower(power: PowerRow, departmentName: string): z.infer<typeof Power> {
  const { createdAt: _createdAt, ...row } = power;
  return { ...row, departmentName };
}
