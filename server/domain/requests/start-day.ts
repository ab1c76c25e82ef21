import { type DomainRefusal, refusal } from '../values/outcome.ts';
import { addMonths, dayOf, isDay } from '../time/time.ts';

/** A start farther ahead is a slip of the pen, which would go unnoticed before the hand-over is signed. */
const FARTHEST_START_MONTHS = 60;

/** Why a power cannot start on the day that a decision names: it is over, or too far ahead (RULES.md 5.28). */
export function refuseStart(on: string, now: number, pointer: string): DomainRefusal | null {
  const latestOn = addMonths(dayOf(now), FARTHEST_START_MONTHS);
  return isDay(on) && on >= dayOf(now) && on <= latestOn ? null : refusal('date_invalid', { latestOn }, [pointer]);
}
