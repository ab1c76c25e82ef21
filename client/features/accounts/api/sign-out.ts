import { useAct, type Act } from '#client/lib/use-act.ts';

export function useSignOut(onDone: () => void): Act<'DELETE /session'> {
  return useAct('DELETE /session', { onDone });
}
