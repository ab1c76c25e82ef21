import { z } from 'zod';
import { act, at, changed, count, id, nothing, Row, text } from './act.ts';

const account = { username: text } as const;

export const accountActs = {
  signed_in: act('account', z.strictObject({ address: text })),
  signed_out: act('account', nothing),
  sign_in_failed: act('account', z.strictObject({ address: text })),
  password_changed: act('account', z.strictObject({ sessionsEnded: count })),
  session_ended: act('account', z.strictObject({ session: id })),
  sessions_ended: act('account', z.strictObject({ ended: count })),
  secret_reset: act('account', nothing),
  // The first administrator is made by a command, the others by an administrator.
  account_created: act(
    'account',
    z.union([z.strictObject({ ...account, memberships: z.array(Row) }), z.strictObject({ ...account, role: z.literal('admin') })]),
  ),
  account_changed: act('account', z.strictObject({ former: z.array(Row), now: Row })),
  substitute_named: act('account', z.strictObject({ substituteAccountId: id, fromAt: at, toAt: at })),
  substitution_ended: act('account', z.strictObject({ substitution: id })),
  organisation_created: act('organisation', z.strictObject({ name: text })),
  organisation_changed: act('organisation', changed),
  settings_changed: act('settings', changed),
  demo_begun: act('settings', z.strictObject({ bodies: count, people: count })),
  demo_finished: act('settings', nothing),
} as const;
