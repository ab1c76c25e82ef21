import { addMonths, dayOf, endOfDay } from '#server/domain/time/time.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';

interface AskedDay {
  readonly kind: 'day';
  readonly on: string;
  /** The instant that the answer is for. */
  readonly at: number;
}

/** Before this there was no ledger of powers passed down. */
const earliestOn = '1990-01-01';
const monthsAhead = 60;

/** The instant that stands for a day: its last one, or now when the day is today. The future is answered as it is planned. */
export function askedDay(asked: string | undefined, now: number): AskedDay | Refused {
  const today = dayOf(now);
  const on = asked ?? today;
  const latestOn = addMonths(today, monthsAhead);
  if (on < earliestOn || on > latestOn) return refuse('date_invalid', { earliestOn, latestOn });
  return { kind: 'day', on, at: on === today ? now : endOfDay(on) - 1 };
}
