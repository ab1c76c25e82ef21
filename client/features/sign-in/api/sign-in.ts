import { useAct, type Act } from '#client/lib/use-act.ts';

export function useSignIn(onDone: () => void): Act<'POST /session'> {
  return useAct('POST /session', { onDone });
}
