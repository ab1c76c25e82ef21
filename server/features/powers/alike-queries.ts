import { prepared, type Db, type Tx } from '#db/connection.ts';
import { alikeVerdicts } from '#db/schema/directory.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';

export type LeftKind = (typeof alikeVerdicts.$inferSelect)['leftKind'];

/** A name that may mean the same as a power of the county; it is not linked to one yet. */
export interface LeftRow {
  readonly kind: LeftKind;
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly type: StatutoryType | null;
  readonly list: 'basic' | 'supporting' | 'taken_back' | null;
  readonly count: number;
}
export interface AlikePowerRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: StatutoryType;
  readonly departmentName: string;
}

// Names are read in slices, each from where the one before ended, so that no request waits for all of them.
export const sliceOfNames = 500;
const statements = prepared((db: Db) => ({
  powers: db.$client.prepare(
    `SELECT p.id, p.code, p.name, p.statutory_type AS type, o.name AS departmentName
     FROM powers p JOIN organisations o ON o.id = p.department_id
     WHERE p.code > ? AND p.merged_into_id IS NULL ORDER BY p.code LIMIT ${String(sliceOfNames)}`,
  ),
  power: db.$client.prepare(
    `SELECT p.id, p.code, p.name, p.statutory_type AS type, o.name AS departmentName
     FROM powers p JOIN organisations o ON o.id = p.department_id WHERE p.id = ? AND p.merged_into_id IS NULL`,
  ),
  directory: db.$client.prepare(
    `SELECT 'directory_entry' AS kind, id, name, code, statutory_type AS type, NULL AS list, 1 AS count, code AS place
     FROM directory_entries WHERE code > ? AND power_id IS NULL AND (ended_on IS NULL) ORDER BY code LIMIT ${String(sliceOfNames)}`,
  ),
  duties: db.$client.prepare(
    `SELECT 'duty_entry' AS kind, id, name, NULL AS code, NULL AS type, list, 1 AS count, id AS place
     FROM duty_entries WHERE id > ? AND power_id IS NULL ORDER BY id LIMIT ${String(sliceOfNames)}`,
  ),
  statutory: db.$client.prepare(
    `SELECT 'township_power' AS kind, id, name, NULL AS code, NULL AS type, NULL AS list, 1 AS count, id AS place
     FROM township_powers WHERE id > ? AND power_id IS NULL ORDER BY id LIMIT ${String(sliceOfNames)}`,
  ),
  verdict: db.$client.prepare('SELECT verdict FROM alike_verdicts WHERE left_kind = ? AND left_id = ? AND power_id = ?').pluck(),
}));

export const alikePowers = (db: Db, after: string): AlikePowerRow[] => statements(db).powers.all(after) as AlikePowerRow[];
export const alikePower = (db: Db, id: string): AlikePowerRow | undefined => statements(db).power.get(id) as AlikePowerRow | undefined;

type Slice = readonly (LeftRow & { readonly place: string })[];
const slices = { directory_entry: 'directory', duty_entry: 'duties', township_power: 'statutory' } as const;
/** The next slice of names of a kind that are linked to no power; `place` is where the slice after it begins. */
export const unlinkedNames = (db: Db, kind: keyof typeof slices, after: string): Slice => statements(db)[slices[kind]].all(after) as Slice;

/** What was said of a pair: of two powers in either order. */
export function verdictOn(db: Db, leftKind: LeftKind, leftId: string, powerId: string): 'same' | 'different' | null {
  const said = statements(db).verdict.get(leftKind, leftId, powerId);
  const turned = leftKind === 'power' && said === undefined ? statements(db).verdict.get(leftKind, powerId, leftId) : said;
  return (turned as 'same' | 'different' | undefined) ?? null;
}

export function insertVerdict(tx: Tx, row: typeof alikeVerdicts.$inferInsert): void {
  tx.insert(alikeVerdicts).values(row).run();
}
