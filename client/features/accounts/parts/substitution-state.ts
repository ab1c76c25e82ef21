import { now } from '#client/lib/clock.ts';
import type { SubstitutionView } from '../api/substitutes.ts';

/** How a substitution stands in words; whether somebody may act in that place is the server's decision. */
export function substitutionState({ isEnded, fromAt, toAt }: SubstitutionView): 'planned' | 'running' | 'ended' {
  if (isEnded || toAt <= now()) return 'ended';
  return fromAt > now() ? 'planned' : 'running';
}
