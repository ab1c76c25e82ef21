import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer, ChangeRoute, ReadRoute } from '#client/lib/call-types.ts';
import { keyOf } from '#client/lib/keys.ts';
import { useMe } from '#client/lib/session.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import { useStoredForm, type StoredForm } from '#client/lib/use-stored-form.ts';

export type Grant = Answer<'GET /grants/{grantId}'>;
export type GrantRoute = Extract<ChangeRoute, `POST /grants/{grantId}/${string}`>;

const stale = [
  'GET /grants',
  'GET /grants/{grantId}',
  'GET /tasks',
  'GET /tasks/count',
  'GET /menu/badges',
] as const satisfies readonly ReadRoute[];

/** One act on a grant; its answer is the grant as it is after it, shown at once. */
export function useGrantAct<R extends GrantRoute>(route: R, onDone: () => void): Act<R> {
  const client = useQueryClient();
  return useAct(route, {
    refreshes: stale,
    onDone: (answer) => {
      const grant: Grant = answer satisfies Answer<GrantRoute>;
      client.setQueryData(keyOf('GET /grants/{grantId}', { params: { grantId: grant.id } }), grant);
      onDone();
    },
  });
}

export function useReloadGrant(grantId: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keyOf('GET /grants/{grantId}', { params: { grantId } }) });
}

/** What is typed into one act on one grant, by one person in one capacity. */
export function useTyped<T extends object>(grantId: string, act: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${grantId}:${act}`, initial);
}

const known = [
  'granted',
  'return_filed',
  'return_cancelled',
  'return_accepted',
  'return_deferred',
  'recall_noticed',
  'hearing_stated',
  'recall_decided',
  'suspended',
  'resumed',
  'trial_closed',
  'grant_swapped',
  'end_rides',
  'rests_along',
  'basis_reconfirmed',
  'basis_rebased',
] as const;

/** Words for what somebody did, as the audit trail calls it. */
export function useAuditWords(): (action: string) => string {
  const { t } = useTranslation('grants');
  return (action) => t(`audit.${known.find((one) => one === action) ?? 'unknown'}`);
}
