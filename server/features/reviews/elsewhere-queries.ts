import { prepared, type Db } from '#db/connection.ts';

const statements = prepared((db: Db) => ({
  decisions: db.$client.prepare(
    `SELECT recent.id AS requestId, o.name AS townshipName, e.at, e.facts FROM (
       SELECT id, township_id FROM requests WHERE power_id = :powerId AND township_id <> :townshipId AND state NOT IN ('draft','in_review') ORDER BY id DESC LIMIT 20
     ) recent JOIN request_events e ON e.request_id = recent.id AND e.kind = 'decision' JOIN organisations o ON o.id = recent.township_id
     ORDER BY e.id DESC LIMIT 20`,
  ),
  grants: db.$client.prepare(
    `SELECT g.request_id AS requestId, o.name AS townshipName, h.from_at AS fromAt, h.to_at AS toAt, g.end_kind AS endKind FROM grants g
     JOIN holdings h ON h.grant_id = g.id JOIN organisations o ON o.id = g.township_id
     WHERE g.power_id = :powerId AND g.township_id <> :townshipId AND h.from_at < h.to_at ORDER BY g.id DESC LIMIT 20`,
  ),
}));

export interface DecisionElsewhere {
  readonly requestId: string;
  readonly townshipName: string;
  readonly at: number;
  readonly facts: string;
}
/** How the county decided lately on the same power for others. */
export const decisionsElsewhere = (db: Db, powerId: string, townshipId: string): DecisionElsewhere[] =>
  statements(db).decisions.all({ powerId, townshipId }) as DecisionElsewhere[];

export interface GrantElsewhere {
  readonly requestId: string | null;
  readonly townshipName: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly endKind: 'returned' | 'swapped' | 'recalled' | 'expired' | null;
}
/** Who else holds or held the power, the latest first. */
export const grantsElsewhere = (db: Db, powerId: string, townshipId: string): GrantElsewhere[] =>
  statements(db).grants.all({ powerId, townshipId }) as GrantElsewhere[];
