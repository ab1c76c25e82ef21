import { z } from 'zod';
import { grantFacts } from '../../grants/grant-facts.ts';
import { Carrier } from '../../words.ts';
import { act, at, id } from './act.ts';

const { granted, registered, swap_planned: planned, ...told } = grantFacts;
const period = z.strictObject({ fromAt: at, toAt: at });

export const grantAuditActs = {
  grant_opened: act('grant', granted.extend({ requestId: id })),
  grant_registered: act('grant', registered.extend({ carrier: Carrier, endsAt: at })),
  grant_swapped: act('grant', planned),
  lapses_projected: act('grant', z.strictObject({ suspensions: z.array(period) })),
  trial_closed: act('grant', told.trial_closed),
  suspended: act('grant', told.suspended),
  resumed: act('grant', told.resumed),
  return_filed: act('grant', told.return_filed),
  return_cancelled: act('grant', told.return_cancelled),
  return_accepted: act('grant', told.return_accepted),
  return_deferred: act('grant', told.return_deferred),
  recall_noticed: act('grant', told.recall_noticed),
  hearing_stated: act('grant', told.hearing_stated),
  recall_decided: act('grant', told.recall_decided),
  swap_undone: act('grant', told.swap_undone),
  end_rides: act('grant', told.end_rides),
  rests_along: act('grant', told.rests_along),
  basis_reconfirmed: act('grant', told.basis_reconfirmed),
  basis_rebased: act('grant', told.basis_rebased),
  tasks_settled: act('tasks', z.union([z.strictObject({ grantId: id }), z.strictObject({ versionId: id })])),
} as const;
