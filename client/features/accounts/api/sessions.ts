import type { Answer } from '#client/lib/call-types.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type SessionView = Answer<'GET /me/sessions'>['items'][number];

export function useSessions() {
  return useAnswer('GET /me/sessions');
}

export function useEndSession(): Act<'DELETE /me/sessions/{sessionId}'> {
  return useAct('DELETE /me/sessions/{sessionId}', { refreshes: ['GET /me/sessions'] });
}
