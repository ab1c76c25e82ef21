import { useAct, type Act } from '#client/lib/use-act.ts';

export function useChangePassword(onDone: () => void): Act<'POST /me/password'> {
  return useAct('POST /me/password', { refreshes: ['GET /me', 'GET /me/sessions'], onDone });
}
