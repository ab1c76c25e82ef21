import type { CommitmentChange } from '#server/features/resources/index.ts';
import type { Act } from '#server/records/change.ts';
import {
  appendEvent,
  countyRules,
  demandFile,
  eventRow,
  followFacts,
  preparingIds,
  type RequestsPorts,
  type TermsPorts,
} from '#server/features/requests/index.ts';

/** A commitment was delivered, confirmed or disputed: the file says so, and its obligations follow. */
export const commitmentChanged =
  (ports: RequestsPorts) =>
  (act: Act, { kind, requestId, commitmentId, key, by, facts }: CommitmentChange): void => {
    appendEvent(act.tx, eventRow(act, requestId, { kind, facts: { commitmentId, key, ...facts } }, { at: act.now, stage: null }, by));
    const { row } = demandFile(act.tx, requestId);
    if (row.state === 'preparing') followFacts(act, ports, countyRules(act.tx), row);
  };

/** People or certificates of a township changed: what its preparations owe may have changed with them. */
export const rosterChangedForRequests =
  (ports: TermsPorts) =>
  (act: Act, townshipId: string): void => {
    const rules = countyRules(act.tx);
    for (const id of preparingIds(act.tx, townshipId)) followFacts(act, ports, rules, demandFile(act.tx, id).row);
  };
