import type { Answer, ChangeRoute } from '#client/lib/call-types.ts';
import { hasRole, type Me } from '#client/lib/session.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type CourseView = Answer<'GET /courses'>['courses'][number];
export type SessionView = Answer<'GET /courses'>['sessions'][number];
export type SessionFile = Answer<'GET /sessions/{sessionId}'>;
export type AttendeeView = SessionFile['attendees'][number];

type TrainingRoute = Extract<ChangeRoute, `${string} /courses${string}` | `${string} /sessions/${string}`>;

export function useCourses() {
  return useAnswer('GET /courses');
}

export function useSession(sessionId: string) {
  return useAnswer('GET /sessions/{sessionId}', { params: { sessionId } });
}

/** Results give certificates, and with them prerequisites are met: everything that is shown may have changed. */
export function useTrainingAct<R extends TrainingRoute>(route: R, onDone: (answer: Answer<R>) => void): Act<R> {
  return useAct(route, { refreshes: 'everything', onDone });
}

/** Who may look into a session; others see that it takes place. */
export function readsSessions(me: Me): boolean {
  return hasRole(me, 'clerk', 'lead', 'training_officer', 'auditor');
}
