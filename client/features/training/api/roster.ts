import type { Answer, ChangeRoute } from '#client/lib/call-types.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type OfficerView = Answer<'GET /officers'>['items'][number];
export type CertificateView = OfficerView['certificates'][number];
export type CertificateKindView = Answer<'GET /officers'>['kinds'][number];

type RosterRoute = Extract<ChangeRoute, `${string} /officers${string}` | `${string} /certificates/${string}`>;

/** Everybody the reader may see, those who left as well: one answer for the matrix and for each person's page. */
export function useRoster() {
  return useAnswer('GET /officers', { query: { withLeft: 'yes' } });
}

/** A change of a roster reaches far: prerequisites, suspensions and tasks follow from it at once. */
export function useRosterAct<R extends RosterRoute>(route: R, onDone: (officer: OfficerView) => void): Act<R> {
  return useAct(route, { refreshes: 'everything', onDone: (answer) => onDone(answer satisfies Answer<RosterRoute>) });
}
