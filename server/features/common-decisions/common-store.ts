import type { Tx } from '#db/connection.ts';
import { commonDecisions } from '#db/schema/common-decisions.ts';

export function insertCommonDecision(tx: Tx, row: typeof commonDecisions.$inferInsert): void {
  tx.insert(commonDecisions).values(row).run();
}
