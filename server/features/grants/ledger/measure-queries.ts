import { prepared, type Db } from '#db/connection.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import type { PenaltyHolding } from '#server/domain/ledger/measures.ts';

export interface PenaltyRow {
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
}
export interface HeldPenalty extends PenaltyHolding {
  readonly powerId: string;
  readonly powerName: string;
  readonly suspensions: readonly Interval[];
}

/** What ties compulsory measures to penalties; their plans are tested. */
export const measureSql = {
  penalties: `SELECT id AS powerId, code, name FROM powers WHERE code IN (SELECT value FROM json_each(:codes)) AND statutory_type = 'penalty' ORDER BY code`,
  held: `SELECT h.grant_id AS grantId, h.power_id AS powerId, p.name AS powerName, h.from_at AS fromAt, h.to_at AS toAt, g.end_kind AS endKind,
      (SELECT json_group_array(json_object('fromAt', s.from_at, 'toAt', s.to_at)) FROM suspensions s WHERE s.grant_id = h.grant_id AND s.from_at < s.to_at)
        AS suspensions
    FROM holdings h JOIN grants g ON g.id = h.grant_id JOIN powers p ON p.id = h.power_id
    WHERE h.township_id = :townshipId AND h.power_id IN (SELECT value FROM json_each(:powerIds))
    ORDER BY h.power_id, h.from_at`,
  serving: `SELECT h.grant_id FROM holdings h JOIN powers p ON p.id = h.power_id JOIN grants g ON g.id = h.grant_id JOIN menu_items i ON i.id = g.item_id
    WHERE h.township_id = :townshipId AND h.to_at > :now AND p.statutory_type = 'compulsion' AND (h.from_at < h.to_at OR g.ends_with_grant_id IS NOT NULL)
      AND EXISTS (SELECT 1 FROM json_each(i.terms, '$.companions') WHERE value = :code)
    ORDER BY h.grant_id`,
} as const;

const statements = prepared((db: Db) => ({
  penalties: db.$client.prepare(measureSql.penalties),
  held: db.$client.prepare(measureSql.held),
  serving: db.$client.prepare(measureSql.serving).pluck(),
}));

/** Which of these codes are penalties, on the menu or not: what a compulsory measure may serve. */
export const penaltiesAmong = (db: Db, codes: readonly string[]): PenaltyRow[] =>
  codes.length === 0 ? [] : (statements(db).penalties.all({ codes: JSON.stringify(codes) }) as PenaltyRow[]);

/** Every holding of these penalties by the township, also those that are over and those that never began. */
export function penaltyHoldings(db: Db, townshipId: string, penalties: readonly PenaltyRow[]): HeldPenalty[] {
  if (penalties.length === 0) return [];
  const powerIds = JSON.stringify(penalties.map(({ powerId }) => powerId));
  const rows = statements(db).held.all({ townshipId, powerIds }) as (Omit<HeldPenalty, 'suspensions'> & { readonly suspensions: string })[];
  return rows.map((row) => ({ ...row, suspensions: JSON.parse(row.suspensions) as Interval[] }));
}

/** What the township holds, or is promised, of these penalties. */
export const penaltiesHeld = (db: Db, townshipId: string, penalties: readonly PenaltyRow[], now: number): HeldPenalty[] =>
  penaltyHoldings(db, townshipId, penalties).filter(({ fromAt, toAt }) => toAt > now && fromAt < toAt);

/** Compulsory measures of the township that serve the penalty with this code: held, promised, or given up with a penalty before they began. */
export const measuresServing = (db: Db, townshipId: string, code: string, now: number): string[] =>
  statements(db).serving.all({ townshipId, code, now }) as string[];
