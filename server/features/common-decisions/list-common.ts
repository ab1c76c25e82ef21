import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { listCommonDecisions as listContract, readCommonDecision as readContract } from '#contract/common-decisions.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import { createdBy, commonDecisionById, commonDecisionPage, townshipsNamed } from './common-queries.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { presentCommonDecision, reasonsOf } from './present-common.ts';

export const listCommonDecisions =
  ({ db }: RequestsPorts) =>
  (call: CallOf<typeof listContract>) => {
    const { itemId, cursor, limit = 25 } = call.query;
    const { rows, total } = commonDecisionPage(db, itemId, cursor ?? null, limit + 1);
    const { shown, nextCursor } = pageOf(rows, limit, ({ row }) => row.id);
    return answered({
      items: shown.map((record) => presentCommonDecision(db, record)),
      nextCursor,
      ...totalOf(total),
    });
  };

/** One decision with every township that it speaks of, in the order of the decision. */
export const readCommonDecision =
  ({ db }: RequestsPorts) =>
  (call: CallOf<typeof readContract>) => {
    const record = commonDecisionById(db, call.params.decisionId);
    if (!record) return notFound;
    const created = createdBy(db, record.row.id);
    const { leftOut } = record.row;
    const names = townshipsNamed(
      db,
      [...created, ...leftOut].map(({ townshipId }) => townshipId),
    );
    const named = (townshipId: string) => {
      const township = names.get(townshipId);
      if (!township) throw new Error(`township ${townshipId} was decided on but is missing`);
      return { townshipId, name: township.name, kind: township.kind };
    };
    return answered({
      decision: presentCommonDecision(db, record),
      items: [
        ...created.map(({ townshipId, requestId, state, grantId }) => ({
          ...named(townshipId),
          reasons: [],
          request: { id: requestId, state, grantId },
        })),
        ...leftOut.map(({ townshipId, reasons }) => ({ ...named(townshipId), reasons: reasonsOf(reasons), request: null })),
      ],
    });
  };
