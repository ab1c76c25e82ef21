import { useSearchParams } from 'react-router';
import { dayOf, isDay } from '#client/lib/days.ts';
import { now } from '#client/lib/clock.ts';

export interface AskedDay {
  /** What stands in the address bar, for the query; absent means today. */
  readonly on: string | undefined;
  /** The day as shown. */
  readonly day: string;
  /** Keeps the day when walking to another page of the register. */
  readonly suffix: string;
}

/** The register answers for any day; the day asked about travels in the address bar. */
export function useAskedDay(): AskedDay {
  const [search] = useSearchParams();
  const asked = search.get('on') ?? '';
  const on = isDay(asked) ? asked : undefined;
  return { on, day: on ?? dayOf(now()), suffix: on === undefined ? '' : `?on=${on}` };
}
