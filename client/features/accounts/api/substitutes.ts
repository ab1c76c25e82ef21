import type { Answer } from '#client/lib/call-types.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type SubstitutionView = Answer<'GET /me/substitutions'>['items'][number];
export type Candidate = Answer<'GET /me/substitutions'>['candidates'][number];

export function useSubstitutes() {
  return useAnswer('GET /me/substitutions');
}

export function useNameSubstitute(onDone: (named: SubstitutionView) => void): Act<'POST /me/substitutions'> {
  return useAct('POST /me/substitutions', { refreshes: ['GET /me/substitutions'], onDone });
}

export function useEndSubstitution(onDone: () => void): Act<'DELETE /me/substitutions/{substitutionId}'> {
  return useAct('DELETE /me/substitutions/{substitutionId}', { refreshes: ['GET /me/substitutions'], onDone });
}
